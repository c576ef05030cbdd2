import { Phone, PhoneMissed, UserPlus, X } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { isMissed } from '@/utils/domain/call/end-reason';
import { callSeconds, clockText } from '@/utils/models/call-duration';
import type { DialSource } from '@/utils/domain/call/call-method';
import { endSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { useParty } from '@/components/surface/use-party';
import { Button } from '@/components/ui/button';
import { HangUp } from '@/components/ui/hang-up-icon';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { trusted } from '@/components/ui/trusted';
import { endAction } from './end-action';
import './ended-line.css';

const REDIAL = Object.freeze({ 'call-back': 'call.callBack', 'try-again': 'call.tryAgain', 'call-forwarded': 'call.callForwarded' } as const);

interface EndedLineProps {
  call: CallView;
  source: DialSource;
}

/** How a call ended, and the step that helps. */
export function EndedLine({ call, source }: EndedLineProps) {
  const { t } = useWords();
  const { models, actions } = useSurface();
  const party = useParty(call.remote);
  const reason = call.endReason ?? 'server-error';
  const missed = isMissed(call.direction, call.answeredAt !== null, reason);
  const seconds = callSeconds(call, call.endedAt ?? 0);
  const action = endAction(call);
  const forwardedTo = useParty(call.forwardedTo ?? call.remote);
  const mayAdd = party.name === null && /^\+\d/.test(call.remote.number) && actions.openAddContact !== undefined;
  const redial = trusted(() => {
    void models.phone.dismiss(call.id);
    void models.phone.redial((call.forwardedTo ?? call.remote).number, source);
  });
  return (
    <section class={`ended-line ${missed ? 'ended-line-missed' : ''}`} aria-label={party.title}>
      <Icon of={missed ? PhoneMissed : HangUp} size={17} />
      <div class="ended-line-text">
        <div role="status">
          <b class="truncate" title={party.title}>
            {party.title}
          </b>
          <p>
            {call.forwardedTo ? t('endReason.forwardedTo', [forwardedTo.title]) : t(endSentence(reason, call.direction))}
            {seconds !== null && ` ${t('call.lasted', [clockText(seconds)])}`}
          </p>
        </div>
        <div class="action-row">
          {action !== null && action !== 'fix-microphone' && (
            <Button size="small" icon={Phone} onClick={redial}>
              {t(REDIAL[action])}
            </Button>
          )}
          {mayAdd && (
            <Button size="small" icon={UserPlus} onClick={trusted(() => actions.openAddContact?.(call.remote.number))}>
              {t('call.addContact')}
            </Button>
          )}
        </div>
        {action === 'fix-microphone' && actions.openWelcome && (
          <Button size="small" onClick={() => actions.openWelcome?.()}>
            {t('microphone.fix')}
          </Button>
        )}
      </div>
      <IconButton icon={X} label={t('call.dismiss')} onClick={() => void models.phone.dismiss(call.id)} />
    </section>
  );
}
