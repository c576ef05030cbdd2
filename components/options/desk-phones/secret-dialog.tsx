import { Check, Copy } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { DeskPhoneSecret } from '@/utils/contract/desk-phones';
import { useWords, type MessageKey } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';

const rowsOf = ({ credential, server }: DeskPhoneSecret): readonly (readonly [MessageKey, string])[] => [
  ['deskPhones.user', credential.username],
  ['deskPhones.password', credential.password],
  ['deskPhones.domain', credential.domain],
  ['deskPhones.proxy', `${server.host.includes(':') ? `[${server.host}]` : server.host}:${server.port}`],
  ['deskPhones.transport', 'UDP / TCP'],
];

/** What is typed into the phone. The password is shown here and never again. */
export function SecretDialog({ secret, onClose }: { secret: DeskPhoneSecret; onClose: () => void }) {
  const { t } = useWords();
  const [copied, setCopied] = useState<MessageKey | null>(null);
  const copy = async (key: MessageKey, value: string) => {
    const done = await navigator.clipboard.writeText(value).then(() => true, () => false);
    setCopied(done ? key : null);
  };
  return (
    <Dialog
      title={t('deskPhones.secretTitle', [secret.phone.name])}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('deskPhones.secretDone')}
        </Button>
      }
    >
      {t('deskPhones.secretBody')}
      <dl class="desk-phone-secret">
        {rowsOf(secret).map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd class="tabular">{value}</dd>
            <IconButton icon={copied === key ? Check : Copy} label={t('deskPhones.copy', [t(key)])} onClick={() => void copy(key, value)} />
          </div>
        ))}
      </dl>
      <p class="hidden-text" role="status">
        {copied === null ? '' : t('deskPhones.copied', [t(copied)])}
      </p>
    </Dialog>
  );
}
