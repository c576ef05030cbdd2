import type { Box } from './place-card';

/** Something else is seen where the number should be: it was scrolled out of its box, or lies under something. */
export function isCovered(node: Node, box: Box): boolean {
  const document = node.ownerDocument;
  const seen = document?.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  if (!seen || node.contains(seen)) return !seen;
  for (let at: Node | null = node; at !== null; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) if (at === seen) return false;
  return true;
}
