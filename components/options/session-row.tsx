import { Monitor } from 'lucide-preact';
import type { Session } from '@/utils/contract/account-api';
import { relativeDay } from '@/utils/models/history-groups';
import { STATUS_WORDS } from '@/components/words/status-words';
import { momentText, timeText } from '@/components/words/time-text';
import { useWords, type MessageKey } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { StatusDot } from '@/components/ui/status-dot';

const LAST_SEEN: Readonly<Record<'today' | 'yesterday', MessageKey>> = Object.freeze({
  today: 'sessions.lastSeenToday',
  yesterday: 'sessions.lastSeenYesterday',
});

interface SessionRowProps {
  session: Session;
  /** Local midnight before now, epoch ms. */
  today: number;
  leaving: boolean;
  onSignOut: () => void;
}

/** One signed-in browser: which, whether calls ring there, since when, and a button that signs it out. */
export function SessionRow({ session, today, leaving, onSignOut }: SessionRowProps) {
  const { t, locale } = useWords();
  const { deviceName, current, registered } = session;
  const lastSeen = Date.parse(session.lastSeenAt);
  const day = relativeDay(lastSeen, today);
  const signedIn = momentText(Date.parse(session.createdAt), today, locale);
  const status = STATUS_WORDS[registered ? 'registered' : 'offline'];
  return (
    <li class="session-row">
      <span class="session-icon">
        <Icon of={Monitor} size={18} />
      </span>
      <div class="session-text">
        <p class="session-name">
          <b>{deviceName}</b>
          {current && <span class="session-current">{t('sessions.thisBrowser')}</span>}
        </p>
        <p class="session-status">
          <StatusDot presence={status.presence} />
          {t(status.label)}
        </p>
        <p class="secondary tabular">
          {t('sessions.signedIn', [signedIn])}
          {' · '}
          {day === null ? t('sessions.lastSeen', [momentText(lastSeen, today, locale)]) : t(LAST_SEEN[day], [timeText(lastSeen, locale)])}
        </p>
      </div>
      {!current && (
        <Button size="small" busy={leaving} label={t('sessions.signOutOf', [deviceName, signedIn])} onClick={onSignOut}>
          {t('menu.signOut')}
        </Button>
      )}
    </li>
  );
}
