import { describe, expect, it } from 'vitest';
import { FakeClock, settle } from '@/tests/support/fake-clock';
import { FakeLogger } from '@/tests/support/fake-logger';
import { fakePeerConnections } from '@/tests/support/fake-peer-connection';
import type { IceServer } from '@/utils/contract/sip-account';
import { PreparedMedia } from '@/utils/phone/media/prepared-media';

const build = (iceServers: IceServer[] = []) => {
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
    iceServers,
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

  it('holds no allocation on a TURN server while it waits', async () => {
    const { media, connections } = build([{ urls: ['turn:turn.test'], username: 'one', credential: 'secret' }]);
    await media.warm();
    expect(connections.made).toHaveLength(0);
    expect(media.forOutgoing()).toBeDefined();
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
