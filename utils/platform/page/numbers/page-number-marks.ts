import { Highlights } from './highlights';
import { LayoutChanges } from './layout-changes';
import { LoadedFinder } from './loaded-finder';
import { Mark } from './mark';
import { MarkIndex } from './mark-index';
import type { MarkedNumber } from './marked-number';
import { NearView } from './near-view';
import { OffLimits } from './off-limits';
import { PageChanges } from './page-changes';
import { PageScanner } from './page-scanner';
import { PlacedNumbers } from './placed-numbers';
import { ShadowRoots } from './shadow-roots';
import type { NumberWatchOptions } from './watch-numbers';

/** How long a mark whose text has gone may be kept, in milliseconds. */
const KEPT = 2_000;
/** When custom elements without a shadow root are looked at again, in milliseconds after the page was read. */
const LATER = [500, 1_500, 4_000, 10_000, 30_000];

type Tree = Node & ParentNode;

/** Everything that finds, keeps and draws the numbers of one document, and the order in which it happens. */
export class PageNumberMarks {
  readonly placed: PlacedNumbers;
  readonly roots = new Set<Document | ShadowRoot>();
  private readonly highlights: Highlights;
  private readonly near: NearView;
  private readonly layout: LayoutChanges;
  private readonly marks: MarkIndex;
  private readonly scanner: PageScanner;
  private readonly changes: PageChanges;
  private readonly shadows = new ShadowRoots();
  private readonly finder: LoadedFinder;
  /** Trees whose shadow roots have not been looked for. */
  private readonly unsought: Tree[] = [];
  private readonly timers = new Set<number>();
  private pruning = false;
  private asked = false;

  constructor(private readonly options: Required<NumberWatchOptions>) {
    const { scope, look, skip } = options;
    const { document } = scope;
    this.roots.add(document);
    this.highlights = new Highlights(scope, look);
    this.layout = new LayoutChanges(scope, () => this.near.lookAgain());
    this.near = new NearView(scope, this.highlights, (element) => this.layout.around(element));
    this.marks = new MarkIndex({
      added: (mark) => this.near.added(mark),
      removed: (mark) => this.near.removed(mark),
    });
    const languages = () => [document.documentElement.lang].filter((lang) => lang !== '');
    this.finder = new LoadedFinder(() => options.finder(languages()), () => this.goOn(), () => new Promise((done) => void this.after(0, done)));
    this.scanner = new PageScanner({ document, marks: this.marks, finder: () => this.finder.now(), skip });
    this.changes = new PageChanges(scope, () => bodyOf(document), () => this.goOn(), (text) => this.scanner.concerns(text));
    this.placed = new PlacedNumbers(document, this.marks, (root) => this.watchRoot(root));
  }

  /** While the document is as good as empty: a style sheet that comes later has all of it styled again. */
  prepare(): void {
    this.highlights.establish(this.roots);
  }

  start(): void {
    const { document } = this.options.scope;
    this.changes.watch(document);
    this.addTree(bodyOf(document));
    for (const ms of LATER) this.after(ms, () => this.shadows.foundLater().forEach((root) => this.watchRoot(root)));
    this.goOn();
  }

  rects(number: MarkedNumber): readonly DOMRect[] {
    return number instanceof Mark ? this.placed.rects(number) : [];
  }

  highlight(number: MarkedNumber | null): void {
    this.highlights.establish(this.roots);
    this.highlights.focusOn(number?.range ?? null);
  }

  dispose(): void {
    this.changes.dispose();
    this.near.dispose();
    this.layout.dispose();
    this.highlights.dispose(this.roots);
    for (const timer of this.timers) this.options.scope.clearTimeout(timer);
  }

  private goOn(): void {
    if (this.asked) return;
    this.asked = true;
    this.options.idle((left) => {
      this.asked = false;
      this.slice(left);
    });
  }

  private slice(left: () => number): void {
    this.takeChanges();
    const state = this.scanner.work(left);
    if (state === 'wait' && !this.finder.need()) this.scanner.giveUp();
    if (state === 'more') this.goOn();
    if (state === 'done') this.seekRoots(left);
    this.near.settle();
    if (this.marks.size > 0) this.highlights.establish(this.roots);
  }

  private takeChanges(): void {
    const { nodes, limits, gone } = this.changes.take();
    const all = new Set(nodes);
    const isWithin = knownParents(all);
    for (const limit of limits) {
      for (const mark of this.marks) if (mark.nodes.some((node) => limit.contains(node))) this.marks.remove(mark);
      all.add(limit);
    }
    for (const node of all) {
      if (!node.isConnected || (all.size > 1 && isWithin(node))) continue;
      if (node.nodeType === 1) this.addTree(node as Element);
      else this.scanner.add(node);
    }
    if (gone > 0) this.pruneLater();
  }

  private addTree(tree: Tree): void {
    this.scanner.add(tree);
    this.unsought.push(tree);
  }

  /** When there is no text left to look at. */
  private seekRoots(left: () => number): void {
    for (const root of this.shadows.foundLater()) this.watchRoot(root);
    for (let tree = this.unsought.shift(); tree !== undefined; tree = this.unsought.shift()) {
      if (tree.isConnected) for (const root of this.shadows.in(tree)) this.watchRoot(root);
      if (left() > 0 || this.unsought.length === 0) continue;
      this.goOn();
      return;
    }
  }

  private watchRoot(root: ShadowRoot): void {
    if (this.roots.has(root) || new OffLimits().has(root.host)) return;
    this.roots.add(root);
    this.changes.watch(root);
    this.addTree(root);
    this.goOn();
  }

  private pruneLater(): void {
    if (this.pruning) return;
    this.pruning = true;
    this.after(KEPT, () => {
      this.pruning = false;
      this.marks.prune();
      this.near.settle();
      for (const root of this.roots) if (!root.isConnected) this.roots.delete(root);
    });
  }

  private after(ms: number, act: () => void): void {
    const { scope } = this.options;
    const timer = scope.setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, ms);
    this.timers.add(timer);
  }
}

const bodyOf = ({ body, documentElement }: Document): Element => body ?? documentElement;

/** Tells whether one of `nodes` holds a node, and so tells of it as well; remembers the last parent, which rows that come together share. */
function knownParents(nodes: ReadonlySet<Node>): (node: Node) => boolean {
  let last: { readonly parent: Node | null; readonly within: boolean } | null = null;
  return ({ parentNode: parent }) => {
    if (last?.parent !== parent) {
      let at = parent;
      while (at !== null && !nodes.has(at)) at = at.parentNode;
      last = { parent, within: at !== null };
    }
    return last.within;
  };
}
