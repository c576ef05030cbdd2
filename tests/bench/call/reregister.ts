import { waitFor } from '@/tests/support/e2e-wait-for';
import { isRegistered, sampled, tapped, type BenchStage } from './bench-stage';
import { epochNow } from './sip-tap';

/** A connection that broke sooner than this after it came about counts as flapping, and is waited with. */
const STABLE_MS = 5_500;

/** The SIP connection, which has stood for a while, is cut and the server is up: until the edge has accepted the registration again, in ms. */
export function reregister(bench: BenchStage, rounds: number): Promise<number[]> {
  let registeredAt = 0;
  return sampled('reregister', rounds, async () => {
    await waitFor('a connection that has stood', () => epochNow() - registeredAt > STABLE_MS);
    const mark = bench.tap.messages.all.length;
    const cutAt = bench.tap.cut();
    registeredAt = (await tapped(bench.tap, mark, 'a registration', isRegistered)).at;
    return registeredAt - cutAt;
  });
}
