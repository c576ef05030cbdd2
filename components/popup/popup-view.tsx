import { useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { AccountHeader } from '@/components/account/account-header';
import { SignInView } from '@/components/account/sign-in-view';
import { CallOrTransfer } from '@/components/call/call-or-transfer';
import { HistoryView } from '@/components/history/history-view';
import { MicrophoneBanner } from '@/components/microphone/microphone-banner';
import { DevicesBanner } from '@/components/sound/devices-banner';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ConnectionBanner } from './connection-banner';
import { CallStack } from './call-stack';
import { PhoneView } from './phone-view';
import { ProblemBanner } from './problem-banner';
import { StorageBanner } from './storage-banner';
import { TabBar, type PopupTab } from './tab-bar';
import { useAnswerFocus } from './use-answer-focus';
import './popup-view.css';

/** The toolbar popup: who is calling, call somebody, who has called. */
export function PopupView() {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const [tab, setTab] = useState<PopupTab>('phone');
  const status = phone.status.value;
  const view = useRef<HTMLDivElement>(null);
  useAnswerFocus(view, status !== 'loading');

  if (status === 'signed-out') return <SignInView />;
  return (
    <div class="popup-view" ref={view}>
      <AccountHeader />
      <main class={`popup-main ${tab === 'history' ? 'popup-main-filled' : ''}`}>
        <ProblemBanner />
        {status === 'loading' ? (
          <SkeletonRows rows={6} label={t('status.loading')} />
        ) : (
          <>
            <ConnectionBanner />
            <MicrophoneBanner />
            <StorageBanner />
            <DevicesBanner />
            {tab === 'phone' && <PhoneView onShowHistory={() => setTab('history')} />}
            {tab === 'history' && (
              <>
                <CallStack source="history" />
                <HistoryView />
              </>
            )}
          </>
        )}
      </main>
      <CallOrTransfer />
      <TabBar current={tab} missed={phone.missed.value} onChoose={setTab} />
    </div>
  );
}
