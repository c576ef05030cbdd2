import { MonitorSmartphone, Phone, Smartphone } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { MethodChoice, MethodQuestionView } from '@/utils/contract/call-method';
import { useWords } from '@/components/words/words';
import { useParty } from '@/components/surface/use-party';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { trusted } from '@/components/ui/trusted';
import { FRESH_MS, useQuestionFocus } from './use-question-focus';
import './method-question.css';

const iconOf = ({ via }: MethodChoice) => (via === 'here' ? MonitorSmartphone : via === 'mobile' ? Smartphone : Phone);

/** How is it to be called? One press each; Escape calls nobody. */
export function MethodQuestion({ asking }: { asking: MethodQuestionView }) {
  const { t } = useWords();
  const { phone, clock } = useSurface().models;
  const question = useRef<HTMLElement>(null);
  useQuestionFocus(question, clock.now() - asking.askedAt < FRESH_MS);
  const party = useParty({ number: asking.target.replace(/^\w+:/, ''), name: null });
  const label = ({ via, name }: MethodChoice) => name ?? t(via === 'here' ? 'callMethod.here' : 'callMethod.mobile');
  return (
    <section
      class="method-question"
      ref={question}
      aria-label={t('callMethod.question', [party.title])}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Else the browser would close its popup.
        event.preventDefault();
        void phone.chooseMethod(null);
      }}
    >
      <b role="alert">{t('callMethod.question', [party.title])}</b>
      {asking.choices.map((choice) => (
        <Button key={choice.via} icon={iconOf(choice)} onClick={trusted(() => void phone.chooseMethod(choice.via))}>
          {label(choice)}
        </Button>
      ))}
      <Button look="quiet" onClick={() => void phone.chooseMethod(null)}>
        {t('signOut.cancel')}
      </Button>
    </section>
  );
}
