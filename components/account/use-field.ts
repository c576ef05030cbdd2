import { fieldSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';

/** The sentence under a field of the sign-in form, when something is wrong with it. */
export function useFieldError(): (field: string) => string | undefined {
  const { t } = useWords();
  const errors = useSurface().models.signIn.errors.value;
  return (field) => {
    const error = errors[field];
    return error === undefined ? undefined : t(fieldSentence(error));
  };
}
