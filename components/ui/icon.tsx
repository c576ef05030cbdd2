import type { LucideIcon } from 'lucide-preact';

interface IconProps {
  of: LucideIcon;
  size?: number;
  class?: string;
}

/** A lucide picture beside words; it says nothing to a screen reader by itself. */
export function Icon({ of: Picture, size = 16, ...rest }: IconProps) {
  return <Picture size={size} strokeWidth={1.9} aria-hidden="true" focusable="false" {...rest} />;
}
