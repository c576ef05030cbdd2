import { Check } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useWords } from '@/components/words/words';
import { Icon } from '@/components/ui/icon';

interface StepProps {
  number: number;
  title: string;
  done: boolean;
  current: boolean;
  children: ComponentChildren;
}

export function Step({ number, title, done, current, children }: StepProps) {
  const { t } = useWords();
  return (
    <li class={`step ${done ? 'step-done' : ''} ${current ? 'step-current' : ''}`} aria-current={current ? 'step' : undefined}>
      <span class="step-mark" aria-hidden="true">
        {done ? <Icon of={Check} size={16} /> : number}
      </span>
      <div class="step-body stack">
        <h2>
          {title}
          {done && <span class="hidden-text"> ({t('welcome.done')})</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
