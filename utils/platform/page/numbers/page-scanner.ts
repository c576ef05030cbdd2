import type { NumberFinder } from '@/utils/domain/phone-number/number-finder';
import { mayHoldNumber } from '@/utils/domain/phone-number/number-gate';
import { findMarks } from './find-marks';
import { isInline } from './inline-elements';
import { Labels } from './labels';
import type { MarkIndex } from './mark-index';
import { OffLimits } from './off-limits';
import { holdsDigit } from './page-gate';
import { Stretches } from './stretches';
import { textRun } from './text-run';
import { HitWalk, hitsIn } from './walk-hits';

const TEXT = 4 | 8; // SHOW_TEXT, SHOW_CDATA_SECTION
/** A tree of so many elements is looked at part by part from the start. */
const AT_ONCE = 100_000;
/** With fewer hits than one in so many characters most parts hold none. */
const SPARSE = 4_000;
/** So often a tree is gone over again that was moved about meanwhile. */
const TRIES = 3;

export interface PageScannerOptions {
  readonly document: Document;
  readonly marks: MarkIndex;
  readonly finder: () => NumberFinder | null;
  readonly skip: (text: string) => boolean;
}

interface TreeJob {
  readonly tree: Node & ParentNode;
  readonly walker: TreeWalker;
  /** Along the whole text, where that was put together. */
  walk: HitWalk | null;
  empty: boolean;
  stretches: Stretches | null;
  tries: number;
}
type Job = Text | TreeJob;

/** Goes over trees and texts in small steps and keeps their marks. The page may change between two steps. */
export class PageScanner {
  private jobs: Job[] = [];
  private readonly limits = new OffLimits();
  private readonly labels = new Labels();
  private readonly range: Range;

  constructor(private readonly options: PageScannerOptions) {
    this.range = options.document.createRange();
  }

  add(node: Node): void {
    const { document } = this.options;
    this.jobs.push(isText(node) ? node : { tree: node as Node & ParentNode, walker: document.createTreeWalker(node, TEXT), walk: null, empty: false, stretches: null, tries: 0 });
  }

  /** There will be no finder. */
  giveUp(): void {
    this.jobs = [];
  }

  /** The page is not as it was: a walk along a text that was put together before has lost its way. */
  changed(): void {
    for (const job of this.jobs) {
      if (isText(job) || (job.walk === null && !job.empty)) continue;
      job.walk = null;
      job.empty = false;
      job.tries = 1;
    }
  }

  /**
   * Works until `left` says there is no time. `wait`: the next step needs the finder, which is not there yet; it will
   * be tried again.
   */
  work(left: () => number): 'more' | 'wait' | 'done' {
    if (this.options.document.designMode === 'on') this.giveUp();
    let at = 0;
    try {
      for (;;) {
        const job = this.jobs[at];
        if (job === undefined) return 'done';
        const state = isText(job) ? this.doText(job) : this.doTree(job, left);
        if (state === 'wait') return 'wait';
        if (state === 'done') at++;
        if (left() <= 0) return at < this.jobs.length ? 'more' : 'done';
      }
    } finally {
      this.jobs = this.jobs.slice(at);
      this.limits.forget();
      this.labels.forget();
    }
  }

  private doText(node: Text): 'wait' | 'done' {
    if (!node.isConnected || !this.matters(node)) return 'done';
    return this.visit(node) ? 'done' : 'wait';
  }

  private doTree(job: TreeJob, left: () => number): 'wait' | 'more' | 'done' {
    const { tree } = job;
    if (!tree.isConnected) return 'done';
    if (job.walk === null && job.stretches === null && job.tries === 0 && isSmall(tree)) this.begin(job);
    const state = job.walk !== null ? job.walk.go((node) => this.visit(node), left) : job.empty ? 'done' : this.doParts(job, left);
    return state === 'done' && !this.doNeighbours(tree) ? 'wait' : state;
  }

  /**
   * Puts the text of a tree together once. Without a hit it is done; where hits are dense it is walked along as long as
   * nothing changes; elsewhere it is gone over in parts, most of which hold none.
   */
  private begin(job: TreeJob): void {
    const text = job.tree.textContent ?? '';
    const hits = hitsIn(text, text.length / SPARSE + 1);
    job.empty = hits === 0;
    if (hits > text.length / SPARSE) job.walk = new HitWalk({ text, from: job.tree }, job.walker);
  }

  private doParts(job: TreeJob, left: () => number): 'wait' | 'more' | 'done' {
    job.stretches ??= new Stretches(job.tree, this.range);
    const stretch = job.stretches.current();
    if (stretch !== null) {
      // A part is gone over in one go: what is left of it may not be where it was.
      if (new HitWalk(stretch, job.walker).go((node) => this.visit(node), () => 1) === 'wait') return 'wait';
      job.stretches.advance();
    }
    if (!job.stretches.over) return left() > 0 ? this.doParts(job, left) : 'more';
    if (!job.stretches.torn || ++job.tries >= TRIES) return 'done';
    job.stretches = null;
    return 'more';
  }

  /** What came between two texts may have parted or joined them. */
  private doNeighbours(tree: Node): boolean {
    if (tree.nodeType !== 1 || !isInline(tree as Element)) return true;
    return [tree.previousSibling, tree.nextSibling].every((beside) => beside === null || !isText(beside) || !this.matters(beside) || this.visit(beside));
  }

  private matters(node: Text): boolean {
    return this.options.marks.in(node).length > 0 || holdsDigit(node.data);
  }

  /** False when it takes the finder to tell. */
  private visit(node: Text): boolean {
    const { marks, skip } = this.options;
    const parent = node.parentElement;
    if (parent !== null && this.limits.has(parent)) {
      marks.set(node, []);
      return true;
    }
    const run = textRun(node, this.limits);
    const finder = this.options.finder();
    if (finder === null) return !mayHoldNumber(run.text);
    marks.set(node, findMarks(finder, run, node, this.labels.of(node)).filter(({ text }) => !skip(text)));
    return true;
  }
}

const isSmall = (tree: Node & ParentNode): boolean => (tree as Partial<Element>).getElementsByTagName?.('*').item(AT_ONCE) == null;

const isText = (job: Job | Node): job is Text => 'nodeType' in job && (job.nodeType === 3 || job.nodeType === 4);
