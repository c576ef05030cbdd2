import { NO_NUMBERS, type NumberFlags, type PageFlags } from './page-flags';

export const NO_FLAGS: PageFlags = Object.freeze<PageFlags>({ dial: false, panel: false, numbers: NO_NUMBERS });

const LOOKS: readonly NumberFlags['look'][] = ['underline', 'dotted', 'tint', 'plain'];
const LEVELS: readonly NumberFlags['level'][] = ['strict', 'normal', 'eager'];

/** Read by hand: a schema library would weigh more than the rest of the content script. */
export function flagsOf(value: unknown): PageFlags {
  const { dial, panel, numbers } = object(value);
  return { dial: dial === true, panel: panel === true, numbers: numbersOf(numbers) };
}

function numbersOf(value: unknown): NumberFlags {
  const { on, look, region, level, sitesOff, exceptions } = object(value);
  return {
    on: on === true,
    look: LOOKS.find((one) => one === look) ?? NO_NUMBERS.look,
    region: typeof region === 'string' ? region : null,
    level: LEVELS.find((one) => one === level) ?? NO_NUMBERS.level,
    sitesOff: list(sitesOff).filter((one) => typeof one === 'string'),
    exceptions: list(exceptions).flatMap((value) => {
      const { site, text } = object(value);
      return typeof site === 'string' && typeof text === 'string' ? { site, text } : [];
    }),
  };
}

const object = (value: unknown): Partial<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Partial<Record<string, unknown>>) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
