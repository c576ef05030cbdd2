import { numberLinkOf } from './number-link';
import { inEditor, isPlainClick } from './page-clicks';
import { whenPageIsDone } from './when-page-is-done';

export interface LinkClickOptions {
  readonly scope: Window;
  /** Whether number links are ours; false leaves every click to the page. */
  readonly active: () => boolean;
  readonly dial: (target: string) => void;
  readonly signal: AbortSignal;
}

/** Takes a person's click on a number link; Enter on a focused link is a click too. `sms:` stays with the browser. */
export function watchLinkClicks({ scope, active, dial, signal }: LinkClickOptions): void {
  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event) || !active()) return;
    const path = event.composedPath();
    const link = numberLinkOf(path);
    if (link === null || link.uri.scheme === 'sms' || inEditor(path)) return;
    whenPageIsDone(event, path, signal, () => {
      event.preventDefault();
      dial(link.address);
    });
  };
  scope.addEventListener('click', onClick, { capture: true, signal });
}
