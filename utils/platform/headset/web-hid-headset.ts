import type { Logger } from '@/utils/contract/logger';
import type { HeadsetEvent, HeadsetPort } from '@/utils/core/headset-port';
import { headsetLayout } from '@/utils/domain/headset/headset-layout';
import { controlsOf, LIGHTS_OFF, type HeadsetLights } from '@/utils/domain/headset/headset-report';
import { openHeadset, type OpenHeadset } from './open-headset';
import { headsetId, type Hid, type HidConnectionEvent, type HidDevice } from './web-hid';

interface WebHidOptions {
  /** Null where the browser has no WebHID. Asked for when a headset is first wanted. */
  readonly hid: () => Hid | null;
  readonly log: Pick<Logger, 'warn' | 'debug'>;
}

/** Of one model there may be two, or one that shows itself as two: all of them are one headset here. */
export class WebHidHeadset implements HeadsetPort {
  readonly #options: WebHidOptions;
  readonly #listeners = new Set<(event: HeadsetEvent) => void>();
  readonly #open = new Map<HidDevice, OpenHeadset>();
  #hid: Hid | null = null;
  #wanted: string | null = null;
  /** Devices are opened and closed one after the other: each of both takes its time, and must not meet the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: WebHidOptions) {
    this.#options = options;
  }

  use(id: string | null): void {
    this.#wanted = id;
    this.#watch();
    this.#inTurn(() => this.#reconcile());
  }

  show(lights: HeadsetLights): void {
    for (const headset of this.#open.values()) headset.show(lights);
  }

  subscribe(listener: (event: HeadsetEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Only while one is wanted, so that nothing is touched before. */
  #watch(): void {
    if (this.#hid !== null || this.#wanted === null) return;
    this.#hid = this.#options.hid();
    this.#hid?.addEventListener('connect', () => this.#inTurn(() => this.#reconcile()));
    this.#hid?.addEventListener('disconnect', (event) => this.#gone((event as HidConnectionEvent).device));
  }

  /** What is wanted against what is open. */
  async #reconcile(): Promise<void> {
    const wanted = this.#wanted;
    for (const [device, headset] of [...this.#open]) {
      if (headsetId(device) === wanted) continue;
      this.#open.delete(device);
      headset.show(LIGHTS_OFF);
      await headset.close();
    }
    if (wanted === null) return;
    const devices = (await this.#hid?.getDevices()) ?? [];
    let failed = false;
    for (const device of devices) if (headsetId(device) === wanted && !this.#open.has(device)) failed = !(await this.#take(device)) || failed;
    // Meanwhile another one may be wanted, which has its turn next.
    if (this.#open.size === 0 && this.#wanted === wanted) this.#tell({ kind: failed ? 'failed' : 'missing' });
  }

  /** False: it could not be opened. */
  async #take(device: HidDevice): Promise<boolean> {
    const { log } = this.#options;
    const layout = headsetLayout(device.collections);
    // Its other half, with no buttons for calls.
    if (layout === null) return true;
    try {
      const headset = await openHeadset(device, layout, {
        onInput: (input) => this.#tell({ kind: 'input', input }),
        onFault: (error) => log.debug('headset did not take a report', { error: String(error) }),
      });
      this.#open.set(device, headset);
      this.#tell({ kind: 'connected', controls: controlsOf(layout), lights: layout.lights.length > 0 });
      return true;
    } catch (error) {
      log.warn('headset could not be opened', { error: String(error) });
      return false;
    }
  }

  #gone(device: HidDevice): void {
    this.#inTurn(async () => {
      const headset = this.#open.get(device);
      if (!headset) return;
      this.#open.delete(device);
      await headset.close();
      if (this.#open.size === 0 && this.#wanted !== null) this.#tell({ kind: 'missing' });
    });
  }

  #inTurn(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(work).catch((error: unknown) => this.#options.log.warn('headsets could not be listed', { error: String(error) }));
  }

  #tell(event: HeadsetEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
