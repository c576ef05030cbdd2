import { DEFAULT_PAGE_NUMBERS, type PageNumbers } from '@/utils/contract/page-numbers';
import type { PageNumbersPort } from '@/utils/models/page-numbers-model';

/** The settings without a browser; `broken` refuses to write. */
export class MemoryPageNumbers implements PageNumbersPort {
  broken = false;
  kept: PageNumbers;
  readonly #listeners = new Set<(settings: PageNumbers) => void>();

  constructor(kept: Partial<PageNumbers> = {}) {
    this.kept = { ...DEFAULT_PAGE_NUMBERS, ...kept };
  }
  read = async () => this.kept;
  async update(change: (settings: PageNumbers) => PageNumbers): Promise<PageNumbers> {
    if (this.broken) throw new Error('QuotaExceededError');
    this.kept = change(this.kept);
    for (const listener of this.#listeners) listener(this.kept);
    return this.kept;
  }
  watch(listener: (settings: PageNumbers) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
