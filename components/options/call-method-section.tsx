import { CircleAlert } from 'lucide-preact';
import { commandSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { ChoiceList, type Choice } from '@/components/ui/choice-list';

/** How calls are made from this browser. */
export function CallMethodSection() {
  const { t } = useWords();
  const { phone, deskPhones } = useSurface().models;
  const method = phone.callMethod.value;
  const problem = phone.problem.value;
  const choices: Choice<string>[] = [
    { value: 'here', label: t('callMethod.here'), hint: t('callMethod.hereHint') },
    { value: 'ask', label: t('callMethod.ask'), hint: t('callMethod.askHint') },
  ];
  if (phone.account.value?.hasMobile) choices.push({ value: 'mobile', label: t('callMethod.mobile'), hint: t('callMethod.mobileHint') });
  for (const { id, name } of deskPhones.known.value?.phones ?? []) choices.push({ value: id, label: t('callMethod.desk', [name]), hint: t('callMethod.deskHint') });
  // One that was removed, or is not read yet, is still what is set.
  if (!choices.some(({ value }) => value === method)) choices.push({ value: method, label: t('callMethod.unknown') });
  return (
    <section class="options-card">
      <ChoiceList legend={t('callMethod.title')} value={method} choices={choices} onChange={(chosen) => void phone.setCallMethod(chosen)} />
      {problem !== null && <Banner tone="error" role="alert" icon={CircleAlert} title={t(commandSentence(problem))} />}
    </section>
  );
}
