import { diagnose, DIAGNOSED } from '@/utils/domain/quality/diagnosis';
import type { QualitySample } from '@/utils/domain/quality/quality-sample';
import { EMPTY_TALLY, summaryOf, tallied, type QualitySummary } from '@/utils/domain/quality/quality-summary';
import type { QualityWarning } from '@/utils/domain/quality/quality-warning';
import { secondBetween } from './second-between';
import { readStats, type StatsReading } from './stats-reading';

/** A call's media, as far as it is measured. */
export interface StatsSource {
  /** Null once it is closed. */
  stats(): Promise<RTCStatsReport | null>;
}

/** Asked once the statistics are there: the call may have been held meanwhile, and then is not judged. */
interface Measuring {
  /** Epoch ms. */
  readonly now: number;
  readonly judged: () => { readonly muted: boolean } | null;
}

/** What is known of one call's quality. Measuring it begins anew after a hold, and with other media. */
export class CallQuality {
  #media: StatsSource | null = null;
  #reading: StatsReading | null = null;
  #samples: readonly QualitySample[] = [];
  #tally = EMPTY_TALLY;
  #warning: QualityWarning | null = null;
  #measuring = false;
  #arrives = true;
  #stopped = false;
  /** The first second after a start: the jitter buffer fills, the other side's microphone opens. */
  #settling = true;

  get warning(): QualityWarning | null {
    return this.#warning;
  }

  get summary(): QualitySummary | null {
    return summaryOf(this.#tally);
  }

  /** Nothing of the other side's audio arrived in the last second, the first such one. */
  get stopped(): boolean {
    return this.#stopped;
  }

  pause(): void {
    this.#reading = null;
    this.#samples = [];
    this.#warning = null;
    this.#settling = true;
  }

  /** The second since it was last called; null when there is none yet, or the browser is still at the one before. */
  async measure(media: StatsSource, { now, judged }: Measuring): Promise<QualitySample | null> {
    if (this.#measuring) return null;
    this.#measuring = true;
    try {
      const report = await media.stats();
      const judgement = judged();
      if (report === null || judgement === null) return null;
      return this.#take(media, readStats(report), now, judgement.muted);
    } finally {
      this.#measuring = false;
    }
  }

  #take(media: StatsSource, reading: StatsReading, now: number, muted: boolean): QualitySample | null {
    if (media !== this.#media) this.pause();
    const before = this.#reading;
    this.#media = media;
    this.#reading = reading;
    if (before === null) return null;
    const sample = secondBetween(before, reading, now);
    // Before anything has arrived, it has not stopped.
    this.#stopped = this.#arrives && sample.arrived === 0 && before.packetsReceived !== 0;
    this.#arrives = sample.arrived !== 0;
    if (!this.#settling) this.#samples = [...this.#samples, sample].slice(-DIAGNOSED);
    this.#settling = false;
    this.#warning = diagnose(this.#warning, this.#samples, muted);
    this.#tally = tallied(this.#tally, sample, this.#warning);
    return sample;
  }
}
