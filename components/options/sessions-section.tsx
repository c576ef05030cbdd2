import { CircleAlert } from 'lucide-preact';
import { useComputed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '@/utils/contract/account-api';
import type { CommandError } from '@/utils/contract/commands';
import { dayOf } from '@/utils/models/history-groups';
import { commandSentence } from '@/components/words/sentences';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { SessionRow } from './session-row';
import { SignOutSessionDialog } from './sign-out-session-dialog';
import './sessions-section.css';

/** Here is no address to check: the server is the one that is signed in to. */
const why = (error: CommandError): MessageKey =>
  error === 'server-unreachable' ? 'sessions.serverUnreachable' : commandSentence(error);

/** Where a One account is signed in, and the way to sign the others out. */
export function SessionsSection() {
  const { t } = useWords();
  const { sessions: model, phone, now } = useSurface().models;
  const today = useComputed(() => dayOf(now.value)).value;
  const [asked, setAsked] = useState<Session | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const sessions = model.sessions.value;
  const failure = model.failure.value;
  const outcome = model.outcome.value;
  const connected = phone.registration.value.status === 'registered';
  const wasConnected = useRef(connected);

  useEffect(() => model.open(), [model]);
  useEffect(() => {
    if (wasConnected.current === connected) return;
    wasConnected.current = connected;
    void model.reload();
  }, [model, connected]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void model.reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [model]);
  useEffect(() => {
    // The row went away and took the focus with it.
    if (outcome?.error === null && document.activeElement === document.body) heading.current?.focus();
  }, [outcome]);

  const done = outcome?.error === null ? t('sessions.signedOut', [outcome.deviceName]) : '';
  return (
    <section class="options-card sessions" aria-labelledby="sessions-title">
      <div>
        <h2 id="sessions-title" ref={heading} tabIndex={-1}>
          {t('sessions.title')}
        </h2>
        <p class="secondary">{t('sessions.body')}</p>
      </div>
      {failure !== null && (
        <Banner
          tone="error"
          role="alert"
          icon={CircleAlert}
          title={t('sessions.loadFailed')}
          action={
            <Button size="small" busy={model.loading.value} onClick={() => void model.reload()}>
              {t('sessions.retry')}
            </Button>
          }
        >
          {t(why(failure))}
        </Banner>
      )}
      {outcome !== null && outcome.error !== null && (
        <Banner tone="error" role="alert" icon={CircleAlert} title={t('sessions.signOutFailed', [outcome.deviceName])}>
          {t(why(outcome.error))}
        </Banner>
      )}
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
      <p class={done === '' ? 'hidden-text' : 'secondary'} role="status">
        {done}
      </p>
      {asked !== null && (
        <SignOutSessionDialog session={asked} onClose={() => setAsked(null)} onConfirm={() => void model.revoke(asked)} />
      )}
    </section>
  );
}
