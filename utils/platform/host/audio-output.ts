import type { AudioOutputPort } from '@/utils/phone/ports';

export interface AudioOutputOptions {
  readonly document: Document;
  readonly ringUrl: string;
  readonly ringbackUrl: string;
  readonly callWaitingUrl: string;
  readonly onBlocked: (what: string) => void;
}

/** Sound through audio elements in the host's own document: no gesture is needed there, and Web Audio would stay suspended in Firefox. */
export function createAudioOutput({ document, ringUrl, ringbackUrl, callWaitingUrl, onBlocked }: AudioOutputOptions): AudioOutputPort {
  const element = (role: string) => {
    const audio = document.createElement('audio');
    audio.dataset['role'] = role;
    document.body.append(audio);
    return audio;
  };
  const start = (audio: HTMLAudioElement, what: string) => {
    // A play() overtaken by its own stop rejects as AbortError: nothing is wrong then.
    audio.play().catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) onBlocked(what);
    });
  };
  const loop = (role: string, url: string) => {
    let audio: HTMLAudioElement | null = null;
    return {
      start() {
        if (audio !== null) return;
        audio = element(role);
        audio.loop = true;
        audio.src = url;
        start(audio, role);
      },
      stop() {
        audio?.pause();
        audio?.remove();
        audio = null;
      },
    };
  };
  const ring = loop('ring', ringUrl);
  const ringback = loop('ringback', ringbackUrl);
  const callWaiting = loop('call-waiting', callWaitingUrl);
  return {
    play(stream) {
      const audio = element('remote');
      audio.srcObject = stream;
      start(audio, 'remote');
      return {
        stop() {
          audio.pause();
          audio.srcObject = null;
          audio.remove();
        },
      };
    },
    startRinging: ring.start,
    stopRinging: ring.stop,
    startCallWaiting: callWaiting.start,
    stopCallWaiting: callWaiting.stop,
    startRingback: ringback.start,
    stopRingback: ringback.stop,
  };
}
