import { signal, type ReadonlySignal } from '@preact/signals';
import type { CommandError } from '@/utils/contract/commands';
import type { DeskPhone, DeskPhones, DeskPhoneSecret } from '@/utils/contract/desk-phones';
import type { PhoneAdapter } from './phone-adapter';

export type DeskPhoneDeed = 'add' | 'rename' | 'renew' | 'remove';

/** How the last change went. */
export interface DeskPhoneOutcome {
  readonly deed: DeskPhoneDeed;
  readonly name: string;
  readonly error: CommandError | null;
}

export interface DeskPhonesModel {
  /** Null until the server has answered. */
  readonly known: ReadonlySignal<DeskPhones | null>;
  readonly failure: ReadonlySignal<CommandError | null>;
  readonly loading: ReadonlySignal<boolean>;
  /** A change is under way: one at a time. */
  readonly busy: ReadonlySignal<boolean>;
  readonly outcome: ReadonlySignal<DeskPhoneOutcome | null>;
  /** Shown once; nothing keeps it. */
  readonly secret: ReadonlySignal<DeskPhoneSecret | null>;
  forgetSecret(): void;
  /** Somebody looks at the list. Returns what forgets it: it belongs to one account. */
  open(): () => void;
  reload(): Promise<void>;
  /** All resolve to whether it was done. */
  add(name: string): Promise<boolean>;
  rename(phone: DeskPhone, name: string): Promise<boolean>;
  renewSecret(phone: DeskPhone): Promise<boolean>;
  remove(phone: DeskPhone): Promise<boolean>;
}

type Answer = { readonly ok: true; readonly secret?: DeskPhoneSecret } | { readonly ok: false; readonly error: CommandError };
const FAILED = { ok: false, error: 'internal' } as const;

export function createDeskPhonesModel({ send }: Pick<PhoneAdapter, 'send'>): DeskPhonesModel {
  const known = signal<DeskPhones | null>(null);
  const failure = signal<CommandError | null>(null);
  const loading = signal(false);
  const busy = signal(false);
  const outcome = signal<DeskPhoneOutcome | null>(null);
  const secret = signal<DeskPhoneSecret | null>(null);
  let newest = 0;
  let visit = 0;

  const reload = async () => {
    newest += 1;
    const mine = newest;
    loading.value = true;
    const result = await send('deskPhones.list', {}).catch(() => FAILED);
    if (mine !== newest) return;
    loading.value = false;
    failure.value = result.ok ? null : result.error;
    if (result.ok) known.value = { phones: result.phones, server: result.server };
  };

  async function change(deed: DeskPhoneDeed, name: string, asked: () => Promise<Answer>): Promise<boolean> {
    if (busy.value) return false;
    const mine = visit;
    busy.value = true;
    outcome.value = null;
    const result = await asked().catch((): Answer => FAILED);
    if (mine !== visit) return false;
    busy.value = false;
    outcome.value = { deed, name, error: result.ok ? null : result.error };
    if (!result.ok) return false;
    if (result.secret) secret.value = result.secret;
    await reload();
    return true;
  }

  return {
    known,
    failure,
    loading,
    busy,
    outcome,
    secret,
    forgetSecret: () => void (secret.value = null),
    open() {
      void reload();
      return () => {
        newest += 1;
        visit += 1;
        known.value = failure.value = outcome.value = secret.value = null;
        loading.value = busy.value = false;
      };
    },
    reload,
    add: (name) => change('add', name, () => send('deskPhones.add', { name })),
    rename: ({ id }, name) => change('rename', name, () => send('deskPhones.rename', { id, name })),
    renewSecret: ({ id, name }) => change('renew', name, () => send('deskPhones.renewSecret', { id })),
    remove: ({ id, name }) => change('remove', name, () => send('deskPhones.remove', { id })),
  };
}
