import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { BrandMark } from '@/components/ui/brand-mark';
import { SignInForm } from './sign-in-form';
import './sign-in-view.css';

/** The whole surface while nobody is signed in. */
export function SignInView() {
  const { t } = useWords();
  const view = useRef<HTMLElement>(null);
  useEffect(() => {
    // Opened to be filled in: on from where the draft ends.
    const fields = [...(view.current?.querySelectorAll<HTMLInputElement>('input:not([type=radio], [readonly])') ?? [])];
    fields.find((field) => field.value === '')?.focus();
  }, []);
  return (
    <main class="sign-in-view" ref={view}>
      <header>
        <BrandMark />
        <div>
          <h1>{t('app.name')}</h1>
          <p class="secondary">{t('signIn.lead')}</p>
        </div>
      </header>
      <SignInForm />
    </main>
  );
}
