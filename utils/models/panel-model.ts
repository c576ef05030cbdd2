import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { FIRST_SPOT, PANEL_MARGIN, PANEL_WIDTH, type PanelLook, type PanelSpot } from '@/utils/contract/panel-spot';

/** Of the minimised panel. CSS pixels. */
export const SMALL_WIDTH = 300;
/** One press of an arrow key, on the screen. */
const STEP = 24;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The page around, as the panel's frame sees it. */
export interface PageAround {
  /** Width and height of the page as the screen has them, and how much larger than CSS pixels its zoom makes things. */
  measure(): Promise<{ readonly width: number; readonly height: number; readonly zoom: number }>;
  /** Something fills the screen, a video perhaps. */
  readonly fullScreen: ReadonlySignal<boolean>;
  /** Since when the panel is covered by its page, so that no click counts. */
  readonly covered: ReadonlySignal<boolean>;
}

/** The way to who draws the frame. */
export interface PanelHandle {
  resize(size: { readonly width: number; readonly height: number }): void;
  move(spot: PanelSpot, keep: boolean): void;
  minimise(minimised: boolean): void;
}

export interface PanelModel {
  /** One line instead of cards. */
  readonly small: ReadonlySignal<boolean>;
  readonly covered: ReadonlySignal<boolean>;
  toggle(): void;
  /** Shows everything again: for a call that has just come. */
  restore(): void;
  /** Takes hold at a point of the screen; `drag` follows it, `drop` stays there. */
  grab(at: Point): void;
  drag(at: Point): void;
  drop(): void;
  /** By keys: so many steps to the right and down. */
  step(right: number, down: number): Promise<void>;
  /** Back to where it was at first. */
  home(): void;
  /** The content is so high. */
  fit(height: number): void;
}

interface PanelModelParts {
  readonly look: PanelLook;
  readonly page: PageAround;
  readonly handle: PanelHandle;
}

/** The spot after a move over the screen, where `free` is what the page has left beside the panel. */
export function spotAfter(spot: PanelSpot, by: Point, free: Point): PanelSpot {
  const along = (share: number, moved: number, room: number) => (room <= 0 ? share : Math.min(1, Math.max(0, share + moved / room)));
  return { x: along(spot.x, by.x, free.x), y: along(spot.y, by.y, free.y) };
}

export function createPanelModel({ look, page, handle }: PanelModelParts): PanelModel {
  const minimised = signal(look.minimised);
  /** In full screen it is small until it is wanted. */
  const wantedInFullScreen = signal(false);
  const small = computed(() => (page.fullScreen.value ? !wantedInFullScreen.value : minimised.value));
  let spot = look.spot;
  let height = 0;
  let held: { readonly at: Point; readonly from: PanelSpot; readonly free: Point | null } | null = null;

  const width = () => (small.value ? SMALL_WIDTH : PANEL_WIDTH);
  const free = async (): Promise<Point> => {
    const { zoom, ...whole } = await page.measure();
    const beside = (length: number, own: number) => length - (own + 2 * PANEL_MARGIN) * zoom;
    return { x: beside(whole.width, width()), y: beside(whole.height, height) };
  };
  const move = (to: PanelSpot, keep: boolean) => {
    spot = to;
    handle.move(to, keep);
  };
  const show = (next: boolean) => {
    if (page.fullScreen.value) {
      wantedInFullScreen.value = !next;
      return;
    }
    wantedInFullScreen.value = false;
    if (minimised.value === next) return;
    minimised.value = next;
    handle.minimise(next);
  };
  return {
    small,
    covered: page.covered,
    toggle: () => show(!small.value),
    restore: () => show(page.fullScreen.value),
    grab(at) {
      const mine = { at, from: spot, free: null };
      held = mine;
      free().then(
        (room) => {
          if (held === mine) held = { ...mine, free: room };
        },
        () => undefined,
      );
    },
    drag(at) {
      if (held?.free) move(spotAfter(held.from, { x: at.x - held.at.x, y: at.y - held.at.y }, held.free), false);
    },
    drop() {
      if (held !== null && spot !== held.from) move(spot, true);
      held = null;
    },
    async step(right, down) {
      move(spotAfter(spot, { x: right * STEP, y: down * STEP }, await free()), true);
    },
    home: () => move(FIRST_SPOT, true),
    fit(next) {
      height = next;
      handle.resize({ width: width(), height });
    },
  };
}
