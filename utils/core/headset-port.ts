import type { HeadsetControl } from '@/utils/domain/headset/headset-layout';
import type { HeadsetInput, HeadsetLights } from '@/utils/domain/headset/headset-report';

/** What became of the headset that is wanted. `failed`: it is there, and the browser could not open it. */
export type HeadsetEvent =
  | { readonly kind: 'connected'; readonly controls: readonly HeadsetControl[]; readonly lights: boolean }
  | { readonly kind: 'missing' | 'failed' }
  | { readonly kind: 'input'; readonly input: HeadsetInput };

/** A headset's buttons and lights. */
export interface HeadsetPort {
  /** Opens the headset with this id whenever it is there, once; tries again what failed. Null: none, what is open is closed. */
  use(id: string | null): void;
  /** Does nothing while it is not there. */
  show(lights: HeadsetLights): void;
  /** Returns the way to stop. */
  subscribe(listener: (event: HeadsetEvent) => void): () => void;
}
