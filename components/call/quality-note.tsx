import { MicOff, TriangleAlert, WifiOff } from 'lucide-preact';
import type { QualityWarning } from '@/utils/domain/quality/quality-warning';
import { qualitySentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { Icon } from '@/components/ui/icon';
import './call-notes.css';

/** What makes the call sound bad, and what to do about it. */
export function QualityNote({ warning }: { warning: QualityWarning }) {
  const { t } = useWords();
  return (
    <div class="call-note call-note-quality" role="status">
      <Icon of={warning.startsWith('microphone') ? MicOff : warning === 'network' ? WifiOff : TriangleAlert} />
      <span>{t(qualitySentence(warning))}</span>
    </div>
  );
}
