import { createSoundFile } from '@/utils/platform/host/sound-element';

/** Records a stream for so long and keeps it in memory, to be played back once. Rejects where the browser does not record. */
export function recordStream(document: Document, stream: MediaStream, milliseconds: number) {
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const done = new Promise<ReturnType<typeof recordingOf>>((resolve, reject) => {
    recorder.addEventListener('stop', () => resolve(recordingOf(document, new Blob(parts, { type: recorder.mimeType }))));
    recorder.addEventListener('error', () => reject(new Error('not recorded')));
  });
  const stop = () => {
    clearTimeout(timer);
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const timer = setTimeout(stop, milliseconds);
  recorder.start();
  return { done, stop };
}

function recordingOf(document: Document, recorded: Blob) {
  let end: () => void = () => undefined;
  return {
    async play(device: string | null, volume: number): Promise<void> {
      const url = URL.createObjectURL(recorded);
      const file = createSoundFile({ document, role: 'recording', url });
      file.setVolume(volume);
      await file.sendTo(device);
      try {
        await new Promise<void>((resolve, reject) => {
          end = resolve;
          file.play().then(resolve, reject);
        });
      } finally {
        file.remove();
        URL.revokeObjectURL(url);
      }
    },
    stop: () => end(),
  };
}
