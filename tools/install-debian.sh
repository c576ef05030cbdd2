#!/bin/sh
# Installs what TeleProffs One uses on Debian and Ubuntu, and what its tests use. Run as root.
#
#   tools/install-debian.sh            everything
#   tools/install-debian.sh chromium   only the packages named
#
# Installs only what is missing; with everything there it touches neither apt nor the network. Debian starts the
# services of the packages it installs: here none is started, and none at the next boot. One starts its own
# Kamailio and rtpengine, each in a directory of its own.
set -eu

ALL='chromium chromium-l10n firefox-esr firefox-esr-l10n-sv-se kamailio kamailio-websocket-modules kamailio-extra-modules rtpengine-daemon sip-tester baresip coturn postgresql espeak-ng pulseaudio iproute2 iptables openssl'
# What of these would run as a service, by package.
SERVICES='kamailio rtpengine-daemon coturn postgresql'

say() { printf '%s\n' "$*"; }

# The package's name is not enough: a removed package's configuration may still be known to dpkg.
installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

is_debian() {
  [ -r /etc/os-release ] || return 1
  # shellcheck disable=SC1091
  (. /etc/os-release && case " ${ID:-} ${ID_LIKE:-} " in *' debian '* | *' ubuntu '*) true ;; *) false ;; esac)
}

if ! is_debian || ! command -v apt-get >/dev/null 2>&1; then
  say 'install-debian: this is not Debian or Ubuntu. Install these with your own package manager:'
  say "  $ALL"
  exit 2
fi

missing=''
for package in ${*:-$ALL}; do installed "$package" || missing="$missing $package"; done
if [ -z "$missing" ]; then
  say 'install-debian: everything is installed.'
  exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
  say "install-debian: missing:$missing"
  say 'install-debian: installing needs root: sudo tools/install-debian.sh'
  exit 3
fi

say "install-debian: installing$missing"
policy=${POLICY_RC_D:-/usr/sbin/policy-rc.d}
made_policy=no
put_back() {
  if [ "$made_policy" = yes ]; then rm -f "$policy"; fi
}
trap put_back EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
# invoke-rc.d asks this file; 101 means "do not start" (Debian policy-rc.d specification). One that is there stays.
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  made_policy=yes
fi

# The full daemon packages recommend a kernel module built by dkms, which One does not use.
export DEBIAN_FRONTEND=noninteractive
install() {
  known=''
  unknown=''
  for package in $missing; do
    if apt-cache show "$package" >/dev/null 2>&1; then known="$known $package"; else unknown="$unknown $package"; fi
  done
  # shellcheck disable=SC2086
  apt-get install -y --no-install-recommends -o Dpkg::Use-Pty=0 $known && [ -z "$unknown" ]
}
# A fresh machine has no package lists; old lists name browsers that are a year behind.
apt-get update || say 'install-debian: the package lists could not be refreshed; trying with those that are here'
failed=no
install || failed=yes

# None was started; those installed just now must not start at the next boot either. Others are left as they were.
if [ -d /run/systemd/system ] && command -v systemctl >/dev/null 2>&1; then
  for service in $SERVICES; do
    case "$missing " in *" $service "*) systemctl disable --now "$service" >/dev/null 2>&1 || true ;; esac
  done
fi
if [ "$failed" = yes ]; then
  say 'install-debian: not everything could be installed.'
  if [ -n "$unknown" ]; then say "install-debian: the archives of this system have no$unknown (Ubuntu has browsers as snaps only)"; fi
  exit 1
fi
say 'install-debian: done.'
