import type { AccountView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useNumber } from '@/components/surface/use-number';
import './account-facts.css';

/** What others dial and which server it is; empty facts are left out. */
export function AccountFacts({ account }: { account: AccountView }) {
  const { t } = useWords();
  const number = useNumber(account.number ?? '');
  const facts = [
    [t('menu.number'), number],
    [t('menu.extension'), account.extension === account.number ? null : account.extension],
    [t('menu.company'), account.company],
    [t('menu.server'), account.server],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd class="truncate tabular">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
