import { useWords } from '@/components/words/words';
import { BrandMark } from '@/components/ui/brand-mark';
import { SignInForm } from './sign-in-form';
import './sign-in-view.css';

/** The whole surface while nobody is signed in. */
export function SignInView() {
  const { t } = useWords();
  return (
    <main class="sign-in-view">
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
