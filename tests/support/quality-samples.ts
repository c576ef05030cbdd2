import { scored, type MeasuredSecond, type QualitySample } from '@/utils/domain/quality/quality-sample';

/** A second of a good call, but for what is said. */
export const second = (over: Partial<MeasuredSecond> = {}): QualitySample =>
  scored({
    at: 0,
    lossIn: 0,
    lossOut: 0,
    reported: true,
    jitter: 3,
    roundTrip: 20,
    jitterBuffer: 40,
    levelIn: -30,
    levelOut: -30,
    arrived: 50,
    alive: true,
    codec: 'opus',
    pair: { local: 'host', remote: 'host', protocol: 'udp' },
    ...over,
  });
