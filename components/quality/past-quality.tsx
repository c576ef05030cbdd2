import { ClipboardCopy } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import { useWords } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { QualityList } from './quality-list';
import { pastFacts, qualityReport } from './quality-report';
import './past-quality.css';

/** What a call was like, and a text of it for whoever looks after the network. */
export function PastQuality({ entry, quality }: { entry: HistoryEntry; quality: QualitySummary }) {
  const words = useWords();
  const { t } = words;
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    setCopied(await navigator.clipboard.writeText(qualityReport(entry, quality, words)).then(() => true, () => false));
  };
  return (
    <div class="past-quality">
      <h3>{t('quality.title')}</h3>
      <QualityList facts={pastFacts(quality, words)} />
      <div class="past-quality-copy">
        <Button size="small" icon={ClipboardCopy} onClick={() => void copy()}>
          {t('quality.copy')}
        </Button>
        <span class="secondary" role="status">
          {copied !== null && t(copied ? 'quality.copied' : 'quality.notCopied')}
        </span>
      </div>
    </div>
  );
}
