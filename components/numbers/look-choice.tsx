import type { NumberLook } from '@/utils/contract/page-numbers';
import { useWords, type MessageKey } from '@/components/words/words';
import { useNumber } from '@/components/surface/use-number';
import { ChoiceList } from '@/components/ui/choice-list';
import './number-look.css';

const LOOKS: readonly { readonly value: NumberLook; readonly label: MessageKey }[] = [
  { value: 'dotted', label: 'pageNumbers.lookDotted' },
  { value: 'underline', label: 'pageNumbers.lookUnderline' },
  { value: 'tint', label: 'pageNumbers.lookTint' },
  { value: 'plain', label: 'pageNumbers.lookPlain' },
];
/** From the range kept for films and books (PTS): nobody is called by a sample. */
const SAMPLE = '+46701740605';

/** Each look on a number as the user's country writes it. */
export function LookChoice({ value, onChange }: { value: NumberLook; onChange: (look: NumberLook) => void }) {
  const { t } = useWords();
  const number = useNumber(SAMPLE);
  const choices = LOOKS.map((look) => ({
    value: look.value,
    label: t(look.label),
    sample: (
      <span class={`number-look number-look-${look.value}`} aria-hidden="true">
        <span>{number}</span>
      </span>
    ),
  }));
  return <ChoiceList legend={t('pageNumbers.look')} value={value} choices={choices} across onChange={onChange} />;
}
