import { CircleAlert, Lock } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { AccountKind } from '@/utils/contract/phone-state';
import { commandSentence } from '@/components/words/sentences';
import { lengthText } from '@/components/words/time-text';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Segmented } from '@/components/ui/segmented';
import { OneFields } from './one-fields';
import { SipFields } from './sip-fields';
import './sign-in-form.css';

/** Both kinds of account; nothing typed is lost by a failed try or by changing one's mind. */
export function SignInForm() {
  const { t, locale } = useWords();
  const { signIn } = useSurface().models;
  const form = useRef<HTMLFormElement>(null);
  const { kind } = signIn.values.value;
  const busy = signIn.busy.value;
  const wait = signIn.waitSeconds.value;
  const problem = signIn.problem.value;

  const submit = async () => {
    const field = await signIn.submit();
    // Wrong things may sit under "More settings": open them before focus goes there.
    const input = field === null ? null : form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`);
    const folded = input?.closest('details');
    if (folded) folded.open = true;
    input?.focus();
    input?.select();
  };

  return (
    <form
      class="sign-in-form"
      ref={form}
      noValidate
      aria-label={t('signIn.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {signIn.locked.value.kind ? (
        <p class="sign-in-locked secondary">
          <Icon of={Lock} size={14} /> {t(kind === 'one' ? 'signIn.one' : 'signIn.sip')} · {t('signIn.locked')}
        </p>
      ) : (
        <Segmented<AccountKind>
          label={t('signIn.kind')}
          value={kind}
          options={[
            { value: 'one', label: t('signIn.one') },
            { value: 'sip', label: t('signIn.sip') },
          ]}
          onChange={signIn.choose}
        />
      )}
      {problem && (
        <Banner tone="error" icon={CircleAlert} title={t(commandSentence(problem))} role="alert" />
      )}
      {kind === 'one' ? <OneFields /> : <SipFields />}
      <Button look="primary" size="large" type="submit" busy={busy} disabled={wait > 0}>
        {busy ? t('signIn.busy') : wait > 0 ? t('signIn.wait', [lengthText(wait, locale)]) : t('signIn.submit')}
      </Button>
    </form>
  );
}
