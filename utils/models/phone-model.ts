import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { AudioView } from '@/utils/contract/audio';
import type { CommandError, CommandInput, CommandName } from '@/utils/contract/commands';
import { inOrderOfAttention } from '@/utils/domain/call/call-order';
import { isLive, isSettingUp } from '@/utils/domain/call/call-state';
import { hasRoom, type Others } from '@/utils/domain/call/focus';
import type { TransferKind } from '@/utils/domain/call/put-through';
import type { PersonMatch } from '@/utils/domain/people/search-people';
import type { CallMethod, DialSource } from '@/utils/domain/call/call-method';
import type { ChosenMethod, MethodQuestionView } from '@/utils/contract/call-method';
import type { OrderedCall } from '@/utils/contract/ordered-call';
import type { AccountView, CallView, MicrophoneState, RegistrationView } from '@/utils/contract/phone-state';
import type { PhoneAdapter } from './phone-adapter';
import { phoneStatus, type PhoneStatus } from './phone-status';

/** Somebody a surface shows a green handset beside. */
export interface AskedParty {
  readonly number: string;
  readonly name: string | null;
  readonly source: DialSource;
}

export interface PhoneModel {
  readonly status: ReadonlySignal<PhoneStatus>;
  readonly account: ReadonlySignal<AccountView | null>;
  readonly registration: ReadonlySignal<RegistrationView>;
  readonly storageFull: ReadonlySignal<boolean>;
  readonly microphone: ReadonlySignal<MicrophoneState>;
  readonly audio: ReadonlySignal<AudioView>;
  readonly missed: ReadonlySignal<number>;
  readonly incoming: ReadonlySignal<readonly CallView[]>;
  /** Made or answered and not ended. */
  readonly ongoing: ReadonlySignal<readonly CallView[]>;
  readonly ended: ReadonlySignal<readonly CallView[]>;
  /** Those that have not ended, as a surface lists them: what rings, what is going on, what is on hold. */
  readonly live: ReadonlySignal<readonly CallView[]>;
  /** Another call cannot be made now: one rings or is being set up, or there are as many as there may be. */
  readonly busy: ReadonlySignal<boolean>;
  /** What answering would interrupt. */
  readonly engaged: ReadonlySignal<'talking' | 'setting-up' | null>;
  /** The held call that is the only one left: to take it back is what comes next. */
  readonly left: ReadonlySignal<CallView | null>;
  /** The two calls of the conference one is in; none outside of one. */
  readonly conference: ReadonlySignal<readonly CallView[]>;
  /** The others of {@link live}. */
  readonly single: ReadonlySignal<readonly CallView[]>;
  /** Those of them that do not ring: they come after the conference. */
  readonly settled: ReadonlySignal<readonly CallView[]>;
  /** The call that is handed on where nobody says which: the one that is talked in, or the one left. */
  readonly handOn: ReadonlySignal<CallView | null>;
  readonly receiving: ReadonlySignal<boolean>;
  /** Whom to call or hand on to is being asked. */
  readonly asked: ReadonlySignal<AskedParty | null>;
  /** How calls are made from here. */
  readonly callMethod: ReadonlySignal<CallMethod>;
  /** A number that waits for somebody to say how it is to be called. */
  readonly asking: ReadonlySignal<MethodQuestionView | null>;
  /** Calls that the server sets up with another phone. */
  readonly ordered: ReadonlySignal<readonly OrderedCall[]>;
  /** The last command that was not carried out, until dismissed or another one succeeds. */
  readonly problem: ReadonlySignal<CommandError | null>;
  dismissProblem(): void;
  /** Null when the call is on its way. */
  dial(target: string, source: DialSource): Promise<CommandError | null>;
  /** As {@link dial}, where there is no field to show the problem at: it becomes {@link problem}. */
  redial(target: string, source: DialSource): Promise<void>;
  /** Calls, or asks first whether to call or to hand on the call one is in. */
  callOrAsk(party: AskedParty): Promise<void>;
  dismissAsked(): void;
  /** Null when it is under way. */
  transfer(callId: string, target: string, kind: TransferKind): Promise<CommandError | null>;
  completeTransfer(callId: string, otherId: string): Promise<void>;
  takeBack(callId: string): Promise<void>;
  startConference(callId: string, otherId: string): Promise<void>;
  split(callId: string): Promise<void>;
  /** Colleagues and contacts; none when they cannot be asked for. */
  people(query: string): Promise<readonly PersonMatch[]>;
  setReceiving(receiving: boolean): Promise<void>;
  /** `others`: what becomes of the call one is in; held where it is not said. */
  answer(callId: string, others?: Others): Promise<void>;
  /** Answers {@link asking}; null: no call. */
  chooseMethod(method: ChosenMethod | null): Promise<void>;
  setCallMethod(method: 'ask' | ChosenMethod): Promise<void>;
  cancelOrdered(id: string): Promise<void>;
  decline(callId: string): Promise<void>;
  hangUp(callId: string): Promise<void>;
  hold(callId: string): Promise<void>;
  resume(callId: string): Promise<void>;
  silence(callId: string): Promise<void>;
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
  const live = computed(() => inOrderOfAttention(calls.value.filter((call) => isLive(call.state))));
  const ongoing = computed(() => live.value.filter((call) => call.state !== 'ringing'));
  const incoming = computed(() => calls.value.filter((call) => call.state === 'ringing'));
  const left = computed(() => (live.value.length === 1 && live.value[0]?.state === 'held' ? live.value[0] : null));
  const handOn = computed(() => live.value.find(({ state, conference }) => state === 'active' && !conference) ?? left.value);
  const asked = signal<AskedParty | null>(null);

  return {
    status: computed(() => phoneStatus(state.value)),
    account: computed(() => state.value.account),
    registration: computed(() => state.value.registration),
    storageFull: computed(() => state.value.storageFull),
    microphone: computed(() => state.value.microphone),
    audio: computed(() => state.value.audio),
    missed: computed(() => state.value.missed),
    incoming,
    ongoing,
    ended: computed(() => calls.value.filter((call) => call.state === 'ended')),
    live,
    busy: computed(() => live.value.some(({ state }) => state === 'ringing' || isSettingUp(state)) || !hasRoom(live.value)),
    engaged: computed(() => {
      if (live.value.some(({ state }) => state === 'active')) return 'talking';
      return live.value.some(({ state }) => isSettingUp(state)) ? 'setting-up' : null;
    }),
    left,
    conference: computed(() => live.value.filter(({ conference }) => conference)),
    single: computed(() => live.value.filter(({ conference }) => !conference)),
    settled: computed(() => live.value.filter(({ conference, state }) => !conference && state !== 'ringing')),
    handOn,
    receiving: computed(() => state.value.receiving),
    asked,
    callMethod: computed(() => state.value.callMethod),
    asking: computed(() => state.value.asking),
    ordered: computed(() => state.value.ordered),
    problem,
    dismissProblem: () => {
      problem.value = null;
    },
    async dial(target, source) {
      problem.value = null;
      return ask('phone.dial', { target, source });
    },
    redial: (target, source) => run('phone.dial', { target, source }),
    async callOrAsk(party) {
      if (handOn.value === null) return run('phone.dial', { target: party.number, source: party.source });
      problem.value = null;
      asked.value = party;
    },
    dismissAsked: () => {
      asked.value = null;
    },
    transfer: (callId, target, kind) => ask(kind === 'blind' ? 'phone.transfer' : 'phone.consult', { callId, target }),
    completeTransfer: (callId, otherId) => run('phone.completeTransfer', { callId, otherId }),
    takeBack: (callId) => run('phone.takeBack', { callId }),
    startConference: (callId, otherId) => run('phone.conference', { callId, otherId }),
    split: (callId) => run('phone.split', { callId }),
    people: (query) =>
      send('people.search', { query }).then(
        (result) => (result.ok ? result.people : []),
        () => [],
      ),
    setReceiving: (receiving) => run('account.setReceiving', { receiving }),
    answer: (callId, others) => run('phone.answer', { callId, ...(others && { others }) }),
    chooseMethod: (method) => run('phone.chooseMethod', { method }),
    setCallMethod: (method) => run('phone.setCallMethod', { method }),
    cancelOrdered: (id) => run('phone.cancelOrdered', { id }),
    decline: (callId) => run('phone.decline', { callId }),
    hangUp: (callId) => run('phone.hangUp', { callId }),
    hold: (callId) => run('phone.hold', { callId }),
    resume: (callId) => run('phone.resume', { callId }),
    silence: (callId) => run('phone.silence', { callId }),
    setMuted: (callId, muted) => run('phone.setMuted', { callId, muted }),
    sendTone: (callId, tones) => run('phone.sendDtmf', { callId, tones }),
    dismiss: (callId) => run('phone.dismiss', { callId }),
    reconnect: () => run('phone.reconnect', {}),
    signOut: () => run('account.signOut', {}),
  };
}
