/** A computer with microphones and a browser in front of it. */
export class FakeComputer {
  permission: PermissionState = 'granted';
  failure: string | null = null;
  plugged = true;
  /** Ids of the devices that can be asked for by id. */
  ids: readonly string[] = [];
  readonly opened: { stream: MediaStream; track: EventTarget; stopped: () => boolean; audio: MediaTrackConstraints }[] = [];

  readonly status = new EventTarget();
  readonly changes = new EventTarget();
  readonly permissions = { query: async () => Object.assign(this.status, { state: this.permission }) as PermissionStatus };
  readonly devices = {
    addEventListener: this.changes.addEventListener.bind(this.changes),
    removeEventListener: this.changes.removeEventListener.bind(this.changes),
    getUserMedia: async ({ audio = {} }: MediaStreamConstraints = {}) => {
      if (this.failure !== null) throw new DOMException('no', this.failure);
      const wanted = audio as MediaTrackConstraints;
      const { exact } = (wanted.deviceId ?? {}) as { exact?: string };
      if (exact !== undefined && !this.ids.includes(exact)) throw new DOMException('not there', 'OverconstrainedError');
      const track = new EventTarget();
      let stopped = false;
      const tracks = [Object.assign(track, { stop: () => (stopped = true) })];
      const stream = { getTracks: () => tracks, getAudioTracks: () => tracks } as unknown as MediaStream;
      this.opened.push({ stream, track, stopped: () => stopped, audio: wanted });
      return stream;
    },
    enumerateDevices: async () => (this.plugged ? [{ kind: 'audioinput', deviceId: 'a', label: 'Jabra' } as MediaDeviceInfo] : []),
  };

  /** Which of them are open, oldest first. */
  get open(): (string | undefined)[] {
    return this.opened.filter(({ stopped }) => !stopped()).map(({ audio }) => (audio.deviceId as { exact?: string } | undefined)?.exact ?? 'system');
  }
}
