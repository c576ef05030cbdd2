import { readHidReports, type HidField } from './hid-field';

/** USB HID Usage Tables 1.4: Telephony (section 14) and LED (section 11) pages. */
export const TELEPHONY_PAGE = 0x0b;
const TELEPHONY = TELEPHONY_PAGE * 0x10000;
const LED = 0x08 * 0x10000;

/** The collections that are a telephone: Phone and Headset. */
const DEVICES = [TELEPHONY + 0x01, TELEPHONY + 0x05];

export type HeadsetControl = 'hook' | 'mute' | 'flash' | 'redial';

const CONTROLS: Readonly<Record<number, HeadsetControl>> = {
  [TELEPHONY + 0x20]: 'hook',
  [TELEPHONY + 0x21]: 'flash',
  [TELEPHONY + 0x24]: 'redial',
  [TELEPHONY + 0x2f]: 'mute',
};

export type HeadsetLight = 'mute' | 'offHook' | 'ring' | 'hold';

/** A headset may have a ringer of its own beside the light. */
const LIGHTS: Readonly<Record<number, HeadsetLight>> = {
  [LED + 0x09]: 'mute',
  [LED + 0x17]: 'offHook',
  [LED + 0x18]: 'ring',
  [LED + 0x20]: 'hold',
  [TELEPHONY + 0x9e]: 'ring',
};

export interface ControlField extends HidField {
  readonly control: HeadsetControl;
}

export interface LightField extends HidField {
  readonly light: HeadsetLight;
}

/** Where a headset's buttons and lights are in its reports. */
export interface HeadsetLayout {
  readonly controls: readonly ControlField[];
  readonly lights: readonly LightField[];
  /** Bytes of each output report with a light in it, by its id. */
  readonly outputs: ReadonlyMap<number, number>;
}

/** From `HIDDevice.collections`, whatever is in them; null: there is no button that a call can use. */
export function headsetLayout(collections: unknown): HeadsetLayout | null {
  const inputs = readHidReports(collections, { kind: 'input', collections: DEVICES, usages: Object.keys(CONTROLS).map(Number) });
  const controls = inputs.fields.flatMap((field) => {
    const control = CONTROLS[field.usage];
    return control ? [{ ...field, control }] : [];
  });
  if (!controls.some(({ control }) => control === 'hook' || control === 'mute')) return null;
  const outputs = readHidReports(collections, { kind: 'output', collections: DEVICES, usages: Object.keys(LIGHTS).map(Number) });
  const lights = outputs.fields.flatMap((field) => {
    const light = LIGHTS[field.usage];
    return light && field.array === null ? [{ ...field, light }] : [];
  });
  const lit = [...new Set(lights.map(({ reportId }) => reportId))];
  return { controls, lights, outputs: new Map(lit.map((reportId) => [reportId, Math.ceil((outputs.lengths.get(reportId) ?? 0) / 8)])) };
}
