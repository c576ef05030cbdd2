import { Headphones } from 'lucide-preact';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

/** Between calls: which devices one counts on are not there. In a call its own lines say so. */
export function DevicesBanner() {
  const { t, locale } = useWords();
  const { models, actions } = useSurface();
  const { phone } = models;
  const { missing } = phone.audio.value;
  if (missing.length === 0 || phone.ongoing.value.length > 0) return null;
  // A headset is microphone and speaker in one.
  const names = [...new Set(missing.map(({ label }) => label))];
  return (
    <Banner
      tone="quiet"
      icon={Headphones}
      title={t(names.length === 1 ? 'sound.deviceMissing' : 'sound.devicesMissing', [new Intl.ListFormat(locale).format(names)])}
      action={
        actions.openSound && (
          <Button size="small" onClick={() => actions.openSound?.()}>
            {t('sound.openSettings')}
          </Button>
        )
      }
    >
      {t('sound.untilBack')}
    </Banner>
  );
}
