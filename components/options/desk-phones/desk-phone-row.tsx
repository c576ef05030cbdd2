import { KeyRound, Pencil, Phone, Trash2 } from 'lucide-preact';
import type { DeskPhone } from '@/utils/contract/desk-phones';
import { STATUS_WORDS } from '@/components/words/status-words';
import { useWords } from '@/components/words/words';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { StatusDot } from '@/components/ui/status-dot';

interface DeskPhoneRowProps {
  phone: DeskPhone;
  /** The server lets desk phones in, so a new password is of use. */
  renewable: boolean;
  onAsk: (deed: 'rename' | 'renew' | 'remove') => void;
}

/** One desk phone: what it is called, whether calls ring there, and what can be done with it. */
export function DeskPhoneRow({ phone, renewable, onAsk }: DeskPhoneRowProps) {
  const { t } = useWords();
  const { name, registered } = phone;
  const status = STATUS_WORDS[registered ? 'registered' : 'offline'];
  return (
    <li class="session-row">
      <span class="session-icon">
        <Icon of={Phone} size={18} />
      </span>
      <div class="session-text">
        <p class="session-name">
          <b>{name}</b>
        </p>
        <p class="session-status">
          <StatusDot presence={status.presence} />
          {t(status.label)}
        </p>
      </div>
      <div class="desk-phone-actions">
        <IconButton icon={Pencil} label={t('deskPhones.renameOf', [name])} onClick={() => onAsk('rename')} />
        {renewable && <IconButton icon={KeyRound} label={t('deskPhones.renewOf', [name])} onClick={() => onAsk('renew')} />}
        <IconButton icon={Trash2} label={t('deskPhones.removeOf', [name])} onClick={() => onAsk('remove')} />
      </div>
    </li>
  );
}
