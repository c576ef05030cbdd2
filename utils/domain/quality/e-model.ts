import type { CodecImpairment } from './codec-impairment';

/**
 * The E-model, ITU-T G.107 (2015), with every parameter that a browser cannot measure at the default of its table 2.
 * With those, Ro = 94.77 and Is = 1.41.
 */
const RO = 94.77;
const IS = 1.41;
/** Talker echo loudness rating, dB; weighted echo path loss, dB. */
const TELR = 65;
const WEPL = 110;

export interface Transmission {
  readonly codec: CodecImpairment;
  /** Lost packets, random, per cent: 0 to 100. */
  readonly loss: number;
  /** Mouth to ear, one way, ms: 0 and up. */
  readonly delay: number;
}

/** The rating R of one direction of a call: 93.2 at best, below 0 for what cannot be used at all. */
export function rating({ codec, loss, delay }: Transmission): number {
  return RO - IS - delayImpairment(delay) - effectiveImpairment(codec, loss);
}

/** Mean opinion score of a rating, 1 to 4.5 (G.107 Annex B). Below R = 6.5 the formula would fall under 1 and rise again. */
export function meanOpinionScore(r: number): number {
  if (r >= 100) return 4.5;
  if (r <= 6.5) return 1;
  return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
}

/** Ie,eff of G.107 section 7.5, for random loss (BurstR = 1). */
function effectiveImpairment({ ie, bpl }: CodecImpairment, loss: number): number {
  return loss === 0 ? ie : ie + ((95 - ie) * loss) / (loss + bpl);
}

/** Id of G.107 section 7.4: talker echo, listener echo, and the delay itself; Ta = T and Tr = 2T (table 2, note 3). */
function delayImpairment(delay: number): number {
  return talkerEcho(delay) + listenerEcho(2 * delay) + pureDelay(delay);
}

/** Within the first milliseconds the formula gives a gain of up to 0.2, which is none. */
function talkerEcho(t: number): number {
  const terv = TELR - 40 * Math.log10((1 + t / 10) / (1 + t / 150)) + 6 * Math.exp(-0.3 * t * t);
  const re = 80 + 2.5 * (terv - 14);
  const half = (RO - re) / 2;
  return Math.max(0, (half + Math.sqrt(half * half + 100) - 1) * (1 - Math.exp(-t)));
}

function listenerEcho(tr: number): number {
  const rle = 10.5 * (WEPL + 7) * (tr + 1) ** -0.25;
  const half = (RO - rle) / 2;
  return half + Math.sqrt(half * half + 169);
}

function pureDelay(ta: number): number {
  if (ta <= 100) return 0;
  const x = Math.log2(ta / 100);
  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
}
