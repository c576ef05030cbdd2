import { Check, X } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { Explained } from '@/utils/domain/phone-number/found-number';
import type { NumberTestModel } from '@/utils/models/number-test-model';
import { useWords } from '@/components/words/words';
import { useNumber } from '@/components/surface/use-number';
import { Icon } from '@/components/ui/icon';
import { verdictSentence } from './verdict-words';
import './number-test.css';

/** A text to try the settings on: what is found in it, and why each candidate was kept or not. */
export function NumberTest({ test }: { test: NumberTestModel }) {
  const { t } = useWords();
  const id = useId();
  const text = test.text.value;
  const explained = test.explained.value;
  return (
    <section class="options-card number-test" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{t('pageNumbers.test')}</h2>
        <p class="secondary">{t('pageNumbers.testBody')}</p>
      </div>
      <div class="field">
        <label for={id}>{t('pageNumbers.testText')}</label>
        <textarea id={id} rows={4} spellcheck={false} value={text} onInput={(event) => test.type(event.currentTarget.value)} />
      </div>
      {test.failed.value && <p role="alert">{t('pageNumbers.testFailed')}</p>}
      {explained !== null && text.trim() !== '' && (
        <>
          <p class="number-test-text" aria-hidden="true">
            {marked(text, explained)}
          </p>
          <ul class="number-test-list" aria-live="polite">
            {explained.map((one) => (
              <Candidate key={one.start} text={text.slice(one.start, one.end)} of={one} />
            ))}
            {explained.length === 0 && <li class="secondary">{t('pageNumbers.testNothing')}</li>}
          </ul>
        </>
      )}
    </section>
  );
}

function Candidate({ text, of: { verdict } }: { text: string; of: Explained }) {
  const { t } = useWords();
  const shown = useNumber(verdict.kept ? verdict.found.dial : '');
  const calls = [shown, verdict.kept && verdict.found.extension].filter(Boolean).join(', ');
  return (
    <li class={verdict.kept ? 'candidate candidate-kept' : 'candidate'}>
      <Icon of={verdict.kept ? Check : X} size={16} />
      <div>
        <b class="tabular">{text}</b>
        {verdict.kept && calls !== text && <span class="candidate-dial tabular">{t('pageNumbers.testCalls', [calls])}</span>}
        <p class="secondary">{t(verdictSentence(verdict))}</p>
      </div>
    </li>
  );
}

/** The text with its candidates in it, those kept marked. */
function marked(text: string, explained: readonly Explained[]) {
  const parts = [];
  let at = 0;
  for (const { start, end, verdict } of [...explained].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(text.slice(at, start));
    parts.push(verdict.kept ? <mark key={start}>{text.slice(start, end)}</mark> : <s key={start}>{text.slice(start, end)}</s>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
