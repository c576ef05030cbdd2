import type { Mark } from './mark';

/** Marks that are drawn together. A browser works out where each watched element is for every frame it lays out: few are watched. */
const TOGETHER = 64;
/** A group that reaches further than this, in heights of the view, is cut in two. */
const REACH = 3;
/** How far from the view marks are drawn already, for a reader who scrolls. */
const MARGIN = '50%';

export interface Drawing {
  draw(range: StaticRange): void;
  erase(range: StaticRange): void;
}

/** Marks that are drawn together. */
export interface MarkGroup {
  marks: Mark[];
  /** First and last element of the group: while either is near, or the view is between them, the group is drawn. */
  ends: readonly [Element, Element];
  drawn: boolean;
  /** Has been laid out: rows of it that are not any more are filtered out, and others may stand in their place. */
  shown: boolean;
}

/** Where a watched element was when it last came near or went away. */
interface Place {
  readonly near: boolean;
  readonly top: number;
  /** -1 before the view, 1 behind it. */
  readonly side: -1 | 0 | 1;
  readonly shown: boolean;
  readonly view: number;
}

/**
 * Draws the marks near the view, and no others: thousands of them would have to be sought out again in every frame
 * that changes the page. Neighbours share two watched elements.
 */
export class NearView {
  private readonly observer: IntersectionObserver;
  private readonly watched = new Map<Element, { place: Place | null; readonly groups: Set<MarkGroup> }>();
  private fresh: Mark[] = [];

  constructor(
    scope: Window & typeof globalThis,
    private readonly drawing: Drawing,
    /** Told of each element that is watched. */
    private readonly watches: (element: Element) => void,
  ) {
    this.observer = new scope.IntersectionObserver((entries) => this.onMoved(entries), { root: scope.document, rootMargin: MARGIN });
  }

  added(mark: Mark): void {
    this.fresh.push(mark);
  }

  removed(mark: Mark): void {
    const { group } = mark;
    if (group === null) {
      this.fresh = this.fresh.filter((one) => one !== mark);
      return;
    }
    if (group.drawn) this.drawing.erase(mark.range);
    mark.group = null;
    group.marks = group.marks.filter((one) => one !== mark);
    const ends = endsOf(group.marks);
    if (ends === null || ends[0] !== group.ends[0] || ends[1] !== group.ends[1]) {
      this.leave(group);
      if (ends !== null) this.watch(group.marks, group);
    }
  }

  /** Watches what has been added since the last time, in its order. */
  settle(): void {
    const { fresh } = this;
    if (fresh.length === 0) return;
    this.fresh = [];
    for (let at = 0; at < fresh.length; at += TOGETHER) this.watch(fresh.slice(at, at + TOGETHER), { drawn: false, shown: false });
  }

  /** After the page changed its layout in a way nothing else tells of. */
  lookAgain(): void {
    for (const end of this.watched.keys()) {
      this.observer.unobserve(end);
      this.observer.observe(end);
    }
  }

  dispose(): void {
    this.observer.disconnect();
    this.watched.clear();
  }

  private watch(marks: Mark[], { drawn, shown }: Pick<MarkGroup, 'drawn' | 'shown'>): void {
    const ends = endsOf(marks);
    if (ends === null) return;
    const group: MarkGroup = { marks, ends, drawn, shown };
    for (const mark of marks) mark.group = group;
    for (const end of new Set(ends)) {
      const known = this.watched.get(end);
      if (known === undefined) {
        this.watched.set(end, { place: null, groups: new Set([group]) });
        this.observer.observe(end);
        this.watches(end);
      } else known.groups.add(group);
    }
    this.judge(group);
  }

  private leave(group: MarkGroup): void {
    for (const end of group.ends) {
      const known = this.watched.get(end);
      if (known === undefined) continue;
      known.groups.delete(group);
      if (known.groups.size > 0) continue;
      this.watched.delete(end);
      this.observer.unobserve(end);
    }
  }

  private onMoved(entries: readonly IntersectionObserverEntry[]): void {
    const touched = new Set<MarkGroup>();
    for (const entry of entries) {
      const known = this.watched.get(entry.target);
      if (known === undefined) continue;
      known.place = placeOf(entry);
      for (const group of known.groups) touched.add(group);
    }
    for (const group of touched) this.judge(group);
  }

  private judge(group: MarkGroup): void {
    const [first, last] = group.ends.map((end) => this.watched.get(end)?.place ?? null);
    if (first === null || last === null || first === undefined || last === undefined) return;
    group.shown ||= first.shown || last.shown;
    const spread = first.shown && last.shown ? Math.abs(last.top - first.top) > REACH * first.view : group.shown;
    if (spread && group.marks.length > 1 && first !== last) {
      const middle = group.marks.length >> 1;
      this.leave(group);
      this.watch(group.marks.slice(0, middle), group);
      this.watch(group.marks.slice(middle), group);
      return;
    }
    const near = first.near || last.near || first.side * last.side < 0;
    if (near === group.drawn) return;
    group.drawn = near;
    for (const mark of group.marks) this.drawing[near ? 'draw' : 'erase'](mark.range);
  }
}

function endsOf(marks: readonly Mark[]): [Element, Element] | null {
  const first = marks[0]?.nodes[0].parentElement ?? null;
  const last = marks.at(-1)?.nodes[0].parentElement ?? null;
  return first === null || last === null ? null : [first, last];
}

function placeOf({ boundingClientRect: box, rootBounds, isIntersecting }: IntersectionObserverEntry): Place {
  const bottom = rootBounds?.bottom ?? 0;
  const height = rootBounds?.height ?? 0;
  const side = isIntersecting ? 0 : box.top >= bottom ? 1 : -1;
  return { near: isIntersecting, top: box.top, side, shown: box.width > 0 || box.height > 0, view: height / 2 };
}
