import type { FoundKind } from '../found-number';

/** libphonenumber-js's metadata with all types (its "max" set): a calling code's regions, the main one first. */
export interface NumberMetadata {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  /** A region's plan, or the same as JSON text. */
  readonly countries: Readonly<Record<string, readonly unknown[] | string>>;
  readonly nonGeographic?: Readonly<Record<string, readonly unknown[]>>;
}

/** One way of writing numbers of a plan. */
export interface PlanFormat {
  readonly leading: RegExp | null;
  readonly whole: RegExp;
  readonly national: string;
  readonly international: string;
  /** Remembers where its groups end, by a number's length; negative for the international form. */
  readonly breaks: Map<number, readonly number[]>;
  /** Numbers of this format are never dialled or written without the national prefix. */
  readonly prefixRequired: boolean;
}

/** A region's numbering plan, compiled. */
export interface NumberPlan {
  readonly region: string;
  readonly callingCode: string;
  /** '' where the plan has none. */
  readonly nationalPrefix: string;
  readonly prefixForParsing: RegExp | null;
  readonly transform: string | null;
  readonly idd: RegExp | null;
  readonly lengths: readonly number[];
  readonly general: RegExp;
  readonly kinds: readonly { readonly kind: FoundKind; readonly whole: RegExp }[];
  readonly formats: readonly PlanFormat[];
}

/** Places in a region's entry, as libphonenumber-js's METADATA.md has them. */
const AT = { code: 0, idd: 1, pattern: 2, lengths: 3, formats: 4, prefix: 5, prefixRule: 6, forParsing: 7, transform: 8, optional: 9, types: 11 } as const;

/** Order of the types in an entry. */
const KINDS: readonly FoundKind[] = ['fixed', 'mobile', 'toll-free', 'premium', 'other', 'other', 'other', 'other', 'voip', 'shared-cost'];

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const start = (pattern: string) => new RegExp(`^(?:${pattern})`);
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Plan of one entry; `main` is the entry of its calling code's main region, whose formats smaller regions share. */
export function compilePlan(region: string, entry: readonly unknown[], main: readonly unknown[]): NumberPlan {
  const prefix = text(entry[AT.prefix]) ?? '';
  const shared = { rule: entry[AT.prefixRule] || main[AT.prefixRule], optional: Boolean(entry[AT.optional] || main[AT.optional]) };
  const formats = list(entry[AT.formats] || main[AT.formats]).map((one) => compileFormat(list(one), prefix, shared));
  const kinds = list(entry[AT.types]).flatMap((type, at) => {
    const pattern = text(list(type)[0]);
    return pattern === null ? [] : [{ kind: KINDS[at] ?? 'other', whole: whole(pattern) }];
  });
  const forParsing = text(entry[AT.forParsing]) ?? (prefix === '' ? null : prefix);
  const idd = text(entry[AT.idd]);
  return {
    region,
    callingCode: text(entry[AT.code]) ?? '',
    nationalPrefix: prefix,
    prefixForParsing: forParsing === null ? null : start(forParsing),
    transform: text(entry[AT.transform]),
    idd: idd === null ? null : start(idd),
    lengths: list(entry[AT.lengths]).filter((one) => typeof one === 'number'),
    general: whole(text(entry[AT.pattern]) ?? ''),
    kinds,
    formats,
  };
}

function compileFormat(entry: readonly unknown[], prefix: string, shared: { rule: unknown; optional: boolean }): PlanFormat {
  const [pattern, national, leading, rule, optional, international] = entry;
  const last = text(list(leading).at(-1));
  const used = text(rule) ?? text(shared.rule) ?? '';
  return {
    leading: last === null ? null : start(last),
    whole: whole(text(pattern) ?? ''),
    national: text(national) ?? '',
    international: text(international) ?? text(national) ?? '',
    breaks: new Map(),
    prefixRequired: prefix !== '' && used.includes(prefix) && !optional && !shared.optional,
  };
}

/** Plans by region and by calling code, compiled when first asked for. */
export interface NumberPlans {
  forRegion(region: string): NumberPlan | null;
  /** All plans of a calling code, the main region first; empty for none. */
  forCallingCode(code: string): readonly NumberPlan[];
}

export function createNumberPlans(metadata: NumberMetadata): NumberPlans {
  const regions = new Map<string, NumberPlan | null>();
  const codes = new Map<string, readonly NumberPlan[]>();

  const entryOf = (region: string) => {
    const entry = Object.hasOwn(metadata.countries, region) ? metadata.countries[region] : undefined;
    return typeof entry === 'string' ? list(JSON.parse(entry)) : entry;
  };
  const forRegion = (region: string) => {
    const known = regions.get(region);
    if (known !== undefined) return known;
    const entry = entryOf(region);
    const main = entry && entryOf(metadata.country_calling_codes[String(entry[AT.code])]?.[0] ?? region);
    const plan = entry ? compilePlan(region, entry, main ?? entry) : null;
    regions.set(region, plan);
    return plan;
  };
  return {
    forRegion,
    forCallingCode(code) {
      const known = codes.get(code);
      if (known) return known;
      const entry = metadata.nonGeographic?.[code];
      const plans = entry
        ? [compilePlan('001', entry, entry)]
        : (metadata.country_calling_codes[code] ?? []).map(forRegion).filter((plan) => plan !== null);
      codes.set(code, plans);
      return plans;
    },
  };
}
