import { expect, test } from '@playwright/test';
import { dial, hangUp, hears, isIdle, keepsHearing, signIn } from '@/tests/support/e2e-actions';
import { KARIN } from '@/tests/support/e2e-demo-company';
import { Stage } from '@/tests/support/e2e-stage';
import { startTurnServer } from '@/tests/support/e2e-turn-server';
import { waitFor } from '@/tests/support/e2e-wait-for';

/** As where a firewall lets nothing out but TCP: of all ways the connection has, the relay alone is left. */
const RELAY_ONLY = `globalThis.__connections = [];
globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration) {
    super({ ...configuration, iceTransportPolicy: 'relay' });
    globalThis.__connections.push(this);
  }
}; true`;
/** Each of its addresses has asked for a relay, and has one. */
const ALL_GATHERED = `__connections.length > 0 && __connections.every((one) => one.iceGatheringState === 'complete')`;

test.describe('a browser that only the TURN server can be reached from, over TCP', () => {
  const stage = new Stage();
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('talks through it, by a relay that was there before the call', async () => {
    const turn = stage.keep(await startTurnServer());
    const [server, karin] = await Promise.all([
      stage.server({ edge: 'embedded', env: { ONE_ICE_URLS: turn.url, ONE_TURN_SECRET: turn.secret } }),
      stage.chromium({ hertz: 440 }),
    ]);
    await karin.chromium.probe.evaluate(RELAY_ONLY);
    await signIn(karin, server, KARIN);
    await waitFor('a relay ahead of the call', async () => turn.allocations() > 0 && (await karin.chromium.probe.evaluate<boolean>(ALL_GATHERED)));
    const before = turn.allocations();
    await dial(karin, '*43');
    // The echo is her own tone, there and back.
    await hears(karin, 440, 20_000);
    await keepsHearing(karin, 440, 3);
    expect(turn.allocations()).toBe(before);
    await hangUp(karin);
    await isIdle(karin);
    await waitFor('the end of the relay', () => turn.relayed() > 50);
    await waitFor('a relay ahead of the next call', () => turn.allocations() > before);
  });
});
