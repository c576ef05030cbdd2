/** Signals a daemon and all it has forked: each is started as the leader of a process group. */
export function endProcess(leader: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // Gone already.
  }
}
