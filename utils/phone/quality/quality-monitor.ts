import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallView } from '@/utils/contract/phone-state';
import type { QualitySample } from '@/utils/domain/quality/quality-sample';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import type { QualityWarning } from '@/utils/domain/quality/quality-warning';
import { CallQuality, type StatsSource } from './call-quality';

/** Milliseconds. */
const EVERY = 1_000;

export interface MonitoredCall {
  readonly view: CallView;
  readonly audio: { readonly media: StatsSource | null };
}

export interface QualityMonitorOptions {
  readonly clock: Clock;
  /** Those that are not over. */
  readonly calls: () => readonly MonitoredCall[];
  readonly onSample: (callId: string, sample: QualitySample) => void;
  /** A warning came, went, or gave way to another. */
  readonly onWarning: (callId: string) => void;
  /** A call's audio stopped coming: nobody speaks there, or the network is gone. */
  readonly onStopped: () => void;
  readonly log: Logger;
}

/** Measures the calls that are talked in, once a second, by one timer for all, which runs only while there are some. */
export class QualityMonitor {
  readonly #options: QualityMonitorOptions;
  readonly #qualities = new Map<string, CallQuality>();
  #stopTimer: (() => void) | null = null;

  constructor(options: QualityMonitorOptions) {
    this.#options = options;
  }

  /** After every change of a call. */
  changed(): void {
    const calls = this.#options.calls();
    for (const { view } of calls) if (!isJudged(view)) this.#qualities.get(view.id)?.pause();
    const wanted = calls.some(({ view }) => isJudged(view));
    if (wanted) this.#stopTimer ??= this.#options.clock.every(EVERY, () => this.#tick());
    else this.dispose();
  }

  warningOf(callId: string): QualityWarning | null {
    return this.#qualities.get(callId)?.warning ?? null;
  }

  /** The call is over: what it was like; null when nothing was measured. */
  end(callId: string): QualitySummary | null {
    const quality = this.#qualities.get(callId);
    this.#qualities.delete(callId);
    return quality?.summary ?? null;
  }

  /** Measures no more. */
  dispose(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  #tick(): void {
    for (const { view, audio } of this.#options.calls()) if (audio.media && isJudged(view)) void this.#measure(view.id, audio.media);
  }

  async #measure(callId: string, media: StatsSource): Promise<void> {
    const quality = this.#qualities.get(callId) ?? new CallQuality();
    this.#qualities.set(callId, quality);
    const current = () => this.#options.calls().find(({ view }) => view.id === callId)?.view;
    const before = quality.warning;
    const sample = await quality.measure(media, {
      now: this.#options.clock.now(),
      judged: () => {
        const view = current();
        return view !== undefined && isJudged(view) ? { muted: view.muted || view.microphoneLost } : null;
      },
    });
    if (sample === null) return;
    this.#options.onSample(callId, sample);
    if (quality.stopped) this.#options.onStopped();
    if (quality.warning === before) return;
    if (quality.warning) this.#options.log.warn('call sounds bad', { why: quality.warning });
    this.#options.onWarning(callId);
  }
}

/** On hold, here or there, nobody is meant to be heard. */
function isJudged({ state, heldByRemote }: CallView): boolean {
  return state === 'active' && !heldByRemote;
}
