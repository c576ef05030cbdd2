import type { CardParts } from '@/utils/contract/card-parts';
import type { CardTarget } from '../numbers/card-target';
import type { CardActions, Description } from './card-actions';
import { watchCardKeys } from './card-keys';
import { openCardFrame, type CardFrame } from './card-frame';
import { createCardView, type CardAction, type CardView } from './card-view';
import { lineOf, type CardWords } from './card-words';
import { isCovered } from './is-covered';
import { placeCard } from './place-card';
import { focused } from './return-focus';
import { watchCard } from './watch-card';

/** A page must not make a person press what they have not seen: a card that just came, or moved, takes no press. ms */
export const SEEN_MS = 200;
/** How long what was done can be undone here. ms */
export const UNDO_MS = 6_000;
const COPIED_MS = 1_600;

/** Which of the page's numbers it is. */
export interface Position {
  readonly at: number;
  readonly of: number;
}

export interface NumberCardOptions {
  readonly scope: Window;
  readonly word: CardWords;
  /** How it looks, once that is known; before, no card is shown. */
  readonly parts: () => CardParts | null;
  readonly actions: CardActions;
  /** The pointer came onto the card, or left it. */
  readonly onCard: (is: boolean) => void;
  /** It closed by itself or by the person's wish, not by `hide` or another `show`. */
  readonly closed: (target: CardTarget) => void;
  readonly signal: AbortSignal;
}

export interface NumberCard {
  /** With a position it was stepped to by keyboard: a ring is drawn, and the focus goes into the card. */
  show(target: CardTarget, position?: Position): void;
  /** Closes it; one that offers to undo stays for its time. */
  hide(): void;
  readonly target: CardTarget | null;
  hasFocus(): boolean;
  /** An event with this path happened on it. */
  owns(path: readonly EventTarget[]): boolean;
}

interface Opened {
  readonly target: CardTarget;
  readonly position: Position | undefined;
  readonly view: CardView;
  readonly frame: CardFrame;
  readonly over: AbortController;
  readonly returnTo: HTMLElement | null;
  about: Description | null;
  /** Takes back what was done, while the card offers it. */
  undo: (() => Promise<boolean>) | null;
  at: string;
  movedAt: number;
}

/** The card of one number at a time. It is in the page only while it is shown. */
export function createNumberCard({ scope, word, parts, actions, onCard, closed, signal }: NumberCardOptions): NumberCard {
  const { document } = scope;
  let card: Opened | null = null;

  const hasFocus = () => card !== null && card.frame.root.activeElement !== null;
  const drop = (giveBack: boolean) => {
    const last = card;
    card = null;
    last?.over.abort();
    last?.frame.remove();
    if (giveBack) last?.returnTo?.focus({ preventScroll: true });
    return last;
  };
  const close = (giveBack = hasFocus()) => {
    const last = drop(giveBack);
    if (last !== null) closed(last.target);
  };

  const follow = (one: Opened, scrolled: boolean) => {
    // What was done may have taken the number away.
    if (one !== card || one.undo !== null) return;
    const lines = one.target.rects();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const place = placeCard({ number: lines, card: one.frame.size(), viewport: { width, height } });
    if (place === null || (scrolled && lines[0] !== undefined && isCovered(one.target.node, lines[0]))) return close();
    const at = `${place.left} ${place.top}`;
    if (at === one.at) return;
    one.at = at;
    one.movedAt = performance.now();
    one.frame.moveTo(place.left, place.top, place.above);
    if (one.position !== undefined) one.frame.ring(lines);
  };

  const tell = ({ target, about, position, view }: Opened) => {
    const number = about?.formatted ?? target.text;
    const line = lineOf({ kind: target.address ? 'address' : (target.kind ?? about?.kind ?? null), country: about?.country ?? null, extension: target.extension }, word);
    const where = position !== undefined ? `, ${word('numbers.position', [String(position.at), String(position.of)])}` : '';
    view.tell(number, line, word('numbers.label', [number]) + where);
  };
  const offer = (one: Opened) => {
    one.undo = null;
    one.view.offer({ message: !one.target.address, teach: one.target.teach !== null });
    tell(one);
    follow(one, false);
  };

  const after = (one: Opened, ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    one.over.signal.addEventListener('abort', () => clearTimeout(timer));
  };
  /** A person who is on it may still want to undo. */
  const retire = (one: Opened) => (hasFocus() || one.frame.host.matches(':hover') ? after(one, UNDO_MS / 3, () => retire(one)) : close());
  const failed = (one: Opened) => {
    if (one !== card) return;
    if (one.undo !== null) offer(one);
    one.view.fail(word('commandError.internal'));
  };
  /** What changes this site's rules: done at once, with a way back for some seconds. */
  const change = async (one: Opened, run: (undo: boolean) => Promise<boolean>, said: string) => {
    const keyboard = hasFocus();
    one.undo = () => run(true);
    one.movedAt = performance.now();
    one.frame.ring([]);
    one.frame.keepNear(() => one.view.done(said));
    if (keyboard) one.view.focus();
    after(one, UNDO_MS, () => retire(one));
    if (!(await run(false))) failed(one);
  };

  const run = async (one: Opened, action: CardAction): Promise<void> => {
    const { target, about } = one;
    const number = about?.e164 ?? target.number;
    const shown = about?.formatted ?? target.text;
    switch (action) {
      case 'notANumber':
        return change(one, (undo) => actions.notANumber(target.teach ?? '', undo), word('numbers.notANumberDone'));
      case 'siteOff':
        return change(one, actions.siteOff, word('numbers.siteOffDone'));
      case 'undo':
        return (await one.undo?.()) === false ? one.view.fail(word('commandError.internal')) : close();
      case 'copy':
        if (!(await actions.copy(shown))) return failed(one);
        one.view.copied(true);
        return after(one, COPIED_MS, () => one.view.copied(false));
      case 'contact':
        return (await actions.addContact(number)) ? close() : failed(one);
      case 'sms':
      case 'call':
        close();
        await (action === 'call' ? actions.call(target.dial) : actions.sms(number));
    }
  };

  const closes = ({ key, shiftKey }: KeyboardEvent) =>
    card !== null && (key === 'Escape' || (key === 'Tab' && hasFocus() && card.frame.root.activeElement === card.view.buttons().at(shiftKey ? 0 : -1)));
  watchCardKeys({ scope, closes, close, signal });

  return {
    get target() {
      return card?.target ?? null;
    },
    hasFocus,
    owns: (path) => card !== null && path.includes(card.frame.host),
    show(target, position) {
      const look = parts();
      if (look === null) return;
      const returnTo = hasFocus() ? (card?.returnTo ?? null) : focused(document);
      drop(false);
      const press = (action: CardAction, event: MouseEvent) => {
        if (card !== null && event.isTrusted && performance.now() - card.movedAt >= SEEN_MS) void run(card, action);
      };
      const view = createCardView({ document, word, icons: look.icons, press });
      const frame = openCardFrame(document, target.node, view.element, look.style);
      const over = new AbortController();
      const one: Opened = { target, position, view, frame, over, returnTo, about: null, undo: null, at: '', movedAt: performance.now() };
      card = one;
      const keyboard = position !== undefined;
      watchCard({ scope, frame, keyboard, close, follow: (scrolled) => follow(one, scrolled), onCard, signal: over.signal });
      offer(one);
      if (card !== one) return;
      if (keyboard) {
        // Browsers show no ring on a focus that a script gives after a click.
        view.element.classList.add('keys');
        view.focus();
      }
      void actions.describe(target.dial).then((about) => {
        if (about === null || one !== card) return;
        one.about = about;
        if (one.undo === null) tell(one);
      });
    },
    hide() {
      if (card?.undo === null) drop(hasFocus());
    },
  };
}
