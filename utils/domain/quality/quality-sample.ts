import { codecImpairment } from './codec-impairment';
import { meanOpinionScore, rating } from './e-model';
import { oneWayDelay } from './one-way-delay';

export type CandidateKind = 'host' | 'srflx' | 'prflx' | 'relay';

/** The way the audio takes. */
export interface CandidatePair {
  readonly local: CandidateKind;
  readonly remote: CandidateKind;
  /** To the relay, where there is one. */
  readonly protocol: 'udp' | 'tcp' | 'tls';
}

/** What one second of one call was like. Null: the browser does not tell, or there was nothing to measure. */
export interface QualitySample {
  /** Epoch ms of its end. */
  readonly at: number;
  /** Per cent of the packets, too late ones included. */
  readonly lossIn: number | null;
  /** As the other side reports it, every few seconds. */
  readonly lossOut: number | null;
  /** Such a report came in this second. */
  readonly reported: boolean;
  /** Milliseconds, RFC 3550 section 6.4.1, of what arrives. */
  readonly jitter: number | null;
  readonly roundTrip: number | null;
  /** Milliseconds that what arrived waited to be played. */
  readonly jitterBuffer: number | null;
  /** dBFS: 0 is the loudest there is, -100 and below digital silence. */
  readonly levelIn: number | null;
  readonly levelOut: number | null;
  /** Audio packets that arrived. */
  readonly arrived: number | null;
  /** Anything arrived, connection checks and reports included. */
  readonly alive: boolean | null;
  /** Of what arrives: `opus`, `PCMA` … */
  readonly codec: string | null;
  readonly pair: CandidatePair | null;
  /** Of the worse direction, 1 to 4.5. */
  readonly mos: number | null;
}

export type MeasuredSecond = Omit<QualitySample, 'mos'>;

/** Scores of both directions; null where the loss is not known. A delay that is not known is taken to be none. */
export function scores(second: Pick<QualitySample, 'lossIn' | 'lossOut' | 'roundTrip' | 'jitterBuffer' | 'codec'>): {
  readonly in: number | null;
  readonly out: number | null;
} {
  const { lossIn, lossOut, roundTrip, jitterBuffer, codec } = second;
  const delay = oneWayDelay({ roundTrip: roundTrip ?? 0, jitterBuffer: jitterBuffer ?? 0, codec });
  const score = (loss: number | null) => (loss === null ? null : meanOpinionScore(rating({ codec: codecImpairment(codec), loss, delay })));
  return { in: score(lossIn), out: score(lossOut) };
}

/** The second with its score. */
export function scored(second: MeasuredSecond): QualitySample {
  const { in: here, out: there } = scores(second);
  return { ...second, mos: here === null || there === null ? (here ?? there) : Math.min(here, there) };
}
