import type { RingToneName } from '@/utils/domain/audio/audio-choice';
import type { AudioOutputPort, OutputRole, OutputSettings } from '@/utils/phone/ports';
import { createSoundElement, createSoundLoop, type SoundElement } from './sound-element';

export interface AudioOutputOptions {
  readonly document: Document;
  readonly ringUrl: (tone: RingToneName) => string;
  readonly ringbackUrl: string;
  readonly callWaitingUrl: string;
  readonly onBlocked: (what: string) => void;
}

const FIRST: OutputSettings = { speaker: null, ring: null, extraRing: null, speakerVolume: 1, ringVolume: 1, ringTone: 'trill' };

/**
 * Sound through audio elements in the host's own document: no gesture is needed there, and Web Audio would stay suspended
 * in Firefox. The rings and tones are loaded ahead, so that the first call of the day is heard from its first second.
 */
export function createAudioOutput({ document, ringUrl, ringbackUrl, callWaitingUrl, onBlocked }: AudioOutputOptions): AudioOutputPort {
  let settings = FIRST;
  const loop = (role: string, url: string) => createSoundLoop({ document, role, url, onBlocked });
  const ring = loop('ring', ringUrl(settings.ringTone));
  const extraRing = loop('extra-ring', ringUrl(settings.ringTone));
  const ringback = loop('ringback', ringbackUrl);
  const callWaiting = loop('call-waiting', callWaitingUrl);
  const remotes = new Set<SoundElement>();
  let ringing = false;
  /** The extra ring's device took it: elsewhere it would be the same ring twice. */
  let extraReady = false;

  const soundExtraRing = () => {
    if (ringing && extraReady) extraRing.start();
    else extraRing.stop();
  };
  const useExtraRing = async (device: string | null) => {
    const taken = device !== null && (await extraRing.sendTo(device));
    if (settings.extraRing !== device) return true;
    extraReady = taken;
    soundExtraRing();
    return device === null || taken;
  };
  const useSpeaker = async (device: string | null) => {
    const spoken = [ringback, callWaiting, ...remotes];
    return (await Promise.all(spoken.map((one) => one.sendTo(device)))).every((taken) => taken);
  };
  return {
    async use(wanted) {
      settings = wanted;
      for (const one of [ring, extraRing]) {
        one.setVolume(wanted.ringVolume);
        one.load(ringUrl(wanted.ringTone));
      }
      for (const one of [ringback, callWaiting, ...remotes]) one.setVolume(wanted.speakerVolume);
      const taken: readonly (readonly [OutputRole, boolean])[] = [
        ['speaker', await useSpeaker(wanted.speaker)],
        ['ring', await ring.sendTo(wanted.ring)],
        ['extraRing', await useExtraRing(wanted.extraRing)],
      ];
      return taken.filter(([, well]) => !well).map(([role]) => role);
    },
    play(stream) {
      const remote = createSoundElement({ document, role: 'remote', onBlocked });
      remotes.add(remote);
      remote.setVolume(settings.speakerVolume);
      void remote.sendTo(settings.speaker);
      remote.play(stream);
      return {
        stop() {
          remotes.delete(remote);
          remote.remove();
        },
      };
    },
    startRinging() {
      ringing = true;
      ring.start();
      soundExtraRing();
    },
    stopRinging() {
      ringing = false;
      ring.stop();
      soundExtraRing();
    },
    startCallWaiting: callWaiting.start,
    stopCallWaiting: callWaiting.stop,
    startRingback: ringback.start,
    stopRingback: ringback.stop,
  };
}
