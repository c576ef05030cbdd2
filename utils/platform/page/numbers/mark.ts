import type { FoundNumber } from '@/utils/domain/phone-number/found-number';
import type { MarkedNumber } from './marked-number';
import type { MarkGroup } from './near-view';

/** A found number and the text nodes it lies in, the first to the last. */
export class Mark implements MarkedNumber {
  private shape: StaticRange | null = null;
  /** Those it is drawn with; a field, since a weak map of thousands is slow. */
  group: MarkGroup | null = null;

  constructor(
    readonly found: FoundNumber,
    readonly text: string,
    readonly nodes: readonly [Text, ...Text[]],
    readonly start: number,
    readonly end: number,
  ) {}

  /** Static: a live range would make every change of the page dearer. Made when something is drawn with it. */
  get range(): StaticRange {
    const [first] = this.nodes;
    this.shape ??= new StaticRange({ startContainer: first, startOffset: this.start, endContainer: this.last, endOffset: this.end });
    return this.shape;
  }

  get last(): Text {
    return this.nodes[this.nodes.length - 1] ?? this.nodes[0];
  }

  covers(node: Text, offset: number): boolean {
    const at = this.nodes.indexOf(node);
    return at >= 0 && (at > 0 || offset >= this.start) && (at < this.nodes.length - 1 || offset <= this.end);
  }

  /** Still on the page, and the page still writes it so. What lies between its ends is looked at when the page tells of a change. */
  get stands(): boolean {
    const [first] = this.nodes;
    if (!first.isConnected) return false;
    if (this.nodes.length === 1) return first.data.slice(this.start, this.end) === this.text;
    const parts = this.nodes.map((node, at) => node.data.slice(at === 0 ? this.start : 0, at === this.nodes.length - 1 ? this.end : undefined));
    return this.nodes.every((node) => node.isConnected) && parts.join('') === this.text;
  }

  is(other: Mark): boolean {
    const same = this.start === other.start && this.end === other.end && this.text === other.text && this.found.dial === other.found.dial;
    return same && this.nodes.length === other.nodes.length && this.nodes.every((node, at) => node === other.nodes[at]);
  }
}
