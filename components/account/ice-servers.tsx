import { Plus, Trash2 } from 'lucide-preact';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { PasswordField } from '@/components/ui/password-field';
import { useFieldError } from './use-field';

/** STUN takes an address; TURN also a name and a password. */
export function IceServers() {
  const { t } = useWords();
  const { signIn } = useSurface().models;
  const rows = signIn.values.value.sip.iceServers;
  const errorOf = useFieldError();
  return (
    <fieldset class="ice-servers">
      <legend>{t('signIn.ice')}</legend>
      <p class="field-hint">{t('signIn.iceHint')}</p>
      {rows.map((row, index) => (
        <div class="ice-server" key={index}>
          <Field
            label={t('signIn.iceUrl')}
            name={`ice-${index}`}
            value={row.url}
            placeholder={t('signIn.iceUrlExample')}
            error={errorOf(`ice-${index}`)}
            onInput={(url) => signIn.setIceServer(index, { url })}
            trailing={<IconButton icon={Trash2} label={t('signIn.iceRemove')} onClick={() => signIn.removeIceServer(index)} />}
          />
          {/^turns?:/.test(row.url.trim()) && (
            <div class="ice-server-turn">
              <Field
                label={t('signIn.iceUser')}
                name={`ice-user-${index}`}
                value={row.username}
                onInput={(username) => signIn.setIceServer(index, { username })}
              />
              <PasswordField
                label={t('signIn.iceCredential')}
                name={`ice-credential-${index}`}
                value={row.credential}
                onInput={(credential) => signIn.setIceServer(index, { credential })}
              />
            </div>
          )}
        </div>
      ))}
      <Button look="quiet" size="small" icon={Plus} onClick={signIn.addIceServer}>
        {t('signIn.iceAdd')}
      </Button>
    </fieldset>
  );
}
