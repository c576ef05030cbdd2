export interface MicrophoneSources {
  readonly permissions: Pick<Permissions, 'query'>;
  /** Absent where a page may not list devices: in Firefox's background page that never ends. */
  readonly devices?: Pick<MediaDevices, 'addEventListener'>;
}

/** Calls `listener` when the permission or the devices change, until the returned function is called. */
export function watchMicrophone({ permissions, devices }: MicrophoneSources, listener: () => void): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  devices?.addEventListener('devicechange', listener, { signal });
  permissions.query({ name: 'microphone' as PermissionName }).then(
    (status) => status.addEventListener('change', listener, { signal }),
    // A browser that does not know the name tells no changes of it.
    () => undefined,
  );
  return () => watching.abort();
}
