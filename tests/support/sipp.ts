import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBinary } from '@/server/telephony/process/find-binary';

/** A SIPp run: one scenario, one call, on a UDP port of this machine. */
export interface SippRun {
  /** Resolves when the scenario was gone through. Rejects with SIPp's own words when it was not. */
  readonly done: Promise<void>;
  /** Messages that came in so far, as they were on the wire. */
  received(): string[];
  stop(): void;
}

const SCENARIOS = new URL('../conformance/trunk/scenarios/', import.meta.url).pathname;

export function startSipp(scenario: string, port: number, messageFile: string): SippRun {
  const binary = findBinary('sipp', process.env['PATH']);
  if (binary === null) throw new Error('SIPp is not installed: tools/install-debian.sh');
  const args = ['-sf', `${SCENARIOS}${scenario}.xml`, '-i', '127.0.0.1', '-p', String(port), '-m', '1', '-nostdin', '-timeout', '20s', '-trace_msg', '-message_file', messageFile];
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TERM: 'dumb' } });
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000)));
  child.stderr.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000)));
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`SIPp ${scenario} ended with ${code}:\n${words}`))));
  });
  done.catch(() => undefined);
  const received = () =>
    readFileSync(messageFile, 'utf8')
      .split(/^-{20,}.*$/m)
      .filter((part) => / message received /.test(part))
      .map((part) => part.replace(/^[^]*?message received .*\n\s*/, ''));
  return { done, received, stop: () => void child.kill('SIGKILL') };
}
