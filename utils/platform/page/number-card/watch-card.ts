import type { CardFrame } from './card-frame';

/** How often the number's place is looked up while the card is open. ms */
const FOLLOW_MS = 200;

export interface CardWatchOptions {
  readonly scope: Window;
  readonly frame: CardFrame;
  /** The focus was brought into the card. */
  readonly keyboard: boolean;
  readonly close: (giveBack: boolean) => void;
  /** The number may be somewhere else, or gone. */
  readonly follow: (scrolled: boolean) => void;
  /** The pointer came onto the card, or left it. */
  readonly onCard: (is: boolean) => void;
  readonly signal: AbortSignal;
}

/** Everything that moves or ends an open card; only what a person does. */
export function watchCard({ scope, frame, keyboard, close, follow, onCard, signal }: CardWatchOptions): void {
  const { host } = frame;
  const isOutside = (event: Event) => !event.composedPath().includes(host);
  const on = <K extends keyof WindowEventMap>(type: K, run: (event: WindowEventMap[K]) => void) => scope.addEventListener(type, run, { capture: true, passive: true, signal });

  on('pointerdown', (event) => event.isTrusted && isOutside(event) && close(false));
  on('scroll', (event) => isOutside(event) && requestAnimationFrame(() => follow(true)));
  on('resize', () => follow(true));
  on('pagehide', () => close(false));
  host.addEventListener('pointerenter', () => onCard(true), { signal });
  host.addEventListener('pointerleave', () => onCard(false), { signal });
  const onFocusOut = ({ relatedTarget }: FocusEvent) => keyboard && relatedTarget !== null && relatedTarget !== host && close(false);
  host.addEventListener('focusout', onFocusOut, { signal });
  const timer = setInterval(() => follow(false), FOLLOW_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
