export interface SoundOptions {
  readonly document: Document;
  /** Says in the document what it is for. */
  readonly role: string;
  /** The browser plays nothing without a person's click. */
  readonly onBlocked: (role: string) => void;
}

interface Output {
  /** 0 to 1. */
  setVolume(volume: number): void;
  /** Null: the system's own device. False when the browser does not take this one; then it sounds there, too. */
  sendTo(device: string | null): Promise<boolean>;
}

/** Plays one stream. */
export interface SoundElement extends Output {
  play(stream: MediaStream): void;
  remove(): void;
}

/** Plays one file once. */
export interface SoundFile extends Output {
  /** Resolves when it is over; rejects when it cannot be played. */
  play(): Promise<void>;
  remove(): void;
}

/** Plays one file over and over, from its beginning each time. */
export interface SoundLoop extends Output {
  load(url: string): void;
  start(): void;
  stop(): void;
  remove(): void;
}

export function createSoundElement(options: SoundOptions): SoundElement {
  const audio = element(options);
  return {
    ...outputOf(audio),
    play(stream) {
      audio.srcObject = stream;
      start(audio, options);
    },
    remove() {
      audio.pause();
      audio.srcObject = null;
      audio.remove();
    },
  };
}

export function createSoundLoop({ url, ...options }: SoundOptions & { readonly url: string }): SoundLoop {
  const audio = element(options);
  audio.loop = true;
  audio.preload = 'auto';
  audio.src = url;
  let [loaded, sounding] = [url, false];
  return {
    ...outputOf(audio),
    load(next) {
      if (next === loaded) return;
      loaded = next;
      audio.src = next;
      if (sounding) start(audio, options);
    },
    start() {
      if (sounding) return;
      sounding = true;
      start(audio, options);
    },
    stop() {
      if (!sounding) return;
      sounding = false;
      audio.pause();
      audio.currentTime = 0;
    },
    remove() {
      audio.pause();
      audio.remove();
    },
  };
}

export function createSoundFile({ url, ...options }: Omit<SoundOptions, 'onBlocked'> & { readonly url: string }): SoundFile {
  const audio = element(options);
  audio.src = url;
  return {
    ...outputOf(audio),
    play: () =>
      new Promise<void>((resolve, reject) => {
        audio.addEventListener('ended', () => resolve());
        audio.addEventListener('error', () => reject(new Error('not played')));
        audio.play().catch(reject);
      }),
    remove() {
      audio.pause();
      audio.remove();
    },
  };
}

function element({ document, role }: Pick<SoundOptions, 'document' | 'role'>): HTMLAudioElement {
  const audio = document.createElement('audio');
  audio.dataset['role'] = role;
  document.body.append(audio);
  return audio;
}

function start(audio: HTMLAudioElement, { role, onBlocked }: SoundOptions): void {
  // A play() overtaken by its own stop rejects as AbortError: nothing is wrong then.
  audio.play().catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'AbortError')) onBlocked(role);
  });
}

function outputOf(audio: HTMLAudioElement): Output {
  let wanted: string | null = null;
  return {
    setVolume(volume) {
      audio.volume = volume;
    },
    async sendTo(device) {
      wanted = device;
      if ((audio as Partial<HTMLAudioElement>).setSinkId === undefined) return device === null;
      try {
        await audio.setSinkId(device ?? '');
        return true;
      } catch {
        // Chrome leaves it on a device that is gone, where nothing is heard.
        if (device !== null && wanted === device) await audio.setSinkId('').catch(() => undefined);
        return false;
      }
    },
  };
}
