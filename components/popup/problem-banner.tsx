import { CircleAlert, X } from 'lucide-preact';
import { commandSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { IconButton } from '@/components/ui/icon-button';

/** The last thing that was asked and not done. */
export function ProblemBanner() {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const problem = phone.problem.value;
  if (problem === null) return null;
  return (
    <Banner
      tone="error"
      role="alert"
      icon={CircleAlert}
      title={t(commandSentence(problem))}
      action={<IconButton icon={X} label={t('call.dismiss')} onClick={() => phone.dismissProblem()} />}
    />
  );
}
