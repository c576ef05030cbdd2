import type { NumbersMessage, StepAnswer, StepFrom } from '@/utils/platform/page/numbers/number-messages';

/** Names of the manifest's shortcuts. */
const DIRECTIONS: Readonly<Record<string, 1 | -1>> = Object.freeze({ 'next-number': 1, 'previous-number': -1 });

/** A frame that does not offer in so long has no numbers: it counts thousands of them in a tenth of this. Milliseconds. */
const OFFERS_MS = 150;

/** `browser.tabs`, as far as the shortcuts need it. */
export interface StepTabs {
  query(query: { active: true; lastFocusedWindow: true }): Promise<readonly { readonly id?: number | undefined }[]>;
  sendMessage(tabId: number, message: NumbersMessage, options?: { frameId: number }): Promise<StepAnswer | undefined>;
}

export interface NumberStepOptions {
  readonly tabs: StepTabs;
  readonly wait: (ms: number) => Promise<void>;
}

export interface NumberSteps {
  /** A shortcut was pressed. */
  command(name: string): Promise<void>;
  /** A frame has numbers; `focused`: and the focus. */
  offer(from: { readonly tabId: number; readonly frameId: number }, focused: boolean): void;
}

/**
 * Steps from number to number through all frames of the active tab. The one with the focus goes on while it has
 * numbers left; then those that have any offer themselves, and the next one of them, in the order they were made,
 * begins. The browser lists a tab's frames only to who may watch all navigation. Pages without a content script hear
 * nothing.
 */
export function createNumberSteps({ tabs, wait }: NumberStepOptions): NumberSteps {
  let round: { readonly tabId: number; readonly offers: Map<number, boolean> } | null = null;

  const step = (tabId: number, direction: 1 | -1, from: StepFrom, frameId?: number) => {
    const message: NumbersMessage = { kind: 'numbers.step', direction, from };
    return (frameId === undefined ? tabs.sendMessage(tabId, message) : tabs.sendMessage(tabId, message, { frameId })).catch(() => undefined);
  };
  const goElsewhere = async (tabId: number, direction: 1 | -1) => {
    const offers = new Map<number, boolean>();
    round = { tabId, offers };
    void tabs.sendMessage(tabId, { kind: 'numbers.whoOffers' }).catch(() => undefined);
    await wait(OFFERS_MS);
    // Another press began meanwhile.
    if (round.offers !== offers) return;
    round = null;
    const frames = [...offers.keys()].sort((one, other) => one - other);
    const at = frames.findIndex((frame) => offers.get(frame));
    const next = at === -1 ? frames[0] : frames.at((at + direction) % frames.length);
    // With the focus nowhere, in the address bar perhaps, the page itself begins where the person looks.
    if (next !== undefined) await step(tabId, direction, at === -1 && next === 0 ? 'view' : 'edge', next);
  };

  return {
    async command(name) {
      const direction = DIRECTIONS[name];
      if (direction === undefined) return;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      if (tab?.id === undefined) return;
      if ((await step(tab.id, direction, 'focus')) !== 'stepped') await goElsewhere(tab.id, direction);
    },
    offer({ tabId, frameId }, focused) {
      if (round?.tabId === tabId) round.offers.set(frameId, focused);
    },
  };
}
