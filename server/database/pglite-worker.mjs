// PGlite in a thread of its own: its WebAssembly must not hold up calls and connections. Plain JavaScript, so that the
// thread starts without the TypeScript loader. It speaks the Postgres wire protocol; pglite-thread.ts is the other end.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const port = parentPort;
if (port === null) throw new Error('runs as a thread only');

try {
  const database = await PGlite.create({ dataDir: workerData.folder });
  let tail = Promise.resolve();
  port.on('message', (request) => {
    tail = tail.then(async () => {
      if (request !== null) {
        // A copy of its own, because PGlite uses its buffer again.
        const answer = new Uint8Array(await database.execProtocolRaw(request));
        return port.postMessage(answer, [answer.buffer]);
      }
      await database.close();
      port.close();
    });
  });
  port.postMessage(null);
} catch (error) {
  // The other end cannot tell what went wrong from a thread that just ends.
  port.postMessage(String(error));
  port.close();
}
