import { CircleAlert, Phone, PhoneOff } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DialRequestModel } from '@/utils/models/dial-request-model';
import { commandSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Avatar } from '@/components/ui/avatar';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { trusted } from '@/components/ui/trusted';
import './dial-view.css';

interface DialViewProps {
  request: DialRequestModel;
  /** The call is made, or is not wanted: back to where the link was. */
  onDone: () => void;
}

/** A page may open this under the keys of somebody who is typing: a press so early is not meant for it. Milliseconds. */
const TOO_EARLY = 500;

/** A number link was opened in the browser. Any page can do that, so a person says yes first. */
export function DialView({ request, onDone }: DialViewProps) {
  const { t } = useWords();
  const { models, actions } = useSurface();
  const call = useRef<HTMLButtonElement>(null);
  const status = models.phone.status.value;
  const number = request.number.value;
  const name = request.name.value;
  const error = request.error.value;
  const shownAt = useRef(Infinity);
  const asks = status !== 'loading' && status !== 'signed-out' && number !== null;
  useEffect(() => {
    if (!asks) return;
    shownAt.current = performance.now();
    call.current?.focus();
  }, [asks]);

  if (status === 'loading') return <SkeletonRows rows={2} label={t('status.loading')} />;
  if (status === 'signed-out' || number === null) {
    return (
      <main class="dial-view">
        <EmptyState
          icon={PhoneOff}
          title={t(status === 'signed-out' ? 'status.signedOut' : 'dialLink.notANumber')}
          body={t(status === 'signed-out' ? 'dialLink.signedOut' : 'dialLink.notANumberBody')}
          action={
            status === 'signed-out' && actions.openSettings ? (
              <Button look="primary" onClick={actions.openSettings}>
                {t('signIn.title')}
              </Button>
            ) : (
              <Button onClick={onDone}>{t('dialLink.back')}</Button>
            )
          }
        />
      </main>
    );
  }
  return (
    <main class="dial-view">
      <section class="dial-card" aria-labelledby="dial-title">
        <Avatar name={name} size="large" />
        <h1 id="dial-title">{t('dialLink.title', [name ?? number.shown])}</h1>
        {name !== null && <p class="tabular dial-number">{number.shown}</p>}
        <p class="secondary">{t('dialLink.why')}</p>
        {error !== null && <Banner tone="error" role="alert" icon={CircleAlert} title={t(commandSentence(error))} />}
        <div class="dial-actions">
          <Button onClick={onDone}>{t('dialLink.cancel')}</Button>
          <Button
            look="answer"
            size="large"
            icon={Phone}
            busy={request.dialling.value}
            buttonRef={call}
            onClick={trusted((event) => {
              if (event.timeStamp - shownAt.current >= TOO_EARLY) void request.dial().then((made) => made && onDone());
            })}
          >
            {t('dialer.call')}
          </Button>
        </div>
      </section>
    </main>
  );
}
