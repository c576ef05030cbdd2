/** What is used here of WebHID (https://wicg.github.io/webhid/), which the DOM's types do not know. */
export interface HidDevice extends EventTarget {
  readonly opened: boolean;
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly collections: unknown;
  open(): Promise<void>;
  close(): Promise<void>;
  forget(): Promise<void>;
  sendReport(reportId: number, data: Uint8Array<ArrayBuffer>): Promise<void>;
}

export interface Hid extends EventTarget {
  getDevices(): Promise<HidDevice[]>;
  requestDevice(options: { readonly filters: readonly { readonly usagePage: number }[] }): Promise<HidDevice[]>;
}

export interface HidConnectionEvent extends Event {
  readonly device: HidDevice;
}

export interface HidInputReportEvent extends Event {
  readonly reportId: number;
  readonly data: DataView;
}

/** Null in Firefox, which has none. */
export const hidOf = (navigator: Navigator): Hid | null => (navigator as { readonly hid?: Hid }).hid ?? null;

/** Which model it is: devices have no other name that lasts. */
export const headsetId = ({ vendorId, productId }: HidDevice): string => [vendorId, productId].map((id) => id.toString(16).padStart(4, '0')).join(':');
