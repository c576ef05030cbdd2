import { readdirSync, readFileSync } from 'node:fs';

/** Ends whatever carries calls for a server on this data directory, at once: its path is on their command lines. */
export function killEdge(dataDir: string): void {
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (command.includes(dataDir) && /kamailio|rtpengine/.test(command)) process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile, as Kamailio's children do when their parent is gone.
    }
  }
}
