import { CircleAlert, Download, Trash2 } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { LogModel, LogSize } from '@/utils/models/log-model';
import { sizeText } from '@/components/words/size-text';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { dateText } from '@/components/history/call-sheet';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

/** What helps when something does not work: the log of the last days, to look at or to send. */
export function HelpSection({ log }: { log: LogModel }) {
  const words = useWords();
  const { t } = words;
  const { actions, models } = useSurface();
  const [notice, setNotice] = useState<'log.deleted' | null>(null);
  useEffect(() => void log.load(), [log]);
  const { saveFile } = actions;
  const size = log.size.value;
  const empty = size === null || size.lines === 0;

  const download = async () => {
    const text = await log.text();
    if (text !== null) saveFile?.(`${t('log.fileName')}-${dateText(models.clock.now())}.txt`, text, 'text/plain;charset=utf-8');
  };
  const clear = async () => {
    await log.clear();
    setNotice(log.failed.value ? null : 'log.deleted');
  };
  return (
    <section class="options-card">
      <div class="options-about">
        <h2 class="options-subtitle">{t('log.title')}</h2>
        <p>{t('log.body')}</p>
        <p class="secondary tabular" role="status">
          {[notice && t(notice), logSizeText(size, words)].filter(Boolean).join(' ')}
        </p>
      </div>
      {log.failed.value && <Banner tone="error" role="alert" icon={CircleAlert} title={t('log.failed')} />}
      <div class="options-buttons">
        {saveFile && (
          <Button icon={Download} disabled={empty} onClick={() => void download()}>
            {t('log.download')}
          </Button>
        )}
        <Button icon={Trash2} look="quiet" disabled={empty} onClick={() => void clear()}>
          {t('log.delete')}
        </Button>
      </div>
    </section>
  );
}

function logSizeText(size: LogSize | null, { t, locale }: ReturnType<typeof useWords>): string | null {
  if (size === null) return null;
  if (size.lines === 0) return t('log.empty');
  return t('log.size', [new Intl.NumberFormat(locale).format(size.lines), sizeText(size.bytes, locale)]);
}
