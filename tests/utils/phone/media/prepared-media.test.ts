import { describe, expect, it } from 'vitest';
import { FakeClock, settle } from '@/tests/support/fake-clock';
import { FakeLogger } from '@/tests/support/fake-logger';
import { fakePeerConnections } from '@/tests/support/fake-peer-connection';
import type { IceServer } from '@/utils/contract/sip-account';
import { PreparedMedia } from '@/utils/phone/media/prepared-media';

const turn = (credential = 'secret'): IceServer[] => [{ urls: ['turn:turn.test'], username: 'one', credential }];
const build = (iceServers: IceServer[] = [], lifetime: number | null = null) => {
  const clock = new FakeClock();
  const connections = fakePeerConnections();
  const certificate = { expires: clock.now() + 30 * 86_400_000 } as RTCCertificate;
  let certificates = 0;
  const media = new PreparedMedia({
    createPeerConnection: connections.create,
    generateCertificate: async () => {
      certificates++;
      return certificate;
    },
    access: { iceServers, iceEndsAt: lifetime === null ? null : clock.now() + lifetime },
    clock,
    log: new FakeLogger(),
  });
  return { clock, connections, media, certificate, certificates: () => certificates };
};

describe('prepared media', () => {
  it('has an offer gathered before it is asked for, and hands it out once', async () => {
    const { media, connections, certificate } = build();
    await media.warm();
    expect(connections.made).toHaveLength(1);
    expect(connections.made[0]?.iceGatheringState).toBe('complete');
    expect(connections.made[0]?.configuration.certificates).toStrictEqual([certificate]);
    const first = media.forOutgoing();
    expect(await first.offer()).toBe(connections.made[0]?.localDescription?.sdp);
    expect(media.forOutgoing()).not.toBe(first);
    expect(connections.made[0]?.closed).toBe(false);
  });

  it('makes one certificate for all calls', async () => {
    const { media, certificates } = build();
    await media.warm();
    media.forOutgoing();
    await media.warm();
    expect(certificates()).toBe(1);
  });

  it('renews what a network change or age has made void', async () => {
    const { media, connections, clock } = build();
    await media.warm();
    media.renew();
    await settle();
    expect(connections.made.map(({ closed }) => closed)).toStrictEqual([true, false]);
    await clock.step(301_000);
    expect(connections.made.map(({ closed }) => closed)).toStrictEqual([true, true, false]);
  });

  it('has an allocation on the relay ready, and lets go of it while nobody can call', async () => {
    const { media, connections } = build(turn());
    await media.warm();
    expect(connections.made.map(({ iceGatheringState, closed }) => [iceGatheringState, closed])).toStrictEqual([['complete', false]]);
    media.cool();
    expect(connections.made[0]?.closed).toBe(true);
    media.renew();
    media.use({ iceServers: turn('new'), iceEndsAt: null });
    await settle();
    expect(connections.made).toHaveLength(1);
  });

  it('with new credentials makes the next one ready before it lets go of the one that waits', async () => {
    const { media, connections } = build(turn());
    await media.warm();
    media.use({ iceServers: turn('new'), iceEndsAt: null });
    expect(connections.made[0]?.closed).toBe(false);
    await settle();
    expect(connections.made.map(({ closed }) => closed)).toStrictEqual([true, false]);
    media.forOutgoing();
    media.use({ iceServers: turn('newer'), iceEndsAt: null });
    await settle();
    expect(connections.made).toHaveLength(2);
    media.forIncoming();
    expect(connections.made[2]?.configuration.iceServers).toStrictEqual(turn('newer'));
  });

  it('keeps nothing waiting whose credentials end, until there are new ones', async () => {
    const { media, connections, clock } = build(turn(), 500_000);
    await media.warm();
    expect(connections.made.map(({ closed }) => closed)).toStrictEqual([false]);
    await clock.step(301_000);
    expect(connections.made.map(({ closed }) => closed)).toStrictEqual([true]);
    media.use({ iceServers: turn('new'), iceEndsAt: clock.now() + 3_600_000 });
    await settle();
    expect(connections.made.map(({ closed }) => closed)).toStrictEqual([true, false]);
  });

  it('mends an old connection with the credentials of now', async () => {
    const { media, connections } = build(turn());
    const call = media.forIncoming();
    media.use({ iceServers: turn('new'), iceEndsAt: null });
    await call.offer({ iceRestart: true });
    expect(connections.made[0]?.configuration.iceServers).toStrictEqual(turn('new'));
  });

  it('closes what is left over', async () => {
    const { media, connections } = build();
    await media.warm();
    media.dispose();
    expect(connections.made[0]?.closed).toBe(true);
    await media.warm();
    expect(connections.made).toHaveLength(1);
  });
});
