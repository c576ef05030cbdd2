import { expect, test } from '@playwright/test';
import { connected, dial, hangUp, hears, isIdle, keepsHearing, tryToSignIn } from '@/tests/support/e2e-actions';
import { KARIN } from '@/tests/support/e2e-demo-company';
import { Stage } from '@/tests/support/e2e-stage';
import { startTlsFront } from '@/tests/support/e2e-tls-front';
import { startTurnServer } from '@/tests/support/e2e-turn-server';
import { timeUntil, waitFor } from '@/tests/support/e2e-wait-for';

/** Only looks on: the connections there are. */
const WATCH = `globalThis.__connections = [];
globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration) {
    super(configuration);
    globalThis.__connections.push(this);
  }
}; true`;
/** Each of its addresses has asked for a relay, and has one. */
const ALL_GATHERED = `__connections.length > 0 && __connections.every((one) => one.iceGatheringState === 'complete')`;

test.describe('a browser behind a firewall that lets no UDP through', () => {
  const stage = new Stage();
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('talks through the TURN server over TCP, by a relay that was there before the call; when one of the edge’s two addresses dies, the call goes on by the other', async () => {
    const network = await stage.network();
    network.lets('tcp');
    const turn = stage.keep(await startTurnServer(network.address));
    let port = 0;
    const second = stage.keep(await startTlsFront(network.address, () => port));
    const [server, karin] = await Promise.all([
      stage.server({ edge: 'embedded', env: { ONE_ICE_URLS: turn.url, ONE_TURN_SECRET: turn.secret, ONE_SIP_URLS: `${second.url.replace('https', 'wss')}/sip` } }),
      stage.chromium({ hertz: 440, network }),
    ]);
    ({ port } = server);
    const front = stage.keep(await startTlsFront(network.address, () => server.port));
    await karin.chromium.probe.evaluate(WATCH);
    await tryToSignIn(karin, front.url, KARIN);
    await connected(karin, 15_000);
    await waitFor('a relay ahead of the call', async () => turn.allocations() > 0 && (await karin.chromium.probe.evaluate<boolean>(ALL_GATHERED)));
    const before = turn.allocations();
    await dial(karin, '*43');
    // The echo is her own tone, there and back.
    await hears(karin, 440, 20_000);
    await keepsHearing(karin, 440, 3);
    expect(second.standing()).toBe(0);
    front.close();
    const ms = await timeUntil('the second address to be used', async () => second.standing() > 0, 20_000);
    console.log(`      by the second address after ${Math.round(ms)} ms`);
    await keepsHearing(karin, 440, 3);
    expect(turn.allocations()).toBe(before);
    // It did try without.
    expect(network.dropped()).toBeGreaterThan(0);
    await hangUp(karin);
    await isIdle(karin);
    await waitFor('the end of the relay', () => turn.relayed() > 50);
    await waitFor('a relay ahead of the next call', () => turn.allocations() > before);
  });
});
