import type { Hid, HidDevice } from '@/utils/platform/headset/web-hid';

/** How this headset was built. */
export interface HeadsetBuild {
  readonly name?: string;
  readonly vendorId?: number;
  readonly productId?: number;
  /** Its mute button says that it was pressed, or is a state that lasts. */
  readonly mute?: 'toggle' | 'state';
  /** It takes over what its lights are told, and reports the hook, or the state, that has changed so. */
  readonly follows?: boolean;
  readonly reportId?: number;
}

export const item = (usages: readonly number[], over: object = {}) => ({
  usages,
  isRange: false,
  isConstant: false,
  isArray: false,
  isAbsolute: true,
  reportSize: 1,
  reportCount: usages.length,
  logicalMinimum: 0,
  logicalMaximum: 1,
  ...over,
});
export const padding = (bits: number) => item([], { isConstant: true, reportCount: bits });

const HOOK = 0xb0020;
const FLASH = 0xb0021;
const REDIAL = 0xb0024;
const MUTE = 0xb002f;
const [MUTE_LED, OFF_HOOK_LED, RING_LED, HOLD_LED] = [0x80009, 0x80017, 0x80018, 0x80020] as const;
const RINGER = 0xb009e;

/** What a headset of this build says of itself. */
export const headsetCollections = ({ mute = 'toggle', reportId = 2 }: HeadsetBuild = {}) => [
  { usagePage: 0x0c, usage: 1, type: 1, children: [], inputReports: [{ reportId: 1, items: [item([0xc00e9, 0xc00ea]), padding(6)] }], outputReports: [], featureReports: [] },
  {
    usagePage: 0x0b,
    usage: 5,
    type: 1,
    children: [],
    inputReports: [{ reportId, items: [item([HOOK]), item([MUTE], { isAbsolute: mute === 'state' }), item([FLASH, REDIAL], { isAbsolute: false }), padding(4)] }],
    outputReports: [{ reportId, items: [item([OFF_HOOK_LED, RING_LED, MUTE_LED, HOLD_LED]), item([RINGER]), padding(3)] }],
    featureReports: [],
  },
];

const wrongState = () => new DOMException('wrong state', 'InvalidStateError');

/** A headset on its wire: a HIDDevice as WebHID says it behaves, and hands to press its buttons. */
export class SimulatedHeadset extends EventTarget implements HidDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  collections: unknown;
  opened = false;
  allowed = true;
  plugged = true;
  /** Another program has it. */
  busy = false;
  readonly heard: string[] = [];
  #hook = false;
  #muted = false;
  #lights = 0;
  #told: string[] = [];
  readonly #build: HeadsetBuild;

  constructor(build: HeadsetBuild = {}) {
    super();
    this.#build = build;
    this.vendorId = build.vendorId ?? 0x1395;
    this.productId = build.productId ?? 0x0042;
    this.productName = build.name ?? 'Simulated 65';
    this.collections = headsetCollections(build);
  }

  async open(): Promise<void> {
    this.heard.push('open');
    if (this.opened) throw wrongState();
    if (this.busy || !this.allowed) throw new DOMException('no', 'NotAllowedError');
    if (!this.plugged) throw new DOMException('gone', 'NotFoundError');
    this.opened = true;
  }

  async close(): Promise<void> {
    if (this.opened) this.heard.push('close');
    this.opened = false;
  }

  async forget(): Promise<void> {
    await this.close();
    this.allowed = false;
  }

  async sendReport(reportId: number, data: Uint8Array<ArrayBuffer>): Promise<void> {
    if (!this.opened) throw wrongState();
    if (reportId !== (this.#build.reportId ?? 2) || data.length !== 1) throw new DOMException('no such report', 'NotAllowedError');
    this.#lights = data[0] ?? 0;
    this.#told.push(this.lights);
    if (this.#build.follows === false) return;
    const [hook, muted] = [(this.#lights & 1) !== 0, (this.#lights & 4) !== 0];
    const changed = hook !== this.#hook || (muted !== this.#muted && this.#build.mute === 'state');
    [this.#hook, this.#muted] = [hook, muted];
    if (changed) queueMicrotask(() => this.#report());
  }

  /** What is lit, in words: `off-hook ring mute hold ringer`. */
  get lights(): string {
    return ['off-hook', 'ring', 'mute', 'hold', 'ringer'].filter((_, bit) => (this.#lights & (1 << bit)) !== 0).join(' ');
  }

  /** What it was told since this was asked last. */
  takeTold(): string[] {
    return this.#told.splice(0);
  }

  get muted(): boolean {
    return this.#muted;
  }

  pressHook(): void {
    this.#hook = !this.#hook;
    this.#report();
  }

  pressMute(): void {
    this.#muted = !this.#muted;
    if (this.#build.mute === 'state') return this.#report();
    this.#report(2);
    this.#report();
  }

  pressFlash(): void {
    this.#report(4);
    this.#report();
  }

  pressRedial(): void {
    this.#report(8);
    this.#report();
  }

  #report(buttons = 0): void {
    if (!this.opened) return;
    const state = (this.#hook ? 1 : 0) | (this.#muted && this.#build.mute === 'state' ? 2 : 0);
    // A view into a longer buffer, as browsers may hand one over.
    const buffer = new Uint8Array([0xff, state | buttons, 0xff]).buffer;
    this.dispatchEvent(Object.assign(new Event('inputreport'), { device: this, reportId: this.#build.reportId ?? 2, data: new DataView(buffer, 1, 1) }));
  }
}

/** `navigator.hid` of a computer with headsets. */
export class SimulatedHid extends EventTarget implements Hid {
  readonly #devices: SimulatedHeadset[];
  /** What a person picks from the browser's list; null: closes it. */
  pick: SimulatedHeadset | null = null;
  /** The browser does not ask. */
  refuses = false;

  constructor(...devices: SimulatedHeadset[]) {
    super();
    this.#devices = devices;
  }

  async getDevices(): Promise<SimulatedHeadset[]> {
    return this.#devices.filter(({ plugged, allowed }) => plugged && allowed);
  }

  async requestDevice({ filters }: { readonly filters: readonly { readonly usagePage: number }[] }): Promise<SimulatedHeadset[]> {
    if (this.refuses) throw new DOMException('no', 'SecurityError');
    const { pick } = this;
    const pages = (Array.isArray(pick?.collections) ? pick.collections : []) as { usagePage: number }[];
    if (!pick || !pages.some(({ usagePage }) => filters.some((filter) => filter.usagePage === usagePage))) return [];
    pick.allowed = true;
    return [pick];
  }

  plug(device: SimulatedHeadset): void {
    device.plugged = true;
    if (!this.#devices.includes(device)) this.#devices.push(device);
    if (device.allowed) this.dispatchEvent(Object.assign(new Event('connect'), { device }));
  }

  unplug(device: SimulatedHeadset): void {
    device.plugged = device.opened = false;
    if (device.allowed) this.dispatchEvent(Object.assign(new Event('disconnect'), { device }));
  }
}
