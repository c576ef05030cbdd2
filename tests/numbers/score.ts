/** A number a labelled text holds, or one that a detector found. */
export interface NumberSpan {
  readonly start: number;
  readonly end: number;
  readonly e164?: string | null | undefined;
  /** Instead of it for a short service number. */
  readonly dial?: string | undefined;
}

export interface LabelledText {
  readonly text: string;
  readonly region: string | null;
  readonly expect: readonly (NumberSpan & { readonly ends?: readonly number[] | undefined })[];
  readonly tags?: readonly string[] | undefined;
}

export type Detector = (text: string, region: string | null) => readonly NumberSpan[];

export interface Score {
  /** Harmonic mean of precision and recall, 0 to 1. */
  readonly f1: number;
  /** Share of the labelled numbers whose start and end are met too. */
  readonly exact: number;
  /** Share of the texts without a number in which nothing was found. */
  readonly quiet: number;
  /** Short service numbers found, of how many; not part of the rest. */
  readonly short: readonly [number, number];
}

const digits = (text: string | null | undefined) => (text ?? '').replace(/\D/g, '');

/** The same digits to call, and at least one character in common. */
function meets(want: NumberSpan, got: NumberSpan): boolean {
  if (want.start >= got.end || got.start >= want.end) return false;
  return want.e164 ? want.e164 === got.e164 : digits(got.e164 ?? got.dial).endsWith(digits(want.dial));
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** How well a detector does on labelled texts. Texts whose label people disagree on are left out. */
export function score(detect: Detector, texts: readonly LabelledText[]): Score {
  const sum = { wanted: 0, hit: 0, exact: 0, surplus: 0, silent: 0, numberless: 0, short: 0, shorts: 0 };
  for (const { text, region, expect, tags = [] } of texts) {
    if (tags.includes('ambiguous')) continue;
    const left = [...detect(text, region === 'ZZ' ? null : region)];
    const short = tags.includes('short');
    for (const want of expect) {
      const at = left.findIndex((got) => meets(want, got));
      const [got] = at < 0 ? [] : left.splice(at, 1);
      if (short) {
        sum.shorts++;
        if (got !== undefined) sum.short++;
        continue;
      }
      sum.wanted++;
      if (got === undefined) continue;
      sum.hit++;
      if (got.start === want.start && (want.ends ?? [want.end]).includes(got.end)) sum.exact++;
    }
    if (short) continue;
    sum.surplus += left.length;
    if (expect.length > 0) continue;
    sum.numberless++;
    if (left.length === 0) sum.silent++;
  }
  const f1 = share(2 * sum.hit, 2 * sum.hit + sum.surplus + (sum.wanted - sum.hit));
  return { f1, exact: share(sum.exact, sum.wanted), quiet: share(sum.silent, sum.numberless), short: [sum.short, sum.shorts] };
}
