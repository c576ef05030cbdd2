/** Held by Chrome's worker to its phone host: its end tells, at once, that the host is gone. */
export const HOST_WATCH_PORT = 'host-watch';
