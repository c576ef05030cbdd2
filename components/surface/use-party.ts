import type { RemoteParty } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from './surface-context';

export interface PartyText {
  /** Name where there is one, else the number. */
  readonly title: string;
  /** The number when the title is a name. */
  readonly detail: string | null;
  /** What the avatar is made of; null draws a figure instead of initials. */
  readonly name: string | null;
}

/** How a party is written to this user: name first, number the way their country writes it. */
export function useParty(remote: RemoteParty): PartyText {
  const { t } = useWords();
  const { models } = useSurface();
  const { number } = remote;
  const shown = models.formatter.value?.formatForPerson(number, models.region.value) ?? number;
  const account = models.phone.account.value;
  if (number !== '' && number === account?.echoNumber) return { title: t('call.testCall'), detail: shown, name: null };
  const name = remote.name?.trim() ?? '';
  if (name !== '' && name !== number) return { title: name, detail: shown === '' ? null : shown, name };
  return { title: shown === '' ? t('call.withheld') : shown, detail: null, name: null };
}
