import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '@/utils/contract/logger';
import { createKamailioEdge, type KamailioEdge, type KamailioEdgeOptions } from '@/server/telephony/kamailio/kamailio-edge';
import { findBinary } from '@/server/telephony/process/find-binary';

export const silentLog: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const loud = process.env['ONE_TEST_LOG'] === '1';
const print = (level: string) => (message: string, detail?: unknown) => console.log(level, message, detail ?? '');
export const testLog: Logger = loud ? { debug: print('debug'), info: print('info'), warn: print('warn'), error: print('error') } : silentLog;

/** A run directory of its own, and the way to remove it. */
export function makeRunDir(name: string): { runDir: string; remove: () => void } {
  const runDir = mkdtempSync(join(tmpdir(), `one-${name}-`));
  return { runDir, remove: () => rmSync(runDir, { recursive: true, force: true }) };
}

/** A real Kamailio, small. */
export function testKamailio(options: Partial<KamailioEdgeOptions> & { readonly runDir: string; readonly domain: string }): KamailioEdge {
  const binary = findBinary('kamailio', process.env['PATH']);
  if (binary === null) throw new Error('kamailio is not installed: tools/install-debian.sh');
  return createKamailioEdge({ binary, log: testLog, memoryMb: 64, debug: loud, ...options });
}
