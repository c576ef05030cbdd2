import type { CardIcon, CardParts } from '@/utils/contract/card-parts';
import { cardIcon } from './card-icon';
import type { CardWord, CardWords } from './card-words';

export type CardAction = 'call' | 'sms' | 'copy' | 'contact' | 'notANumber' | 'siteOff' | 'undo';

export interface CardViewOptions {
  readonly document: Document;
  readonly word: CardWords;
  readonly icons: CardParts['icons'];
  /** A button was pressed; whether by a person, and not too early, is for the receiver to say. */
  readonly press: (action: CardAction, event: MouseEvent) => void;
}

export interface CardView {
  readonly element: HTMLElement;
  /** The buttons of a number. */
  offer(actions: { readonly message: boolean; readonly teach: boolean }): void;
  /** The number, what is known of it, and its name for a screen reader. */
  tell(number: string, line: string, label: string): void;
  copied(is: boolean): void;
  /** What was done instead of the buttons, and a way back. */
  done(text: string): void;
  /** What was tried did not work. */
  fail(text: string): void;
  /** First button of what is shown. */
  focus(): void;
  buttons(): HTMLButtonElement[];
}

export function createCardView({ document, word, icons, press }: CardViewOptions): CardView {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: (Node | string)[]) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };
  const button = (action: CardAction, label: CardWord, icon: CardIcon | null) => {
    const element = make('button', action, ...(icon === null ? [] : [cardIcon(document, icons[icon])]), word(label));
    element.type = 'button';
    element.addEventListener('click', (event) => press(action, event));
    return element;
  };
  const said = make('div', 'said');
  said.setAttribute('role', 'status');
  const element = make('div', 'card');
  element.setAttribute('role', 'dialog');
  const number = make('div', 'number');
  const line = make('div', 'line');
  let copy: HTMLButtonElement | null = null;
  const say = (text: string) => (said.textContent = text);

  return {
    element,
    offer({ message, teach }) {
      copy = button('copy', 'numbers.copy', 'copy');
      const row = make('div', 'row', button('call', 'numbers.call', 'call'));
      if (message) row.append(button('sms', 'numbers.sms', 'sms'));
      row.append(copy);
      if (message) {
        const contact = button('contact', 'numbers.contact', 'contact');
        contact.setAttribute('aria-label', word('numbers.addContact'));
        contact.title = word('numbers.addContact');
        row.append(contact);
      }
      const quiet = make('div', 'quiet');
      if (teach) quiet.append(button('notANumber', 'numbers.notANumber', null));
      quiet.append(button('siteOff', 'numbers.siteOff', null));
      element.replaceChildren(make('header', '', number, line), row, quiet, said);
    },
    tell(text, about, label) {
      number.textContent = text;
      line.textContent = about;
      line.removeAttribute('role');
      element.setAttribute('aria-label', label);
    },
    copied(is) {
      if (copy === null) return;
      copy.replaceChildren(cardIcon(document, icons[is ? 'copied' : 'copy']), word(is ? 'numbers.copied' : 'numbers.copy'));
      copy.classList.toggle('ok', is);
      say(is ? word('numbers.copied') : '');
    },
    done(text) {
      element.replaceChildren(make('div', 'done', make('p', '', text), button('undo', 'numbers.undo', null)), said);
      say(text);
    },
    fail(text) {
      line.textContent = text;
      line.setAttribute('role', 'alert');
    },
    focus: () => element.querySelector('button')?.focus({ preventScroll: true }),
    buttons: () => [...element.querySelectorAll('button')],
  };
}
