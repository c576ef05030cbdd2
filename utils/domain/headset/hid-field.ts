/** What a report descriptor says of one control, at its place in a report. Bits count from the lowest of the first byte (HID 1.11, section 8). */
export interface HidField {
  /** 0 where the device numbers no reports. */
  readonly reportId: number;
  readonly offset: number;
  readonly size: number;
  /** Page and id of what the field is: page × 0x10000 + id. */
  readonly usage: number;
  readonly relative: boolean;
  readonly minimum: number;
  /** Where an array names what is pressed: how many slots of `size` bits begin at `offset`, and which value in one of them is this usage. */
  readonly array: { readonly slots: number; readonly value: number } | null;
}

export interface HidReports {
  readonly fields: readonly HidField[];
  /** How long each report is, by its id. Bits. */
  readonly lengths: ReadonlyMap<number, number>;
}

interface Wanted {
  readonly kind: 'input' | 'output';
  /** Of the top collections, and of the fields: page × 0x10000 + id. */
  readonly collections: readonly number[];
  readonly usages: readonly number[];
}

/** Of a USB report; what says more is not read. Bits. */
const LONGEST_REPORT = 8 * 1024;
/** Values of more bits than these are no buttons or lights. */
const WIDEST = 32;
/** A collection in a collection, so deep. */
const DEEPEST = 8;

type Loose = Readonly<Record<string, unknown>>;
type Place = Pick<HidField, 'reportId' | 'offset' | 'size'>;

/**
 * The wanted fields of a device, from what `HIDDevice.collections` tells (WebHID, section 6.4). The device says it all, so nothing
 * is believed: what makes no sense is left out, and the rest of its report with it, whose place nobody knows then.
 */
export function readHidReports(collections: unknown, wanted: Wanted): HidReports {
  const reports = new Map<number, Loose>();
  const gather = (collection: Loose, depth: number) => {
    // A report belongs to the outermost collection that lists it: the inner ones may list their part of it again.
    for (const report of listOf(wanted.kind === 'input' ? collection.inputReports : collection.outputReports)) {
      const reportId = whole(report.reportId);
      if (reportId >= 0 && reportId <= 255 && !reports.has(reportId)) reports.set(reportId, report);
    }
    if (depth < DEEPEST) for (const child of listOf(collection.children)) gather(child, depth + 1);
  };
  for (const one of listOf(collections)) if (wanted.collections.includes(whole(one.usagePage) * 0x10000 + whole(one.usage))) gather(one, 0);

  const fields: HidField[] = [];
  const lengths = new Map<number, number>();
  for (const [reportId, report] of reports) {
    let offset = 0;
    for (const item of listOf(report.items)) {
      const [size, count] = [whole(item.reportSize), whole(item.reportCount)];
      if (!(size >= 0 && count >= 0 && offset + size * count <= LONGEST_REPORT)) break;
      if (item.isConstant !== true && size > 0 && size <= WIDEST) fields.push(...fieldsOf(item, { reportId, offset, size }, count, wanted.usages));
      offset += size * count;
    }
    lengths.set(reportId, offset);
  }
  return { fields, lengths };
}

function fieldsOf(item: Loose, place: Place, count: number, usages: readonly number[]): HidField[] {
  const minimum = Number.isFinite(item.logicalMinimum) ? Number(item.logicalMinimum) : 0;
  const about = { relative: item.isAbsolute === false, minimum };
  return usages.flatMap((usage): HidField[] => {
    const at = positionOf(usage, item);
    if (at < 0) return [];
    if (item.isArray === true) return [{ ...place, ...about, usage, array: { slots: count, value: minimum + at } }];
    return at < count ? [{ ...place, ...about, offset: place.offset + at * place.size, usage, array: null }] : [];
  });
}

/** Which one of the item's usages it is, from 0; -1: none. */
function positionOf(usage: number, item: Loose): number {
  if (item.isRange !== true) return Array.isArray(item.usages) ? item.usages.indexOf(usage) : -1;
  const [first, last] = [whole(item.usageMinimum), whole(item.usageMaximum)];
  return usage >= first && usage <= last ? usage - first : -1;
}

const whole = (value: unknown): number => (Number.isSafeInteger(value) ? Number(value) : Number.NaN);

const listOf = (value: unknown): Loose[] =>
  Array.isArray(value) ? value.filter((one): one is Loose => typeof one === 'object' && one !== null) : [];
