import { mkdirSync } from 'node:fs';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { DatabaseStartError } from './database';

/** Frontend message Terminate (PostgreSQL protocol 55.7): there is one connection, and `close` ends it. */
const TERMINATE = 0x58;

const answerSchema = v.union([v.null(), v.string(), v.instance(Uint8Array)]);

export interface PgliteThread {
  /** What node-postgres connects with in place of a socket. */
  readonly connection: PgliteConnection;
  /** Writes everything to disk and ends the thread. */
  close(): Promise<void>;
}

/**
 * Starts PGlite in a thread (pglite-worker.mjs). PGlite does not refuse a second opener: lock the folder first. Rejects with DatabaseStartError.
 */
export async function startPgliteThread(folder: string): Promise<PgliteThread> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Without the arguments of this process: its loaders would take longer to start than the thread itself.
  const worker = new Worker(new URL('pglite-worker.mjs', import.meta.url), { workerData: { folder }, execArgv: [] });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const failed = (reason: unknown) => reject(new DatabaseStartError(`The database in ${folder} could not be opened: ${String(reason)}`));
    worker.once('error', failed);
    worker.once('message', (message: unknown) => (message === null ? resolve() : failed(message)));
  });
  const connection = new PgliteConnection(worker);
  return {
    connection,
    async close() {
      worker.postMessage(null);
      await exited;
    },
  };
}

/** A connection to the thread, with the part of a socket's interface that node-postgres uses. */
export class PgliteConnection extends Duplex {
  constructor(private readonly worker: Worker) {
    super({ decodeStrings: true });
    worker.on('message', (message: unknown) => {
      const answer = v.parse(answerSchema, message);
      if (answer instanceof Uint8Array) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
      else if (answer !== null) this.destroy(new Error(answer));
    });
    worker.once('error', (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))));
    worker.once('exit', () => this.destroy());
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers come when they come; there is one statement at a time, so they are never many.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (chunk[0] !== TERMINATE) {
      const request = new Uint8Array(chunk);
      this.worker.postMessage(request, [request.buffer]);
    }
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }
}
