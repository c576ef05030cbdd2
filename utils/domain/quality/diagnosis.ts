import { scores, type QualitySample } from './quality-sample';
import type { QualityWarning } from './quality-warning';

/** A direction scored below is bad: R = 70, under which ITU-T G.109 calls quality low. */
const BAD_SCORE = 3.6;
/** One way, people begin to talk into each other above 400 ms (ITU-T G.114). Both ways, ms. */
const LATE = 800;
/** dBFS: no microphone that is on is as quiet; and the very top, where what is louder is cut off. */
const SILENT = -90;
const CLIPPING = -0.01;
/** Of the last three seconds two must be bad in the same way; seen once a second that is within 3 s of the fault. */
const LOOK_BACK = 3;
const BAD_SECONDS = 2;
/** So many good seconds end a warning. */
const GOOD_SECONDS = 5;

/** The other side reports every five seconds or so, seldom more than eight apart (RFC 3550 section 6.2); what a report says of its first second or two of bad sound is still of the time before. */
const REPORT_LATE = 2;

/** As many samples as {@link diagnose} looks at: a report is among them. */
export const DIAGNOSED = 12;

/**
 * Which warning stands after the last samples, oldest first. `muted`: what the microphone sends says nothing about it.
 * One that stands ends only after {@link GOOD_SECONDS}, or when another fault has taken its place.
 */
export function diagnose(standing: QualityWarning | null, samples: readonly QualitySample[], muted: boolean): QualityWarning | null {
  const faults = samples.slice(-DIAGNOSED).map((sample, at, all) => faultOf(sample, all.slice(0, at + 1), muted));
  const recent = faults.slice(-LOOK_BACK);
  const found = recent.findLast((fault) => fault !== null && recent.filter((one) => one === fault).length >= BAD_SECONDS) ?? null;
  if (found !== null) return found;
  if (standing === null || (muted && standing.startsWith('microphone'))) return null;
  const calm = faults.length >= GOOD_SECONDS && faults.slice(-GOOD_SECONDS).every((fault) => fault === null);
  return calm ? null : standing;
}

/** What was wrong in one second; `upTo`: it and those before. */
function faultOf(sample: QualitySample, upTo: readonly QualitySample[], muted: boolean): QualityWarning | null {
  return transmissionFault(sample, upTo) ?? (muted ? null : microphoneFault(sample));
}

function microphoneFault({ levelOut }: QualitySample): QualityWarning | null {
  if (levelOut === null) return null;
  if (levelOut <= SILENT) return 'microphone-silent';
  return levelOut >= CLIPPING ? 'microphone-loud' : null;
}

/**
 * What is lost on the way out, or late both ways, or silence on the whole connection, is seen from here and so most
 * likely here: of all links a person's own is the narrow one. What only comes in badly, while what goes out is known to arrive
 * well, went wrong over there.
 */
function transmissionFault(sample: QualitySample, upTo: readonly QualitySample[]): QualityWarning | null {
  if (sample.arrived === 0) return upTo.slice(-LOOK_BACK).some(({ arrived, alive }) => arrived === 0 && alive !== false) ? 'far-end' : 'network';
  const { in: here, out: there } = lossScores(sample);
  if (there !== null && there < BAD_SCORE) return 'network';
  if (sample.roundTrip !== null && sample.roundTrip > LATE) return 'network';
  if (here === null || here >= BAD_SCORE) return null;
  return there !== null && isReported(upTo) ? 'far-end' : 'network';
}

const lossScores = (sample: QualitySample) => scores({ ...sample, roundTrip: null, jitterBuffer: null });

/** Whether the other side has told what reaches it since sound began to come in badly: until then what it told is of the time before. */
function isReported(upTo: readonly QualitySample[]): boolean {
  const before = upTo.findLastIndex((one) => (lossScores(one).in ?? 0) >= BAD_SCORE);
  const longAgo = before < 0 && upTo.length > DIAGNOSED - LOOK_BACK;
  return upTo.slice(longAgo ? 0 : before + 1 + REPORT_LATE).some(({ reported }) => reported);
}
