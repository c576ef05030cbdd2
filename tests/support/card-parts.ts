import type { CardParts } from '@/utils/contract/card-parts';
import { CARD_ICONS } from '@/utils/platform/shell/number-card/card-icons';
import { CARD_STYLE } from '@/utils/platform/shell/number-card/card-style';

/** As the shell answers a page. */
export const CARD_PARTS: CardParts = Object.freeze({ style: CARD_STYLE, icons: CARD_ICONS });
