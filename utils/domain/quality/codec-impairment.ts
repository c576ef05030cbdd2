/** How a codec sounds without loss (Ie), and how well it bears loss (Bpl): ITU-T G.107 section 7.5. */
export interface CodecImpairment {
  readonly ie: number;
  readonly bpl: number;
}

/** G.711 with packet loss concealment, as every browser has it: ITU-T G.113 (2007) Appendix I. */
const G711: CodecImpairment = Object.freeze({ ie: 0, bpl: 25.1 });
/** G.711 without concealment, same source; for what nobody knows, the cautious end. */
const UNKNOWN: CodecImpairment = Object.freeze({ ie: 0, bpl: 4.3 });
/**
 * Appendix I has no values for these two: its scale ends at telephone bandwidth, where neither can sound worse than
 * G.711. Loss they are taken to bear as it does, their concealment being the browser's own: an assumption, not a source.
 */
const WIDER: CodecImpairment = G711;

const KNOWN: Readonly<Record<string, CodecImpairment>> = Object.freeze({ pcma: G711, pcmu: G711, g722: WIDER, opus: WIDER });

/** `codec`: the encoding name of its rtpmap, in any case; null while it is not known. */
export function codecImpairment(codec: string | null): CodecImpairment {
  return KNOWN[codec?.toLowerCase() ?? ''] ?? UNKNOWN;
}
