/** Elements whose text is not prose: controls, code, drawings, and what is never shown. */
const TAGS: ReadonlySet<string> = new Set([
  'input', 'textarea', 'select', 'option', 'datalist', 'code', 'pre', 'kbd', 'samp', 'script', 'style', 'noscript', 'template',
  'canvas', 'svg', 'math', 'head', 'iframe', 'object', 'audio', 'video',
]);

/**
 * Editable text, editors that own their DOM (their wrappers, since what they show is not always editable itself), and
 * links that hold a number already.
 */
const MARKED = [
  '[contenteditable]:not([contenteditable="false" i])', '[role="textbox" i]', '[role="searchbox" i]',
  '.CodeMirror', '.cm-editor', '.monaco-editor', '.ProseMirror', '.ace_editor',
  ...['tel', 'callto', 'sip', 'sips', 'sms'].map((scheme) => `a[href^="${scheme}:" i]`),
].join();

const isOffLimits = (element: Element) => TAGS.has(element.localName) || (element.hasAttributes() && element.matches(MARKED));

/**
 * Where no numbers are looked for: these elements and all within. Answers are kept until `forget`, since neighbours
 * share their ancestors: use it within one slice of work, while the page stands still.
 */
export class OffLimits {
  private readonly known = new Map<Element, boolean>();

  has(element: Element): boolean {
    const climbed: Element[] = [];
    let answer = false;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const known = this.known.get(at);
      if (known !== undefined) {
        answer = known;
        break;
      }
      climbed.push(at);
      if (isOffLimits(at)) {
        answer = true;
        break;
      }
    }
    // Most elements with a text are asked about once: what they stand in is shared.
    for (const one of climbed) if (one !== element) this.known.set(one, answer);
    return answer;
  }

  /** Only the element itself, not what is around it. */
  starts(element: Element): boolean {
    return isOffLimits(element);
  }

  forget(): void {
    this.known.clear();
  }
}
