import { scored, type QualitySample } from '@/utils/domain/quality/quality-sample';
import type { LevelReading, StatsReading } from './stats-reading';

/** dBFS of what is below 16 bits. */
const FLOOR = -100;

/** What happened between two readings of one connection. `now`: epoch ms of the later. */
export function secondBetween(before: StatsReading, after: StatsReading, now: number): QualitySample {
  const arrived = delta(before.packetsReceived, after.packetsReceived);
  return scored({
    at: now,
    lossIn: lossIn(before, after, arrived),
    lossOut: after.fractionLost === null ? null : Math.min(1, Math.max(0, after.fractionLost)) * 100,
    reported: after.reportedAt !== null && after.reportedAt !== before.reportedAt,
    jitter: milliseconds(after.jitter),
    roundTrip: milliseconds(after.roundTrip),
    jitterBuffer: jitterBuffer(before, after),
    levelIn: level(before.levelIn, after.levelIn),
    levelOut: level(before.levelOut, after.levelOut),
    arrived,
    alive: grew(before.activity, after.activity),
    codec: after.codec,
    pair: after.pair,
  });
}

/** Null while nothing was to come: a gap in the numbers is only seen once something comes again. */
function lossIn(before: StatsReading, after: StatsReading, arrived: number | null): number | null {
  if (arrived === null) return null;
  // A packet that was given up for lost may still come: then the count goes down.
  const lost = Math.max(0, after.packetsLost - before.packetsLost);
  const late = Math.max(0, after.packetsDiscarded - before.packetsDiscarded);
  const expected = arrived + lost;
  return expected === 0 ? null : Math.min(100, ((lost + late) / expected) * 100);
}

function jitterBuffer(before: StatsReading, after: StatsReading): number | null {
  const delay = delta(before.jitterBufferDelay, after.jitterBufferDelay);
  const emitted = delta(before.jitterBufferEmitted, after.jitterBufferEmitted);
  return delay === null || emitted === null || emitted === 0 ? null : (delay / emitted) * 1000;
}

/** The louder of the mean over the second and the peak of its last moment: the one tells silence, the other clipping. */
function level(before: LevelReading, after: LevelReading): number | null {
  const energy = delta(before.energy, after.energy);
  const duration = delta(before.duration, after.duration);
  const mean = energy === null || duration === null || duration === 0 ? null : Math.sqrt(energy / duration);
  if (mean === null && after.peak === null) return null;
  return Math.max(FLOOR, 20 * Math.log10(Math.max(mean ?? 0, after.peak ?? 0)));
}

function delta(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : Math.max(0, after - before);
}

function grew(before: number | null, after: number | null): boolean | null {
  return before === null || after === null ? null : after > before;
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}
