import { useComputed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '@/utils/contract/account-api';
import { dayOf } from '@/utils/models/history-groups';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ServerList } from './server-list';
import { SessionRow } from './session-row';
import { SignOutSessionDialog } from './sign-out-session-dialog';

/** Where a One account is signed in, and the way to sign the others out. */
export function SessionsSection() {
  const { t } = useWords();
  const { sessions: model, phone, now } = useSurface().models;
  const today = useComputed(() => dayOf(now.value)).value;
  const [asked, setAsked] = useState<Session | null>(null);
  const sessions = model.sessions.value;
  const failure = model.failure.value;
  const outcome = model.outcome.value;
  const connected = phone.registration.value.status === 'registered';
  const wasConnected = useRef(connected);

  useEffect(() => {
    if (wasConnected.current === connected) return;
    wasConnected.current = connected;
    void model.reload();
  }, [model, connected]);

  return (
    <ServerList
      name="sessions"
      model={model}
      title={t('sessions.title')}
      body={t('sessions.body')}
      loadFailed={t('sessions.loadFailed')}
      outcome={outcome}
      failed={t('sessions.signOutFailed', [outcome?.deviceName ?? ''])}
      done={outcome?.error === null ? t('sessions.signedOut', [outcome.deviceName]) : ''}
    >
      {sessions === null && failure === null && <SkeletonRows rows={2} label={t('sessions.loading')} />}
      {sessions !== null && (
        <ul class="session-list">
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              today={today}
              leaving={model.leaving.value.has(session.id)}
              onSignOut={() => setAsked(session)}
            />
          ))}
        </ul>
      )}
      {sessions?.every(({ current }) => current) && <p class="secondary">{t('sessions.onlyThis')}</p>}
      {asked !== null && (
        <SignOutSessionDialog session={asked} onClose={() => setAsked(null)} onConfirm={() => void model.revoke(asked)} />
      )}
    </ServerList>
  );
}
