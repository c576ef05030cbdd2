/**
 * Where a step goes. `focus`: the frame that has the focus goes on, if it has numbers left; `view`: what can be seen is
 * first, and the end leads to the beginning; `edge`: the frame's first number, or its last one backwards.
 */
export type StepFrom = 'focus' | 'view' | 'edge';

/** Shell to frames of the active tab, when a person pressed the shortcut. */
export type NumbersMessage =
  | { readonly kind: 'numbers.step'; readonly direction: 1 | -1; readonly from: StepFrom }
  /** Tell the shell, with `numbers.offer`, if there are numbers in you. */
  | { readonly kind: 'numbers.whoOffers' };

/** What a frame answers; one that takes no step answers nothing. */
export type StepAnswer = 'stepped';
