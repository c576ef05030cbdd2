import { isRegistered, sampled, tapped, type BenchStage } from './bench-stage';

/** The SIP connection is cut, the server is up: until the edge has accepted the registration again, in ms. */
export function reregister(bench: BenchStage, rounds: number): Promise<number[]> {
  return sampled('reregister', rounds, async () => {
    const mark = bench.tap.messages.all.length;
    const cutAt = bench.tap.cut();
    const registered = await tapped(bench.tap, mark, 'a registration', isRegistered);
    return registered.at - cutAt;
  });
}
