import { MicOff } from 'lucide-preact';
import type { MicrophoneState } from '@/utils/contract/phone-state';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

interface Text {
  readonly title: MessageKey;
  readonly body: MessageKey;
  readonly action: MessageKey | null;
}

const TEXT: Partial<Record<MicrophoneState, Text>> = {
  prompt: { title: 'microphone.promptTitle', body: 'microphone.promptBody', action: 'microphone.allow' },
  denied: { title: 'microphone.deniedTitle', body: 'microphone.deniedBody', action: 'microphone.fix' },
  missing: { title: 'microphone.missingTitle', body: 'microphone.missingBody', action: null },
};

/** Nobody would be heard: say so before the call, with the way to the page that asks. */
export function MicrophoneBanner() {
  const { t } = useWords();
  const { models, actions } = useSurface();
  const text = TEXT[models.phone.microphone.value];
  if (text === undefined) return null;
  return (
    <Banner
      tone="warning"
      icon={MicOff}
      title={t(text.title)}
      action={
        text.action && actions.openWelcome ? (
          <Button size="small" onClick={() => actions.openWelcome?.()}>
            {t(text.action)}
          </Button>
        ) : undefined
      }
    >
      {t(text.body)}
    </Banner>
  );
}
