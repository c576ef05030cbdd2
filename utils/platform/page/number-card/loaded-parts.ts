import type { CardParts } from '@/utils/contract/card-parts';
import type { Asker } from '@/utils/messaging/page-messenger';

export interface LoadedParts {
  /** Null until they have come. */
  readonly now: CardParts | null;
  /** Asks for them unless somebody has; false when they did not come, and may be asked for again. */
  load(): Promise<boolean>;
}

/** The look of the card, which most pages never show: loaded when a card may be wanted. */
export function createLoadedParts({ send }: Asker): LoadedParts {
  let parts: CardParts | null = null;
  let asked: Promise<boolean> | null = null;
  const load = async () => {
    const answer = await send('numbers.cardParts', {}).catch(() => null);
    parts = answer?.ok === true ? answer : null;
    asked = null;
    return parts !== null;
  };
  return {
    get now() {
      return parts;
    },
    load: () => (parts !== null ? Promise.resolve(true) : (asked ??= load())),
  };
}
