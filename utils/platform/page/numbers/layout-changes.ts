/** Not more often than this is asked where things are, in milliseconds. */
const PAUSE = 500;

/**
 * Tells when elements may have come into view or gone without being scrolled: the page or a list in it has another
 * size, as when rows are filtered out by style alone.
 */
export class LayoutChanges {
  private readonly observer: ResizeObserver;
  private readonly watched = new WeakSet<Element>();
  private timer: number | null = null;

  constructor(
    private readonly scope: Window & typeof globalThis,
    private readonly changed: () => void,
  ) {
    this.observer = new scope.ResizeObserver(() => this.later());
  }

  /** The list a number stands in. */
  around(element: Element): void {
    const list = element.closest('table,ul,ol,dl,[role="grid"],[role="list"],[role="table"],body');
    if (list === null || this.watched.has(list)) return;
    this.watched.add(list);
    this.observer.observe(list);
  }

  dispose(): void {
    this.observer.disconnect();
    if (this.timer !== null) this.scope.clearTimeout(this.timer);
  }

  private later(): void {
    this.timer ??= this.scope.setTimeout(() => {
      this.timer = null;
      this.changed();
    }, PAUSE);
  }
}
