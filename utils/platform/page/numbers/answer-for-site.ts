import type { SiteMessage } from './site-messages';

/** `browser.runtime`, as far as it is used. */
interface SiteRuntime {
  readonly onMessage: {
    addListener(listener: (message: SiteMessage, sender: unknown, answer: (address: string) => void) => void): void;
  };
}

export interface SiteAnswerOptions {
  readonly scope: Window;
  readonly runtime: SiteRuntime;
  readonly alive: () => boolean;
  readonly switchSite: (undo: boolean) => Promise<unknown>;
  readonly openMessage: (number: string) => void;
}

/** The top frame speaks for its tab's site. */
export function answerForSite({ scope, runtime, alive, switchSite, openMessage }: SiteAnswerOptions): void {
  runtime.onMessage.addListener((message, _sender, answer) => {
    if (!alive()) return;
    if (message.kind === 'numbers.whichSite') answer(scope.location.href);
    else if (message.kind === 'numbers.switchSite') void switchSite(message.undo).catch(() => undefined);
    else if (message.kind === 'numbers.openMessage') openMessage(message.number);
  });
}
