import { dial, hangUp, isIdle } from '@/tests/support/e2e-actions';
import { JOHAN } from '@/tests/support/e2e-demo-company';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';
import type { BenchStage } from './bench-stage';

/** The first calls fill caches and have code compiled, and do not count. */
const WARM_UP = 100;
const CALLS = 500;

/** Peer connections that are still held by anything: none but those that wait for the next call. */
const SPARE = 2;
/** Longer than a transaction keeps what it was made for. ms. */
const OVER = 45_000;

/**
 * Growth of the phone host's heap over 500 calls one after another, each answered and hung up, in per cent. Rejects when
 * peer connections are left over.
 */
export async function manyCalls(bench: BenchStage, karin: ChromiumPhone): Promise<number[]> {
  const callee = await bench.device(JOHAN);
  const calls = async (times: number) => {
    for (let at = 0; at < times; at++) {
      await dial(karin, JOHAN.extension);
      const incoming = await callee.calls.next();
      await incoming.session.accept();
      await waitFor('the call to stand', async () => (await karin.popup()).has('button', word('call.hangUp')));
      await hangUp(karin);
      await isIdle(karin);
    }
    // The popup shows the history, which grows as it should.
    await karin.closePopup();
    return settled();
  };
  /** What is still held when the last transactions are over (RFC 3261, timer M: 32 s). */
  const settled = async () => {
    const held = () => karin.chromium.probe.held();
    await waitFor('the peer connections to go', async () => (await held()).connections <= SPARE, OVER).catch(() => undefined);
    return held();
  };
  const before = await calls(WARM_UP);
  const after = await calls(CALLS);
  console.log(`  heap of the phone host: ${(before.heap / 1e6).toFixed(2)} → ${(after.heap / 1e6).toFixed(2)} MB, peer connections: ${before.connections} → ${after.connections}`);
  if (after.connections > SPARE) throw new Error(`${after.connections} peer connections are left of ${CALLS} calls`);
  await callee.unregister();
  return [(after.heap / before.heap - 1) * 100];
}
