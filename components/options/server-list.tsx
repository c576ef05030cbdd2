import type { ReadonlySignal } from '@preact/signals';
import { CircleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CommandError } from '@/utils/contract/commands';
import { commandSentence } from '@/components/words/sentences';
import { useWords, type MessageKey } from '@/components/words/words';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import './server-list.css';

/** A list the server keeps, as far as its frame has to do with it. */
export interface ServerListModel {
  /** Why it could not be read. */
  readonly failure: ReadonlySignal<CommandError | null>;
  readonly loading: ReadonlySignal<boolean>;
  /** Answers with its end. */
  open(): () => void;
  reload(): Promise<void>;
}

interface ServerListProps {
  name: string;
  model: ServerListModel;
  title: string;
  body: string;
  loadFailed: string;
  /** How the last change came out; `failed` says what did not work. */
  outcome: { readonly error: CommandError | null } | null;
  failed: string;
  /** Said of a change that worked. */
  done: string;
  children: ComponentChildren;
}

/** Here is no address to check: the server is the one that is signed in to. */
const why = (error: CommandError): MessageKey => (error === 'server-unreachable' ? 'sessions.serverUnreachable' : commandSentence(error));

/** A section of a list that the server keeps: read when it is looked at, with what went wrong and what was done. */
export function ServerList({ name, model, title, body, loadFailed, outcome, failed, done, children }: ServerListProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const failure = model.failure.value;

  useEffect(() => model.open(), [model]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void model.reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [model]);
  useEffect(() => {
    // The row went away and took the focus with it.
    if (outcome?.error === null && document.activeElement === document.body) heading.current?.focus();
  }, [outcome]);

  return (
    <section class={`options-card server-list ${name}`} aria-labelledby={`${name}-title`}>
      <div>
        <h2 id={`${name}-title`} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p class="secondary">{body}</p>
      </div>
      {failure !== null && (
        <Banner
          tone="error"
          role="alert"
          icon={CircleAlert}
          title={loadFailed}
          action={
            <Button size="small" busy={model.loading.value} onClick={() => void model.reload()}>
              {t('sessions.retry')}
            </Button>
          }
        >
          {t(why(failure))}
        </Banner>
      )}
      {outcome !== null && outcome.error !== null && (
        <Banner tone="error" role="alert" icon={CircleAlert} title={failed}>
          {t(why(outcome.error))}
        </Banner>
      )}
      {children}
      <p class={done === '' ? 'hidden-text' : 'secondary'} role="status">
        {done}
      </p>
    </section>
  );
}
