import type { MicrophoneSettings } from '@/utils/contract/audio';
import { MicrophoneError } from '@/utils/phone/ports';
import { createDeviceList } from '@/utils/platform/host/device-list';
import { ringUrl } from '@/utils/platform/host/ring-url';
import { createSoundLoop } from '@/utils/platform/host/sound-element';
import { openMicrophone } from '@/utils/platform/microphone/open-microphone';
import { followLevel } from './follow-level';
import { recordStream } from './record-stream';

interface PageMeter {
  readonly stream: MediaStream;
  stop(): void;
}

interface SoundPageOptions {
  readonly document: Document;
  readonly devices: MediaDevices;
  /** The phone host can sound in a device that is chosen. Firefox's background page knows none: `setSinkId` fails there for each. */
  readonly choosesOutputs: boolean;
}

/** The microphone and the sounds of the page with the sound settings. Fits the models' SoundAdapter. */
export function createSoundPage({ document, devices, choosesOutputs }: SoundPageOptions) {
  const { list, watch } = createDeviceList(devices);
  return {
    list,
    watch,
    async openMeter(settings: MicrophoneSettings, onLevel: (rms: number) => void) {
      try {
        const { stream } = await openMicrophone(devices, settings);
        return meterOf(stream, onLevel);
      } catch (error) {
        return { fault: error instanceof MicrophoneError ? error.reason : ('busy' as const) };
      }
    },
    record: (meter: { stop(): void }, milliseconds: number) => recordStream(document, (meter as PageMeter).stream, milliseconds),
    ring: (sample: Parameters<typeof ringOnce>[1], onEnd: () => void) => ringOnce(document, sample, onEnd),
    choosesOutputs,
  };
}

function meterOf(stream: MediaStream, onLevel: (rms: number) => void): PageMeter {
  const unfollow = followLevel(stream, onLevel);
  return {
    stream,
    stop() {
      unfollow();
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

interface Sample {
  readonly tone: Parameters<typeof ringUrl>[0];
  readonly volume: number;
  readonly devices: readonly (string | null)[];
}

/** Longer than any ring tone, shorter than a nuisance: twice through. Milliseconds. */
const LISTEN = 6_000;

function ringOnce(document: Document, { tone, volume, devices }: Sample, onEnd: () => void): () => void {
  let stopped = false;
  const rings = devices.map((device) => {
    const ring = createSoundLoop({ document, role: 'ring-sample', url: ringUrl(tone), onBlocked: onEnd });
    ring.setVolume(volume);
    // As the phone does: an extra ring whose device is gone does not ring twice elsewhere.
    void ring.sendTo(device).then((taken) => {
      if (!stopped && (taken || devices.length === 1)) ring.start();
    });
    return ring;
  });
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    for (const ring of rings) ring.remove();
  };
  const timer = setTimeout(() => {
    stop();
    onEnd();
  }, LISTEN);
  return stop;
}
