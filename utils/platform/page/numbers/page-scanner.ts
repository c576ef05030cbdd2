import type { NumberFinder } from '@/utils/domain/phone-number/number-finder';
import { mayHoldNumber } from '@/utils/domain/phone-number/number-gate';
import { findMarks } from './find-marks';
import { isInline } from './inline-elements';
import { Labels } from './labels';
import type { MarkIndex } from './mark-index';
import { OffLimits } from './off-limits';
import { holdsDigit, pageGate } from './page-gate';
import { Stretches } from './stretches';
import { standsAlone, textRun } from './text-run';
import { walkHits } from './walk-hits';

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
  /** Until the finder is there, and tells what may be a number in its region. */
  private gate = pageGate();
  private gated: NumberFinder | null = null;

  constructor(private readonly options: PageScannerOptions) {
    this.range = options.document.createRange();
  }

  add(node: Node): void {
    this.jobs.push(isText(node) ? node : { tree: node as Node & ParentNode, stretches: null, tries: 0 });
  }

  /** Whether a change of this text may have made a number, or unmade one. A clock that ticks by itself has not. */
  concerns(node: Text): boolean {
    if (this.options.marks.in(node).length > 0 || !standsAlone(node)) return true;
    const gate = this.gateNow();
    gate.lastIndex = 0;
    return gate.test(node.data);
  }

  /** There will be no finder. */
  giveUp(): void {
    this.jobs = [];
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
    const state = this.doParts(job, left);
    return state === 'done' && !this.doNeighbours(tree) ? 'wait' : state;
  }

  private doParts(job: TreeJob, left: () => number): 'wait' | 'more' | 'done' {
    job.stretches ??= new Stretches(job.tree, this.range);
    do {
      const stretch = job.stretches.current();
      // A part is gone over in one go: what is left of it may not be where it was.
      if (stretch !== null && !walkHits(stretch, this.gateNow(), (node) => this.visit(node))) return 'wait';
      job.stretches.advance();
    } while (!job.stretches.over && left() > 0);
    if (!job.stretches.over) return 'more';
    if (!job.stretches.torn || ++job.tries >= TRIES) return 'done';
    job.stretches = null;
    return 'more';
  }

  private gateNow(): RegExp {
    const finder = this.options.finder();
    if (finder !== this.gated) {
      this.gated = finder;
      this.gate = pageGate(finder?.gate);
    }
    return this.gate;
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
    if (!finder.ready(run.text)) return false;
    marks.set(node, findMarks(finder, run, node, this.labels.of(node)).filter(({ text }) => !skip(text)));
    return true;
  }
}

const isText = (job: Job | Node): job is Text => 'nodeType' in job && (job.nodeType === 3 || job.nodeType === 4);
