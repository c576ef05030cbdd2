import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Field } from '@/components/ui/field';
import { PasswordField } from '@/components/ui/password-field';
import { useFieldError } from './use-field';

export function OneFields() {
  const { t } = useWords();
  const { signIn } = useSurface().models;
  const { one } = signIn.values.value;
  const errorOf = useFieldError();
  const locked = signIn.locked.value.oneServer;
  return (
    <>
      <Field
        label={t('signIn.server')}
        name="server"
        value={one.server}
        placeholder={t('signIn.serverExample')}
        autoComplete="url"
        readOnly={locked}
        {...(locked && { hint: t('signIn.locked') })}
        error={errorOf('server')}
        onInput={(value) => signIn.setOne('server', value)}
      />
      <Field
        label={t('signIn.email')}
        name="email"
        type="email"
        value={one.email}
        placeholder={t('signIn.emailExample')}
        autoComplete="username"
        error={errorOf('email')}
        onInput={(value) => signIn.setOne('email', value)}
      />
      <PasswordField
        label={t('signIn.password')}
        name="password"
        value={one.password}
        autoComplete="current-password"
        error={errorOf('password')}
        onInput={(value) => signIn.setOne('password', value)}
      />
    </>
  );
}
