import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../components/ui/tokens.css'), 'utf8');
const token = (name: string, theme: 'light' | 'dark') => {
  const found = css.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`));
  return found?.[theme === 'light' ? 1 : 2] ?? '';
};

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

const TEXT = [
  ['ink', 'surface'],
  ['ink-2', 'surface-2'],
  ['ink-2', 'ringing-soft'],
  ['ink-2', 'accent-soft'],
  ['ink-3', 'surface'],
  ['ink-3', 'surface-2'],
  ['ink-3', 'bg'],
  ['ink-3', 'accent-soft'],
  ['accent', 'surface'],
  ['accent', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['free-fill-ink', 'free-fill'],
  ['busy-fill-ink', 'busy'],
  ['busy-ink', 'busy-soft'],
  ['busy-ink', 'surface'],
] as const;

it.each(TEXT.flatMap(([ink, on]) => (['light', 'dark'] as const).map((theme) => [ink, on, theme] as const)))(
  'text in %s is legible on %s, %s (AA, 4.5)',
  (ink, on, theme) => expect(contrast(token(ink, theme), token(on, theme))).toBeGreaterThanOrEqual(4.5),
);

it.each(['free', 'ringing', 'busy', 'away', 'control-line'].flatMap((name) => (['light', 'dark'] as const).map((theme) => [name, theme] as const)))(
  '%s stands out from the surface, %s (AA, 3)',
  (name, theme) => expect(contrast(token(name, theme), token('surface', theme))).toBeGreaterThanOrEqual(3),
);
