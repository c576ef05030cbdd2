import { mayHoldNumber } from '@/utils/domain/phone-number/number-gate';
import { numberLinkOf } from '@/utils/platform/page/number-link';

/** What a context menu opened now would be about; null: nothing that may be a number. */
export interface UnderMenuReport {
  readonly selection: string | null;
  readonly link: string | null;
}

export interface UnderMenuOptions {
  readonly scope: Window;
  readonly active: () => boolean;
  readonly report: (under: UnderMenuReport) => void;
  readonly signal: AbortSignal;
}

/** A selection that stands still for so long is one that somebody made. Milliseconds. */
const SETTLED = 120;
/** As UNDER_MENU_LENGTH of the message; longer ones are texts, not numbers. */
const LONGEST = 200;

/**
 * Reports the selected text that may hold a number, and the number link under the pointer, before a context menu opens:
 * the browser shows the menu at once and waits for nobody. Says nothing while there is nothing to say.
 */
export function watchUnderMenu({ scope, active, report, signal }: UnderMenuOptions): void {
  const { document } = scope;
  let selection: string | null = null;
  let link: string | null = null;
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => {
    if (!active()) return;
    const now = selection === null && link === null ? '' : JSON.stringify([selection, link]);
    if (now === told) return;
    told = now;
    report({ selection, link });
  };
  const look = () => {
    selection = numberText(selectedText(document));
    tell();
  };
  const options = { capture: true, passive: true, signal } as const;
  document.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED);
    },
    options,
  );
  document.addEventListener(
    'pointerover',
    (event) => {
      const over = linkText(event);
      if (over === link) return;
      link = over;
      tell();
    },
    options,
  );
  // Another tab or frame may have reported meanwhile.
  const again = () => {
    told = '';
    look();
  };
  scope.addEventListener('focus', again, { signal });
  // Too late for Chrome's menu; Firefox draws one that is open anew.
  document.addEventListener(
    'contextmenu',
    (event) => {
      link = linkText(event);
      again();
    },
    options,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function linkText(event: Event): string | null {
  const { target } = event;
  // Most of what a pointer crosses is in no link at all.
  if (typeof (target as { closest?: unknown } | null)?.closest !== 'function') return null;
  const number = numberLinkOf(event.composedPath())?.address ?? null;
  return number === null || number.length > LONGEST ? null : number;
}

function numberText(text: string): string | null {
  return text.length <= LONGEST && mayHoldNumber(text) ? text.trim() : null;
}

/** In a field the document has no selection; what is written in a password field is nobody's business. */
function selectedText(document: Document): string {
  const field = document.activeElement as { value?: unknown; type?: unknown; selectionStart?: unknown; selectionEnd?: unknown } | null;
  if (field?.type === 'password') return '';
  try {
    const { value, selectionStart, selectionEnd } = field ?? {};
    if (typeof value === 'string' && typeof selectionStart === 'number' && typeof selectionEnd === 'number' && selectionEnd > selectionStart)
      return value.slice(selectionStart, selectionEnd);
  } catch {
    // Some kinds of field have no selection to ask for.
  }
  const selection = document.getSelection();
  return selection === null || selection.isCollapsed || selection.rangeCount === 0 || isLarge(selection.getRangeAt(0)) ? '' : selection.toString();
}

/** A whole page that was selected is not written out to learn that it is long. */
function isLarge({ commonAncestorContainer: root }: Range): boolean {
  return root.nodeType === 1 && (root as Element).getElementsByTagName('*').item(200) !== null;
}
