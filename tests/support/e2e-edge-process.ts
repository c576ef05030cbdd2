import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of whatever carries calls for a server on this data directory: its path is on their command lines. */
export function edgeProcesses(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes(dataDir) && /kamailio|rtpengine/.test(command);
      } catch {
        return false; // It ended between the listing and the reading.
      }
    })
    .map(Number);
}
