import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestPhone } from '@/tests/support/phone-builder';
import { FakeEdge } from '@/tests/support/phone-edge';

const ONE = 'wss://one.test/sip';
const TWO = 'wss://two.test/sip';

let edge: FakeEdge;
let phone: TestPhone;
/** Addresses that do not answer, and how. */
let dead: Map<string, 'refuse' | 'hang'>;
const tried = () => phone.sockets.sockets.map(({ url }) => url);
const newest = () => phone.sockets.sockets.at(-1);

beforeEach(async () => {
  dead = new Map();
  edge = new FakeEdge();
  const { serve } = edge;
  Object.assign(edge, { serve: (socket: Parameters<typeof serve>[0]) => dead.get(socket.url) ?? serve(socket) });
  phone = await new TestPhone(edge, 'd1', { account: { servers: [ONE, TWO] } }).start();
  await phone.clock.step(10_000);
});
afterEach(() => phone.phone.stop());

describe('two addresses of one edge', () => {
  it('uses the first while it lives', () => {
    expect(tried()).toStrictEqual([ONE]);
  });

  it.each(['refuse', 'hang'] as const)('the first dies (%s): registered by the second within a second, and stays there', async (how) => {
    dead.set(ONE, how);
    edge.cut();
    await phone.clock.step(1_000);
    expect([phone.registration?.status, newest()?.url]).toStrictEqual(['registered', TWO]);
    dead.clear();
    await phone.clock.step(120_000);
    expect(newest()?.url).toBe(TWO);
    expect(phone.registrations.some(({ status }) => status === 'offline')).toBe(false);
  });

  it('the first is half dead, which a change of the network shows: the second is tried first', async () => {
    const socket = newest();
    if (socket) socket.mute = true;
    phone.network.emit('changed');
    await phone.clock.step(2_500);
    expect([phone.registration?.status, newest()?.url]).toStrictEqual(['registered', TWO]);
  });

  it('both are away: each is tried by its own back-off, and whichever comes back is used within 3 s', async () => {
    dead.set(ONE, 'refuse').set(TWO, 'refuse');
    edge.cut();
    await phone.clock.step(30_000);
    const tries = (url: string) => tried().filter((one) => one === url).length;
    expect(phone.registration).toMatchObject({ status: 'offline', reason: 'server-unreachable' });
    for (const url of [ONE, TWO]) expect(tries(url)).toBeGreaterThan(8);
    for (const url of [ONE, TWO]) expect(tries(url)).toBeLessThan(90);
    dead.delete(TWO);
    await phone.clock.step(3_000);
    expect([phone.registration?.status, newest()?.url]).toStrictEqual(['registered', TWO]);
  });
});
