import { HardDrive } from 'lucide-preact';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';

/** The disk is full, and what that means. Goes by itself when something can be stored again. */
export function StorageBanner() {
  const { t } = useWords();
  const { phone } = useSurface().models;
  if (!phone.storageFull.value) return null;
  return (
    <Banner tone="warning" role="status" icon={HardDrive} title={t('storage.full')}>
      {t('storage.fullText')}
    </Banner>
  );
}
