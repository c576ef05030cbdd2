import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Field } from '@/components/ui/field';
import { PasswordField } from '@/components/ui/password-field';
import { SelectField } from '@/components/ui/select-field';
import { IceServers } from './ice-servers';
import { regionOptions } from './region-options';
import { useFieldError } from './use-field';

export function SipFields() {
  const { t, locale } = useWords();
  const { signIn } = useSurface().models;
  const { sip } = signIn.values.value;
  const errorOf = useFieldError();
  const { sipServer, sipDomain } = signIn.locked.value;
  return (
    <>
      <Field
        label={t('signIn.sipServer')}
        name="server"
        value={sip.server}
        placeholder={t('signIn.sipServerExample')}
        readOnly={sipServer}
        hint={t(sipServer ? 'signIn.locked' : 'signIn.sipServerHint')}
        error={errorOf('server')}
        onInput={(value) => signIn.setSip('server', value)}
      />
      <Field
        label={t('signIn.user')}
        name="user"
        value={sip.user}
        placeholder={t('signIn.userExample')}
        autoComplete="username"
        error={errorOf('user')}
        onInput={(value) => signIn.setSip('user', value)}
      />
      <PasswordField
        label={t('signIn.password')}
        name="password"
        value={sip.password}
        autoComplete="current-password"
        error={errorOf('password')}
        onInput={(value) => signIn.setSip('password', value)}
      />
      <details class="sign-in-more">
        <summary>{t('signIn.more')}</summary>
        <div class="sign-in-more-body">
          <Field
            label={t('signIn.displayName')}
            name="displayName"
            note={t('signIn.optional')}
            value={sip.displayName}
            onInput={(value) => signIn.setSip('displayName', value)}
          />
          <Field
            label={t('signIn.authenticationUser')}
            name="authenticationUser"
            note={t('signIn.optional')}
            value={sip.authenticationUser}
            hint={t('signIn.authenticationUserHint')}
            onInput={(value) => signIn.setSip('authenticationUser', value)}
          />
          <Field
            label={t('signIn.domain')}
            name="domain"
            note={t('signIn.optional')}
            value={sip.domain}
            readOnly={sipDomain}
            hint={t(sipDomain ? 'signIn.locked' : 'signIn.domainHint')}
            onInput={(value) => signIn.setSip('domain', value)}
          />
          <SelectField
            label={t('signIn.region')}
            name="region"
            value={sip.region}
            options={regionOptions(locale)}
            onChange={(value) => signIn.setSip('region', value)}
          />
          <IceServers />
        </div>
      </details>
    </>
  );
}
