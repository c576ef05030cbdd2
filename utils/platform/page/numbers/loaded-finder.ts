import type { NumberFinder } from '@/utils/domain/phone-number/number-finder';

/** A page that needs the finder asks this often for one that would not come, and then does without. */
const TRIES = 3;
/** The finder, loaded when a page first has a text that may hold a number. */
export class LoadedFinder {
  private finder: NumberFinder | null = null;
  private loading = false;
  private tries = 0;

  /** `ready` is called when it has come. */
  constructor(
    private readonly load: () => Promise<NumberFinder>,
    private readonly ready: () => void,
    /** Resolves when the page had its turn. */
    private readonly pause: () => Promise<void>,
  ) {}

  now(): NumberFinder | null {
    return this.finder;
  }

  /** Starts to load it if nobody has, or to make what a text takes it is not ready for. False when it will not come any more. */
  need(): boolean {
    if (this.loading) return true;
    if (this.finder === null && this.tries++ >= TRIES) return false;
    this.loading = true;
    const come = (finder: NumberFinder | null) => {
      this.finder = finder;
      this.loading = false;
      this.ready();
    };
    const coming = this.finder === null ? this.load() : this.warmed(this.finder);
    coming.then(come, () => come(null));
    return true;
  }

  private async warmed(finder: NumberFinder): Promise<NumberFinder> {
    do await this.pause();
    while (finder.warm());
    return finder;
  }
}
