import { describe, expect, test } from 'vitest';
import { CHROME_STATS, FIREFOX_STATS } from '@/tests/support/recorded-stats';
import { secondBetween } from '@/utils/phone/quality/second-between';
import { readStats } from '@/utils/phone/quality/stats-reading';

type Stats = Readonly<Record<string, object>>;
const read = (stats: Stats) => readStats(new Map(Object.entries(stats)) as unknown as RTCStatsReport);
/** The report with other values in the statistics of one type. */
const changed = (stats: Stats, type: string, over: object): Stats =>
  Object.fromEntries(Object.entries(stats).map(([id, stat]) => [id, 'type' in stat && stat.type === type ? { ...stat, ...over } : stat]));

describe('a second out of two reports', () => {
  test('of Chrome', () => {
    const sample = secondBetween(read(CHROME_STATS[0]), read(CHROME_STATS[1]), 1_000);
    expect(sample).toMatchObject({ at: 1_000, lossIn: 0, lossOut: 0, jitter: 1, codec: 'opus', alive: true, pair: { local: 'host', remote: 'host', protocol: 'udp' } });
    expect(sample.arrived).toBeGreaterThan(40);
    expect(sample.roundTrip).toBeCloseTo(1.16);
    expect(sample.levelOut).toBeGreaterThan(-10);
    expect(sample.levelIn).toBeGreaterThan(-40);
    expect(sample.jitterBuffer).toBeGreaterThan(20);
    expect(sample.mos).toBeGreaterThan(4.2);
  });

  test('of Firefox, which tells no level of the microphone', () => {
    const sample = secondBetween(read(FIREFOX_STATS[0]), read(FIREFOX_STATS[1]), 1_000);
    expect(sample).toMatchObject({ lossIn: 0, lossOut: 0, jitter: 4, codec: 'opus', alive: true, levelOut: null, pair: { local: 'host', remote: 'prflx', protocol: 'udp' } });
    expect(sample.arrived).toBeGreaterThan(40);
    expect(sample.levelIn).toBeGreaterThan(-40);
    expect(sample.mos).toBeGreaterThan(4.2);
  });

  test.each([
    ['lost', { packetsReceived: 900, packetsLost: 100 }, 10],
    ['too late', { packetsReceived: 1_000, packetsDiscarded: 50 }, 5],
    ['found again', { packetsReceived: 1_000, packetsLost: -3 }, 0],
    ['none at all', { packetsReceived: 0 }, null],
  ])('packets %s', (_, over, loss) => {
    const before = changed(CHROME_STATS[0], 'inbound-rtp', { packetsReceived: 0, packetsLost: 0, packetsDiscarded: 0 });
    const after = changed(before, 'inbound-rtp', over);
    expect(secondBetween(read(before), read(after), 0).lossIn).toBe(loss);
  });

  test('a connection on which nothing moved is not alive; digital silence is the floor', () => {
    const still = changed(CHROME_STATS[1], 'media-source', { audioLevel: 0 });
    expect(secondBetween(read(still), read(still), 0)).toMatchObject({ alive: false, arrived: 0, jitterBuffer: null });
    const later = changed(still, 'media-source', { audioLevel: 0, totalSamplesDuration: 11.11 });
    expect(secondBetween(read(still), read(later), 0).levelOut).toBe(-100);
  });

  test('what the other side reports lost, and the protocol to the relay', () => {
    const after = changed(changed(CHROME_STATS[1], 'remote-inbound-rtp', { fractionLost: 0.12 }), 'local-candidate', { candidateType: 'relay', protocol: 'udp', relayProtocol: 'tls' });
    expect(secondBetween(read(CHROME_STATS[0]), read(after), 0)).toMatchObject({ lossOut: 12, pair: { local: 'relay', protocol: 'tls' } });
  });

  test('a report of the other side is one when it has just come', () => {
    const [before, after] = [1_000, 6_000].map((timestamp) => read(changed(CHROME_STATS[0], 'remote-inbound-rtp', { timestamp })));
    if (!before || !after) throw new Error('no statistics');
    expect([secondBetween(before, after, 0).reported, secondBetween(after, after, 0).reported]).toEqual([true, false]);
  });

  test('an empty report says nothing', () => {
    expect(secondBetween(read({}), read({}), 7)).toEqual({
      at: 7, lossIn: null, lossOut: null, reported: false, jitter: null, roundTrip: null, jitterBuffer: null, levelIn: null, levelOut: null, arrived: null, alive: null, codec: null, pair: null, mos: null,
    });
  });
});
