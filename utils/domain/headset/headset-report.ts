import type { ControlField, HeadsetControl, HeadsetLayout, HeadsetLight } from './headset-layout';

/**
 * What was done to a headset. `hook` true: off the hook. `mute` true or false: the headset says how it is now, or wants it so.
 * `toggle`: a button was pressed, and how it is now is for us to say.
 */
export type HeadsetInput =
  | { readonly control: 'hook'; readonly value: boolean | 'toggle' }
  | { readonly control: 'mute'; readonly value: boolean | 'toggle'; /** It is a state that lasts. */ readonly lasts: boolean }
  | { readonly control: 'flash' | 'redial' };

export type HeadsetLights = Readonly<Record<HeadsetLight, boolean>>;

export const LIGHTS_OFF: HeadsetLights = Object.freeze<HeadsetLights>({ mute: false, offHook: false, ring: false, hold: false });

/** What the controls said last, by their place in the layout; nothing is pressed at first, and the hook is on. */
export type ControlValues = readonly number[];

/** What an input report tells that is new. One that is shorter than its layout says is read as far as it goes. */
export function readReport(
  { controls }: HeadsetLayout,
  before: ControlValues,
  reportId: number,
  data: Uint8Array,
): { readonly values: ControlValues; readonly inputs: readonly HeadsetInput[] } {
  const values = controls.map((field, at) => (field.reportId === reportId ? valueOf(field, data) : null) ?? before[at] ?? 0);
  const inputs = controls.flatMap((field, at) => inputOf(field, before[at] ?? 0, values[at] ?? 0) ?? []);
  return { values, inputs };
}

/**
 * The Usage Tables (section 3.4.1) know three kinds of on/off control: a state that is absolute; a relative button that switches at
 * each press, 0 to 1; a relative pair, 1 for on and -1 for off. One-shot and momentary controls act when they are pressed.
 */
function inputOf({ control, relative, minimum }: ControlField, before: number, now: number): HeadsetInput | null {
  if (now === before) return null;
  if (control === 'flash' || control === 'redial') return now === 0 ? null : { control };
  if (!relative) return onOff(control, now !== 0, true);
  if (now === 0) return null;
  if (minimum < 0) return onOff(control, now > 0, false);
  return control === 'mute' ? { control, value: 'toggle', lasts: false } : { control, value: 'toggle' };
}

function onOff(control: 'hook' | 'mute', value: boolean, lasts: boolean): HeadsetInput {
  return control === 'hook' ? { control, value } : { control, value, lasts };
}

/** Null where the report does not reach so far. */
function valueOf({ offset, size, minimum, array }: ControlField, data: Uint8Array): number | null {
  if (array === null) return bitsAt(data, offset, size, minimum < 0);
  for (let slot = 0; slot < array.slots; slot++) {
    const value = bitsAt(data, offset + slot * size, size, minimum < 0);
    if (value === null) return null;
    if (value === array.value) return 1;
  }
  return 0;
}

function bitsAt(data: Uint8Array, offset: number, size: number, signed: boolean): number | null {
  if (offset + size > data.length * 8) return null;
  let value = 0;
  for (let bit = size - 1; bit >= 0; bit--) value = value * 2 + (((data[(offset + bit) >> 3] ?? 0) >> ((offset + bit) & 7)) & 1);
  return signed && value >= 2 ** (size - 1) ? value - 2 ** size : value;
}

export interface OutputReport {
  readonly reportId: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** The reports that make a headset show this; whatever else is in them stays off. */
export function writeLights({ lights, outputs }: HeadsetLayout, shown: HeadsetLights): OutputReport[] {
  return [...outputs].map(([reportId, bytes]) => {
    const data = new Uint8Array(bytes);
    for (const { light, offset, ...field } of lights) {
      // A field that is no switch but a number is on at 1, too.
      if (field.reportId === reportId && shown[light]) data[offset >> 3] = (data[offset >> 3] ?? 0) | (1 << (offset & 7));
    }
    return { reportId, data };
  });
}

/** Which buttons a person finds on it. */
export function controlsOf({ controls }: HeadsetLayout): HeadsetControl[] {
  return [...new Set(controls.map(({ control }) => control))];
}
