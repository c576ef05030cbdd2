/**
 * Asks a daemon to end, or ends it with all it has forked: each is started as the leader of a process group.
 * Asked is the leader alone; Kamailio's children, asked too, now and then wait for each other.
 */
export function endProcess(leader: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(signal === 'SIGKILL' ? -leader : leader, signal);
  } catch {
    // Gone already.
  }
}
