import type { Asker } from '@/utils/messaging/page-messenger';
import type { SendCommand } from '@/utils/messaging/send-command';
import { createCardActions } from '../number-card/card-actions';
import type { CardWords } from '../number-card/card-words';
import { laterWith } from '../number-card/later-with';
import { createLoadedParts } from '../number-card/loaded-parts';
import { createNumberCard } from '../number-card/number-card';
import { dialOf, sameTarget, type CardTarget } from './card-target';
import { createHandCursor } from './hand-cursor';
import { createHoverIntent } from './hover-intent';
import type { MarkedNumbers } from './marked-number';
import { watchNumberClicks } from './number-clicks';
import { serveSteps, type StepRuntime } from './serve-steps';
import { watchFocus } from './watch-focus';
import { watchPointer } from './watch-pointer';

export interface ServeNumbersOptions {
  readonly scope: Window;
  readonly numbers: MarkedNumbers;
  readonly runtime: StepRuntime;
  readonly messenger: Asker;
  readonly send: SendCommand;
  readonly word: CardWords;
  /** Somebody is signed in, and numbers are on for this site. */
  readonly active: () => boolean;
  readonly signal: AbortSignal;
}

/** What a person does with the numbers of one frame: click, hover, focus, and step through them. */
export function serveNumbers({ scope, numbers, runtime, messenger, send, word, active, signal }: ServeNumbersOptions): void {
  const actions = createCardActions({ document: scope.document, messenger, send });
  const parts = createLoadedParts(messenger);
  const intent = createHoverIntent<CardTarget>({
    same: sameTarget,
    open: (target) => active() && card.show(target),
    close: () => card.hide(),
    later: (run, ms) => laterWith(parts, run, ms),
  });
  const closed = (target: CardTarget) => {
    numbers.highlight(null);
    intent.dismiss(target);
  };
  const card = createNumberCard({ scope, word, parts: () => parts.now, actions, onCard: (is) => intent.onCard(is), closed, signal });
  const hand = createHandCursor(scope);
  const dial = (target: string) => {
    card.hide();
    void actions.call(target);
  };
  watchNumberClicks({ scope, numbers, active, cursorOf: hand.of, dial: (number) => dial(dialOf(number)), signal });
  watchPointer({ scope, numbers, active, card, intent, hand, signal });
  watchFocus({ scope, active, intent, signal });
  serveSteps({ scope, runtime, numbers, card, parts, active, takeOver: () => intent.dismiss(null) });
  // A press on a number is a call or a selection: no card comes up during it.
  const onPress = (event: PointerEvent) => event.isTrusted && !card.owns(event.composedPath()) && intent.pressed();
  scope.addEventListener('pointerdown', onPress, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => card.hide());
}
