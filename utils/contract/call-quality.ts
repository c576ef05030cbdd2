import * as v from 'valibot';
import type { QualitySample } from '@/utils/domain/quality/quality-sample';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import { QUALITY_WARNINGS } from '@/utils/domain/quality/quality-warning';

/** One second of one call, on its way to who looks at it. */
export interface LiveSample {
  readonly callId: string;
  readonly sample: QualitySample;
}

/** The last seconds of each call that goes on, oldest first. */
export type CallSamples = ReadonlyMap<string, readonly QualitySample[]>;

/** Seconds kept of each call that goes on: what a plot shows when it is opened. */
export const SAMPLES_KEPT = 120;

const DAY = 86_400;
const score = v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(4.5)));
const percent = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100)));
const milliseconds = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(DAY * 1000)));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * DAY));
const candidateKind = v.picklist(['host', 'srflx', 'prflx', 'relay']);

/** utils/domain/quality/quality-summary.ts says what each field means. */
export const qualitySummarySchema = v.object({
  seconds,
  mosMin: score,
  mosMean: score,
  lossIn: percent,
  lossOut: percent,
  jitter: milliseconds,
  roundTrip: milliseconds,
  codec: v.nullable(v.pipe(v.string(), v.regex(/^[\w.-]{1,32}$/))),
  pair: v.nullable(v.object({ local: candidateKind, remote: candidateKind, protocol: v.picklist(['udp', 'tcp', 'tls']) })),
  warnings: v.pipe(v.array(v.object({ kind: v.picklist(QUALITY_WARNINGS), seconds })), v.maxLength(QUALITY_WARNINGS.length), v.readonly()),
}) satisfies v.GenericSchema<unknown, QualitySummary>;

/** POST /api/call-quality: what a call of the user's was like at this device. */
export const qualityReportSchema = v.object({
  /** SIP Call-ID, as in the call's record. */
  callId: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  quality: qualitySummarySchema,
});
export type QualityReport = v.InferOutput<typeof qualityReportSchema>;
