import type { FindLevel } from '@/utils/domain/phone-number/found-number';
import { useWords, type MessageKey } from '@/components/words/words';
import { ChoiceList } from '@/components/ui/choice-list';

const LEVELS: readonly { readonly value: FindLevel; readonly label: MessageKey; readonly hint: MessageKey }[] = [
  { value: 'strict', label: 'pageNumbers.levelStrict', hint: 'pageNumbers.levelStrictHint' },
  { value: 'normal', label: 'pageNumbers.levelNormal', hint: 'pageNumbers.levelNormalHint' },
  { value: 'eager', label: 'pageNumbers.levelEager', hint: 'pageNumbers.levelEagerHint' },
];

/** How sure the finder is to be. */
export function LevelChoice({ value, onChange }: { value: FindLevel; onChange: (level: FindLevel) => void }) {
  const { t } = useWords();
  const choices = LEVELS.map((level) => ({ value: level.value, label: t(level.label), hint: t(level.hint) }));
  return <ChoiceList legend={t('pageNumbers.level')} value={value} choices={choices} onChange={onChange} />;
}
