import { closeSync, fstatSync, ftruncateSync, openSync, readSync, watch } from 'node:fs';

/** Beyond this the file is emptied; its writer appends, so it goes on at the start. Bytes. */
const LIMIT = 4_000_000;

/**
 * Hands over the lines a daemon writes to its log file, as they come. A file, not a pipe: the daemon may outlive this
 * process, and must not stop at a full or closed pipe. Returns the way to stop.
 */
export function tailLog(file: string, onLine: (line: string) => void): () => void {
  const descriptor = openSync(file, 'r+');
  const chunk = Buffer.alloc(65_536);
  let offset = fstatSync(descriptor).size;
  let rest = '';
  const read = () => {
    const { size } = fstatSync(descriptor);
    if (size < offset) offset = 0;
    while (offset < size) {
      const count = readSync(descriptor, chunk, 0, chunk.length, offset);
      if (count === 0) break;
      offset += count;
      const lines = (rest + chunk.toString('utf8', 0, count)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') onLine(line);
    }
    if (size > LIMIT) {
      ftruncateSync(descriptor, 0);
      offset = 0;
    }
  };
  const watcher = watch(file, { persistent: false }, read);
  return () => {
    watcher.close();
    read();
    closeSync(descriptor);
  };
}
