import { commandSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';

/** A press that did nothing says why, in the panel itself. */
export function PanelProblem() {
  const { t } = useWords();
  const problem = useSurface().models.phone.problem.value;
  if (problem === null) return null;
  return (
    <p class="field-error" role="alert">
      {t(commandSentence(problem))}
    </p>
  );
}
