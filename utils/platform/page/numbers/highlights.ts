import type { NumberLook } from '@/utils/contract/page-numbers';

/** Names under which the browser draws them; the page's own highlights have other ones. */
export const NUMBER_HIGHLIGHT = 'one-number';
export const FOCUS_HIGHLIGHT = 'one-number-focus';

/** Colours are the text's own, so that they can be read on any page, light or dark. */
const LOOKS: Readonly<Record<NumberLook, string>> = Object.freeze({
  underline: 'text-decoration:underline 1px currentColor',
  dotted: 'text-decoration:underline dotted 1.5px currentColor',
  tint: 'background-color:rgb(20 160 150/.22)',
  plain: '',
});
const FOCUS = 'background-color:rgb(20 160 150/.4);text-decoration:underline 2px currentColor';

/**
 * Chromium hands the styles of highlights down from the root, where a rule for every element would double what styling a
 * large page costs. Firefox does not, and Chromium did not before 134: asked for by what came later.
 */
const NOT_INHERITED = '(-moz-appearance:none) or (not (width:calc(1px*sibling-index())))';
const rules = (element: string, look: NumberLook) => `${element}::highlight(${NUMBER_HIGHLIGHT}){${LOOKS[look]}}${element}::highlight(${FOCUS_HIGHLIGHT}){${FOCUS}}`;

/** The page's window with its own constructors. */
export type PageScope = Window & typeof globalThis;

/** Whether this browser can mark text without touching a node. */
export const canHighlight = (scope: PageScope): boolean => typeof scope.Highlight === 'function' && scope.CSS?.highlights !== undefined;

/**
 * What is drawn, as highlights of the document, and the styles for them in it and in each shadow root. Nothing is
 * kept in the highlights alone: Firefox cannot say what one holds.
 */
export class Highlights {
  private readonly sheet: CSSStyleSheet;
  private readonly numbers: Highlight;
  private readonly focus: Highlight;
  private focused: StaticRange | null = null;

  constructor(
    private readonly scope: PageScope,
    private readonly look: NumberLook,
  ) {
    this.sheet = new scope.CSSStyleSheet();
    this.sheet.replaceSync(`${rules(':root', look)}@supports ${NOT_INHERITED}{${rules('', look)}}`);
    this.numbers = new scope.Highlight();
    this.focus = new scope.Highlight();
    this.focus.priority = 1;
  }

  draw(range: StaticRange): void {
    if (this.look !== 'plain') this.numbers.add(range);
  }

  erase(range: StaticRange): void {
    this.numbers.delete(range);
  }

  focusOn(range: StaticRange | null): void {
    if (this.focused !== null) this.focus.delete(this.focused);
    this.focused = range;
    if (range !== null) this.focus.add(range);
  }

  /** Puts everything in its place, and back where the page has set its own style sheets or cleared the highlights. */
  establish(roots: Iterable<Document | ShadowRoot>): void {
    const { highlights } = this.scope.CSS;
    if (highlights.get(NUMBER_HIGHLIGHT) !== this.numbers) highlights.set(NUMBER_HIGHLIGHT, this.numbers);
    if (highlights.get(FOCUS_HIGHLIGHT) !== this.focus) highlights.set(FOCUS_HIGHLIGHT, this.focus);
    for (const root of roots) if (!root.adoptedStyleSheets.includes(this.sheet)) root.adoptedStyleSheets.push(this.sheet);
  }

  dispose(roots: Iterable<Document | ShadowRoot>): void {
    const { highlights } = this.scope.CSS;
    if (highlights.get(NUMBER_HIGHLIGHT) === this.numbers) highlights.delete(NUMBER_HIGHLIGHT);
    if (highlights.get(FOCUS_HIGHLIGHT) === this.focus) highlights.delete(FOCUS_HIGHLIGHT);
    for (const root of roots) {
      const at = root.adoptedStyleSheets.indexOf(this.sheet);
      if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
    }
  }
}
