import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { CommandError, CommandInput, CommandName } from '@/utils/contract/commands';
import type { AccountView, CallView, MicrophoneState, RegistrationView } from '@/utils/contract/phone-state';
import type { PhoneAdapter } from './phone-adapter';
import { phoneStatus, type PhoneStatus } from './phone-status';

export type DialSource = CommandInput<'phone.dial'>['source'];

export interface PhoneModel {
  readonly status: ReadonlySignal<PhoneStatus>;
  readonly account: ReadonlySignal<AccountView | null>;
  readonly registration: ReadonlySignal<RegistrationView>;
  readonly microphone: ReadonlySignal<MicrophoneState>;
  readonly missed: ReadonlySignal<number>;
  readonly incoming: ReadonlySignal<readonly CallView[]>;
  /** Made or answered and not ended. */
  readonly ongoing: ReadonlySignal<readonly CallView[]>;
  readonly ended: ReadonlySignal<readonly CallView[]>;
  /** Another call cannot be made now. */
  readonly busy: ReadonlySignal<boolean>;
  /** The last command that was not carried out, until dismissed or another one succeeds. */
  readonly problem: ReadonlySignal<CommandError | null>;
  dismissProblem(): void;
  /** Null when the call is on its way. */
  dial(target: string, source: DialSource): Promise<CommandError | null>;
  /** As {@link dial}, where there is no field to show the problem at: it becomes {@link problem}. */
  redial(target: string, source: DialSource): Promise<void>;
  answer(callId: string): Promise<void>;
  decline(callId: string): Promise<void>;
  hangUp(callId: string): Promise<void>;
  setMuted(callId: string, muted: boolean): Promise<void>;
  sendTone(callId: string, tone: string): Promise<void>;
  dismiss(callId: string): Promise<void>;
  reconnect(): Promise<void>;
  signOut(): Promise<void>;
}

export function createPhoneModel({ state, send }: PhoneAdapter): PhoneModel {
  const problem = signal<CommandError | null>(null);

  /** A command whose answer never comes (the host went away) counts as failed, not as silence. */
  const ask = async <N extends CommandName>(command: N, input: CommandInput<N>): Promise<CommandError | null> => {
    try {
      const result = await send(command, input);
      return result.ok ? null : result.error;
    } catch {
      return 'internal';
    }
  };
  const run = async <N extends CommandName>(command: N, input: CommandInput<N>): Promise<void> => {
    problem.value = await ask(command, input);
  };

  const calls = computed(() => state.value.calls);
  const ongoing = computed(() => calls.value.filter((call) => call.state !== 'ringing' && call.state !== 'ended'));
  const incoming = computed(() => calls.value.filter((call) => call.state === 'ringing'));

  return {
    status: computed(() => phoneStatus(state.value)),
    account: computed(() => state.value.account),
    registration: computed(() => state.value.registration),
    microphone: computed(() => state.value.microphone),
    missed: computed(() => state.value.missed),
    incoming,
    ongoing,
    ended: computed(() => calls.value.filter((call) => call.state === 'ended')),
    busy: computed(() => ongoing.value.length + incoming.value.length > 0),
    problem,
    dismissProblem: () => {
      problem.value = null;
    },
    async dial(target, source) {
      problem.value = null;
      return ask('phone.dial', { target, source });
    },
    redial: (target, source) => run('phone.dial', { target, source }),
    answer: (callId) => run('phone.answer', { callId }),
    decline: (callId) => run('phone.decline', { callId }),
    hangUp: (callId) => run('phone.hangUp', { callId }),
    setMuted: (callId, muted) => run('phone.setMuted', { callId, muted }),
    sendTone: (callId, tones) => run('phone.sendDtmf', { callId, tones }),
    dismiss: (callId) => run('phone.dismiss', { callId }),
    reconnect: () => run('phone.reconnect', {}),
    signOut: () => run('account.signOut', {}),
  };
}
