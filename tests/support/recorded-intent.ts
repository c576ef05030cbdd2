import type { CardTarget } from '@/utils/platform/page/numbers/card-target';
import type { HoverIntent } from '@/utils/platform/page/numbers/hover-intent';

/** Keeps what the pointer or the focus was said to be over: texts of numbers. */
export function recordedIntent(): { readonly intent: HoverIntent<CardTarget>; readonly over: (string | null)[] } {
  const over: (string | null)[] = [];
  const intent: HoverIntent<CardTarget> = {
    over: (target) => void over.push(target?.text ?? null),
    onCard: () => undefined,
    pressed: () => undefined,
    dismiss: () => undefined,
  };
  return { intent, over };
}
