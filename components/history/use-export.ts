import { useState } from 'preact/hooks';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { writeCalls } from '@/utils/models/write-calls';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { callSheet, dateText } from './call-sheet';

/** How long it is said that the file was made. Milliseconds. */
const SAID_FOR = 4000;

export interface CallExport {
  /** Null where the surface cannot save files. */
  readonly start: ((entries: readonly HistoryEntry[]) => void) | null;
  /** What to say of it now. */
  readonly notice: string | null;
}

export function useExport(): CallExport {
  const words = useWords();
  const { actions, models } = useSurface();
  const [notice, setNotice] = useState<string | null>(null);
  const { saveFile } = actions;
  if (!saveFile) return { start: null, notice };

  const percent = new Intl.NumberFormat(words.locale, { style: 'percent' });
  const start = async (entries: readonly HistoryEntry[]) => {
    const { clock } = models;
    const text = await writeCalls(entries, callSheet(words), clock, (share) => setNotice(words.t('history.exporting', [percent.format(share)])));
    saveFile(`${words.t('history.fileName')}-${dateText(clock.now())}.csv`, text, 'text/csv;charset=utf-8');
    setNotice(words.t('history.exported', [entries.length]));
    clock.after(SAID_FOR, () => setNotice(null));
  };
  return { start: (entries) => void start(entries), notice };
}
