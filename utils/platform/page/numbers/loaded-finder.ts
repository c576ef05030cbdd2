import type { NumberFinder } from '@/utils/domain/phone-number/number-finder';

/** A page that needs the finder asks this often for one that would not come, and then does without. */
const TRIES = 3;
/** Has the browser compile what most texts go through, apart from the first slice of real work. */
export const WARM_UP = 'Tel. +46 8 123 45 67 a';

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

  /** Starts to load it if nobody has. False when it will not come any more. */
  need(): boolean {
    if (this.loading || this.finder !== null) return true;
    if (this.tries++ >= TRIES) return false;
    this.loading = true;
    const come = (finder: NumberFinder | null) => {
      this.finder = finder;
      this.loading = false;
      this.ready();
    };
    this.loadWarm().then(come, () => come(null));
    return true;
  }

  private async loadWarm(): Promise<NumberFinder> {
    const finder = await this.load();
    await this.pause();
    finder.find(WARM_UP);
    await this.pause();
    return finder;
  }
}
