import type { DeviceRef } from '@/utils/domain/audio/audio-choice';

/** Why no headset was chosen. `none`: the person closed the list; `refused`: the browser may not ask; `useless`: it has no button that a call can use. */
export type HeadsetProblem = 'none' | 'refused' | 'useless';

/** Headsets, to the page that may ask for them. */
export interface HeadsetAdapter {
  /** The browser lets an extension hear a headset's buttons. In Firefox none does. */
  readonly supported: boolean;
  /** Opens the browser's own list; takes a click. Never rejects. */
  ask(): Promise<{ readonly ok: true; readonly headset: DeviceRef } | { readonly ok: false; readonly why: HeadsetProblem }>;
  /** Gives the permission for this headset back. Never rejects. */
  forget(id: string): Promise<void>;
}
