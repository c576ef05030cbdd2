import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '@/utils/contract/clock';
import type { CommandError, CommandResult } from '@/utils/contract/commands';
import type { AccountKind } from '@/utils/contract/phone-state';
import type { Preset } from '@/utils/contract/preset';
import { secondsUntil } from './call-duration';
import type { PhoneAdapter } from './phone-adapter';
import { checkOne, checkSip, type FieldErrors } from './sign-in-check';
import { applyPreset, lockedFields, type LockedFields } from './sign-in-preset';
import {
  emptySignIn,
  valuesOf,
  withoutSecrets,
  type IceServerValues,
  type OneValues,
  type SignInDraftStore,
  type SignInValues,
  type SipValues,
} from './sign-in-values';

export interface SignInModel {
  readonly values: ReadonlySignal<SignInValues>;
  readonly errors: ReadonlySignal<FieldErrors>;
  readonly problem: ReadonlySignal<CommandError | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly locked: ReadonlySignal<LockedFields>;
  /** Seconds until another try is allowed; 0 when it is. */
  readonly waitSeconds: ReadonlySignal<number>;
  choose(kind: AccountKind): void;
  setOne(field: keyof OneValues, value: string): void;
  setSip(field: Exclude<keyof SipValues, 'iceServers'>, value: string): void;
  addIceServer(): void;
  setIceServer(index: number, values: Partial<IceServerValues>): void;
  removeIceServer(index: number): void;
  /** The first field that is wrong is the one to focus; null when the form was sent. */
  submit(): Promise<string | null>;
  /** Fills the form in with what the account was signed in by, for when that must be done again. */
  refill(): Promise<void>;
  dispose(): void;
}

interface SignInParts {
  readonly send: PhoneAdapter['send'];
  readonly clock: Pick<Clock, 'now'>;
  readonly now: ReadonlySignal<number>;
  readonly preset: ReadonlySignal<Preset | null>;
  readonly draft?: SignInDraftStore | undefined;
  /** What the sessions list will show: "Chrome on Linux". */
  readonly deviceName: string;
  /** Region a SIP account starts with. */
  readonly region: string;
}

export function createSignInModel(parts: SignInParts): SignInModel {
  const { send, draft, preset } = parts;
  const values = signal<SignInValues>(draft?.read() ?? emptySignIn(parts.region));
  const errors = signal<FieldErrors>({});
  const problem = signal<CommandError | null>(null);
  const busy = signal(false);
  const retryAt = signal<number | null>(null);

  const stopPreset = effect(() => {
    if (preset.value !== null) values.value = applyPreset(values.peek(), preset.value);
  });

  const change = (next: SignInValues, field?: string) =>
    batch(() => {
      values.value = next;
      problem.value = null;
      if (field !== undefined && field in errors.value) {
        errors.value = Object.fromEntries(Object.entries(errors.value).filter(([name]) => name !== field));
      }
      draft?.write(withoutSecrets(next));
    });
  const changeIce = (iceServers: readonly IceServerValues[], field?: string) =>
    change({ ...values.value, sip: { ...values.value.sip, iceServers } }, field);

  const refilled = async (): Promise<SignInValues | null> => {
    const answer = await send('account.fields', {}).catch(() => null);
    if (!answer?.ok) return null;
    const filled = valuesOf(answer.fields, values.value);
    return preset.value === null ? filled : applyPreset(filled, preset.value);
  };

  const attempt = (): { errors: FieldErrors } | { sent: Promise<CommandResult> } => {
    if (values.value.kind === 'one') {
      const checked = checkOne(values.value.one, parts.deviceName);
      return 'errors' in checked ? checked : { sent: send('account.signIn', checked.input) };
    }
    const checked = checkSip(values.value.sip);
    return 'errors' in checked ? checked : { sent: send('account.signInSip', checked.input) };
  };

  return {
    values,
    errors,
    problem,
    busy,
    locked: computed(() => lockedFields(preset.value)),
    waitSeconds: computed(() => (retryAt.value === null ? 0 : secondsUntil(retryAt.value, parts.now.value))),
    choose: (kind) =>
      batch(() => {
        errors.value = {};
        change({ ...values.value, kind });
      }),
    setOne: (field, value) => change({ ...values.value, one: { ...values.value.one, [field]: value } }, field),
    setSip: (field, value) => change({ ...values.value, sip: { ...values.value.sip, [field]: value } }, field),
    addIceServer: () => changeIce([...values.value.sip.iceServers, { url: '', username: '', credential: '' }]),
    setIceServer: (index, next) =>
      changeIce(
        values.value.sip.iceServers.map((row, at) => (at === index ? { ...row, ...next } : row)),
        `ice-${index}`,
      ),
    removeIceServer: (index) => changeIce(values.value.sip.iceServers.filter((_, at) => at !== index), `ice-${index}`),
    async submit() {
      if (busy.value || (retryAt.value !== null && retryAt.value > parts.clock.now())) return null;
      const tried = attempt();
      if ('errors' in tried) {
        errors.value = tried.errors;
        return Object.keys(tried.errors)[0] ?? null;
      }
      batch(() => {
        busy.value = true;
        errors.value = {};
        problem.value = null;
        retryAt.value = null;
      });
      const result = await tried.sent.catch((): CommandResult => ({ ok: false, error: 'internal' }));
      batch(() => {
        busy.value = false;
        if (result.ok) {
          draft?.clear();
          values.value = withoutSecrets(values.value);
          return;
        }
        problem.value = result.error;
        if (result.retryAfter !== undefined) retryAt.value = parts.clock.now() + result.retryAfter * 1000;
      });
      return !result.ok && result.error === 'wrong-credentials' ? 'password' : null;
    },
    async refill() {
      const filled = await refilled();
      if (filled !== null) change(filled);
    },
    dispose: stopPreset,
  };
}
