#!/bin/sh
# Makes the prompts of server/telephony/services/prompts/ anew: speech by espeak-ng, then sox to telephone
# audio (mono, 8000 Hz, A-law). The results are committed; run this only to change what is said.
set -eu
out="$(dirname "$0")/../server/telephony/services/prompts"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# say NAME SWEDISH [ENGLISH]
say() {
  espeak-ng -v sv -s 155 -g 2 -w "$work/sv.wav" "$2"
  set -- "$1" "$work/sv.wav" ${3:+"$3"}
  if [ $# -eq 3 ]; then
    espeak-ng -v en-gb -s 155 -g 2 -w "$work/en.wav" "$3"
    set -- "$1" "$work/sv.wav" "$work/en.wav"
  fi
  name="$1"
  shift
  sox "$@" -r 8000 -c 1 -e a-law -b 8 "$out/$name.wav" gain -6 highpass 200 lowpass 3400 pad 0.1 0.2
}

say announcement \
  'Hej och välkommen till TeleProffs One. Det här är ett meddelande. Hör du det så fungerar ditt ljud. Hej då.' \
  'Welcome to TeleProffs One. If you hear this, your sound works. Goodbye.'
say greeting 'Hej, det är Astrid. Jag säger om det du säger.'
say call-me 'Hej, det är Bosse Robot. Nu hörs en ton.'
