export const ICON_STATES = ['connected', 'connecting', 'offline', 'ringing', 'in-call'] as const;
export type IconState = (typeof ICON_STATES)[number];

/** Middle tones: each stands out on a light and on a dark toolbar. */
const TEAL = '#0f9383';
const GREY = '#87909f';
const GREEN = '#1fa55c';
const AMBER = '#e8970c';
const RED = '#e23d3d';

/** A handset on a 24 grid, filled; turned a quarter in the state icons, so that the mark sits in its hollow. */
const HANDSET =
  'M22 16.9v3a2 2 0 0 1-2.2 2 19.8 19.8 0 0 1-8.6-3.1 19.5 19.5 0 0 1-6-6A19.8 19.8 0 0 1 2.1 4.2 2 2 0 0 1 4.1 2h3.2a2 2 0 0 1 2 1.7c.1 1 .4 1.9.7 2.8a2 2 0 0 1-.5 2.1L8.2 9.9a16 16 0 0 0 5.9 5.9l1.3-1.3a2 2 0 0 1 2.1-.4c.9.3 1.9.5 2.8.7a2 2 0 0 1 1.7 2.1Z';

interface Mark {
  readonly handset: string;
  /** Drawn in the lower right quarter, on a 16 grid; each state has its own shape. */
  readonly shape: string;
  /** What is cut out of the handset so that the shape stands free. */
  readonly gap: string;
}

const round = (radius: number) => `<circle cx="11.8" cy="11.8" r="${radius}" fill="black"/>`;

const MARKS: Readonly<Record<IconState, Mark>> = {
  connected: { handset: TEAL, shape: `<circle cx="11.8" cy="11.8" r="3.7" fill="${GREEN}"/>`, gap: round(4.8) },
  connecting: {
    handset: TEAL,
    // A ring that is not closed yet.
    shape: `<path d="M11.8 8.8A3 3 0 1 1 8.8 11.8" fill="none" stroke="${AMBER}" stroke-width="2" stroke-linecap="round"/>`,
    gap: round(5),
  },
  offline: {
    handset: GREY,
    shape: `<circle cx="11.8" cy="11.8" r="2.8" fill="none" stroke="${GREY}" stroke-width="1.8"/>`,
    gap: round(4.8),
  },
  ringing: {
    handset: AMBER,
    // A dot with a ring around it: the largest mark.
    shape: `<circle cx="11.3" cy="11.3" r="2.2" fill="${AMBER}"/><circle cx="11.3" cy="11.3" r="4.1" fill="none" stroke="${AMBER}" stroke-width="1.2"/>`,
    gap: round(5.4),
  },
  'in-call': { handset: TEAL, shape: `<rect x="8.5" y="8.5" width="7" height="7" rx="1.6" fill="${RED}"/>`, gap: '<rect x="7.4" y="7.4" width="9.6" height="9.6" rx="2.6" fill="black"/>' },
};

/** Toolbar icon of a state: handset and mark, on nothing. */
export function stateIcon(state: IconState): string {
  const { handset, shape, gap } = MARKS[state];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="16" height="16"><rect width="16" height="16" fill="white"/>${gap}</mask>
  <g mask="url(#m)"><path d="${HANDSET}" transform="translate(-.9 -.9) scale(.64) rotate(90 12 12)" fill="${handset}"/></g>
  ${shape}
</svg>`;
}

/** The extension's own icon: white handset on a teal tile. */
export function appIcon(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">
  <rect x="6" y="6" width="116" height="116" rx="30" fill="#0b6b5f"/>
  <path d="${HANDSET}" transform="translate(28 28) scale(3)" fill="white"/>
</svg>`;
}
