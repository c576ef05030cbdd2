import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Session } from '@/utils/contract/account-api';
import type { CommandError } from '@/utils/contract/commands';
import type { PhoneAdapter } from './phone-adapter';

/** How the last signing out of another browser went. */
export interface RevokeOutcome {
  readonly deviceName: string;
  readonly error: CommandError | null;
}

export interface SessionsModel {
  /** This browser first, then newest first; null until the server has answered. */
  readonly sessions: ReadonlySignal<readonly Session[] | null>;
  /** Why the list could not be read the last time. */
  readonly failure: ReadonlySignal<CommandError | null>;
  readonly loading: ReadonlySignal<boolean>;
  /** Ids that are being signed out. */
  readonly leaving: ReadonlySignal<ReadonlySet<string>>;
  readonly outcome: ReadonlySignal<RevokeOutcome | null>;
  /** Somebody looks at the list. Returns what forgets it: it belongs to one account. */
  open(): () => void;
  /** Reads the list; what is known stays shown meanwhile, and when it fails. */
  reload(): Promise<void>;
  revoke(session: Session): Promise<void>;
}

export function createSessionsModel({ send }: Pick<PhoneAdapter, 'send'>): SessionsModel {
  const listed = signal<readonly Session[] | null>(null);
  /** Signed out from here; an older answer of the server may still name them. */
  const gone = signal<ReadonlySet<string>>(new Set());
  const failure = signal<CommandError | null>(null);
  const loading = signal(false);
  const leaving = signal<ReadonlySet<string>>(new Set());
  const outcome = signal<RevokeOutcome | null>(null);
  let newest = 0;
  let visit = 0;

  const forget = () => {
    newest += 1;
    visit += 1;
    listed.value = failure.value = outcome.value = null;
    loading.value = false;
    leaving.value = new Set();
  };
  const reload = async () => {
    newest += 1;
    const mine = newest;
    loading.value = true;
    const result = await send('sessions.list', {}).catch(() => ({ ok: false, error: 'internal' }) as const);
    if (mine !== newest) return;
    loading.value = false;
    failure.value = result.ok ? null : result.error;
    if (result.ok) listed.value = result.sessions;
  };

  return {
    sessions: computed(() => {
      const there = listed.value?.filter(({ id }) => !gone.value.has(id)) ?? null;
      return there?.sort((a, b) => Number(b.current) - Number(a.current)) ?? null;
    }),
    failure,
    loading,
    leaving,
    outcome,
    open() {
      void reload();
      return forget;
    },
    reload,
    async revoke({ id, deviceName }) {
      if (leaving.value.has(id)) return;
      const mine = visit;
      leaving.value = new Set([...leaving.value, id]);
      outcome.value = null;
      const result = await send('sessions.revoke', { sessionId: id }).catch(() => ({ ok: false, error: 'internal' }) as const);
      if (result.ok) gone.value = new Set([...gone.value, id]);
      if (mine !== visit) return;
      leaving.value = new Set([...leaving.value].filter((one) => one !== id));
      outcome.value = { deviceName, error: result.ok ? null : result.error };
    },
  };
}
