import { CircleAlert, CircleCheck, CircleDashed, CircleMinus, Copy, TriangleAlert, type LucideIcon } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { CHECKS, gradeOf, type Check, type Grade } from '@/utils/domain/self-test/self-test';
import type { SelfTestModel } from '@/utils/models/self-test-model';
import { CHECK_NAMES, FINDING_WORDS } from './self-test-words';
import './self-test.css';

const PICTURES: Readonly<Record<Grade, LucideIcon>> = { ok: CircleCheck, warning: TriangleAlert, failed: CircleAlert, skipped: CircleMinus };
const GRADE_WORDS = { ok: 'selfTest.gradeOk', warning: 'selfTest.gradeWarning', failed: 'selfTest.gradeFailed', skipped: 'selfTest.gradeSkipped' } as const;

export interface SelfTestSectionProps {
  model: SelfTestModel;
  /** Puts text on the clipboard; rejects where that is not allowed. */
  copy: (text: string) => Promise<void>;
}

/** Looks at everything a call needs, one after the other: what was found, in plain words, and what to do about it. */
export function SelfTestSection({ model, copy }: SelfTestSectionProps) {
  const { t, locale } = useWords();
  const found = model.found.value;
  const running = model.running.value;
  const verdict = model.verdict.value;
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => () => model.stop(), [model]);

  const said = (check: Check): string => {
    const one = found.get(check);
    return one ? t(FINDING_WORDS[one.finding].said, one.measured.map((value) => value.toLocaleString(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }))) : '';
  };
  const report = () =>
    CHECKS.flatMap((check) => {
      const one = found.get(check);
      return one ? [`${t(CHECK_NAMES[check])}: ${t(GRADE_WORDS[gradeOf(one.finding)])}. ${said(check)}`] : [];
    }).join('\n');
  const onCopy = () => void copy(report()).then(() => setCopied(true), () => setCopied(false));
  const onStart = () => {
    setCopied(null);
    void model.start();
  };

  return (
    <section class="options-card self-test" aria-labelledby="self-test-title">
      <div>
        <h2 id="self-test-title">{t('selfTest.title')}</h2>
        <p class="secondary">{t('selfTest.body')}</p>
      </div>
      <ol class="self-test-list">
        {CHECKS.map((check) => (
          <CheckRow key={check} check={check} model={model} said={said(check)} />
        ))}
      </ol>
      <p class={verdict === null ? 'hidden-text' : `self-test-verdict self-test-${verdict}`} role="status">
        {verdict !== null && t(verdict === 'ok' ? 'selfTest.allWell' : verdict === 'warning' ? 'selfTest.someWarnings' : 'selfTest.someFaults')}
      </p>
      <div class="action-row">
        {running === null ? (
          <Button look="primary" onClick={onStart}>
            {t(found.size === 0 ? 'selfTest.start' : 'selfTest.startAgain')}
          </Button>
        ) : (
          <Button onClick={() => model.stop()}>{t('selfTest.stop')}</Button>
        )}
        {verdict !== null && (
          <Button icon={Copy} onClick={onCopy}>
            {t('selfTest.copy')}
          </Button>
        )}
        <span class="secondary" role="status">
          {copied !== null && t(copied ? 'selfTest.copied' : 'selfTest.notCopied')}
        </span>
      </div>
    </section>
  );
}

function CheckRow({ check, model, said }: { check: Check; model: SelfTestModel; said: string }) {
  const { t } = useWords();
  const one = model.found.value.get(check);
  const running = model.running.value === check;
  const asks = running && check === 'ring' && model.asksRing.value;
  const grade = one ? gradeOf(one.finding) : null;
  const fix = one && FINDING_WORDS[one.finding].fix;
  return (
    <li class={`self-test-check ${grade === null ? '' : `self-test-${grade}`}`} aria-current={running ? 'step' : undefined}>
      {running ? <span class="spinner" aria-hidden="true" /> : <Icon of={grade === null ? CircleDashed : PICTURES[grade]} size={18} />}
      <div>
        <b>{t(CHECK_NAMES[check])}</b>
        {grade !== null && <span class="hidden-text">{t(GRADE_WORDS[grade])}</span>}
        {said !== '' && <p>{said}</p>}
        {running && check === 'microphone' && <p role="status">{t('selfTest.saySomething')}</p>}
        {fix && <p class="secondary">{t(fix)}</p>}
        {asks && (
          <div class="self-test-ask" role="group" aria-label={t('selfTest.doYouHear')}>
            <span role="status">{t('selfTest.doYouHear')}</span>
            <Button size="small" onClick={() => model.ringHeard(true)}>
              {t('selfTest.yes')}
            </Button>
            <Button size="small" onClick={() => model.ringHeard(false)}>
              {t('selfTest.no')}
            </Button>
            <Button size="small" look="quiet" onClick={() => model.ringHeard(null)}>
              {t('selfTest.skip')}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
