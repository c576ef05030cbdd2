import * as v from 'valibot';
import {
  commandSchemas,
  type CommandHandlers,
  type CommandInput,
  type CommandName,
  type CommandResult,
  type ResultOf,
} from '@/utils/contract/commands';
import type { MicrophoneState } from '@/utils/contract/phone-state';
import type { Phone } from '@/utils/phone/phone';
import { Accounts } from './account-commands';
import { signedInFieldsOf } from './account-of';
import type { Core, CoreAdapters } from './adapters';
import { Audio } from './audio';
import { CallList } from './call-list';
import { CallerNames } from './contact-names';
import { Headset } from './headset';
import { callMethodCommands } from './call-method-commands';
import { OrderedCallList } from './ordered-call-list';
import { deskPhoneCommands } from './desk-phones';
import { People } from './people';
import { selfTestCommands } from './self-test';
import { QualityFeed } from './quality-feed';
import { listSessions, revokeSession } from './sessions';
import { StateStore } from './state-store';
import { isStorageFull } from './storage-full';

/**
 * Builds the phone, the link to the One server and the state of one phone host. Nothing connects before `start`.
 * Commands never reject: what goes wrong unforeseen is `internal`, or `storage-full`.
 */
export function createCore(adapters: CoreAdapters): Core {
  const state = new StateStore();
  const people: People = new People(adapters, () => names.all);
  const names = new CallerNames(adapters.contacts, (number) => people.nameOf(number), () => calls.rename());
  const calls = new CallList({ clock: adapters.clock, named: (call) => names.named(call), changed: (list) => state.set({ calls: list }) });
  const ordered = new OrderedCallList({ clock: adapters.clock, changed: (list) => state.set({ ordered: list }) });
  const quality = new QualityFeed();
  const accounts = new Accounts({ adapters, state, calls, names, people, ordered, quality });

  const audio = new Audio(adapters, state);
  const headset = new Headset(adapters, state, command);

  const withPhone = (act: (phone: Phone) => CommandResult | Promise<CommandResult>) => async () => {
    const phone = accounts.active?.phone;
    return phone ? act(phone) : ({ ok: false, error: 'not-signed-in' } as const);
  };
  const seen = async (change: (owner: string) => Promise<void>): Promise<CommandResult> => {
    const { owner } = accounts;
    if (owner === null) return { ok: false, error: 'not-signed-in' };
    await change(owner);
    if (accounts.owner === owner) state.set({ missed: await adapters.history.unseenCount(owner) });
    return { ok: true };
  };

  const handlers: CommandHandlers = {
    ...callMethodCommands({ accounts, state, ordered, adapters }),
    ...selfTestCommands(accounts, adapters),
    'phone.answer': ({ callId, others }) => withPhone((phone) => phone.answer(callId, others))(),
    'phone.decline': ({ callId }) => withPhone((phone) => phone.hangUp(callId))(),
    'phone.hangUp': ({ callId }) => withPhone((phone) => phone.hangUp(callId))(),
    'phone.hold': ({ callId }) => withPhone((phone) => phone.hold(callId))(),
    'phone.resume': ({ callId }) => withPhone((phone) => phone.resume(callId))(),
    'phone.transfer': ({ callId, target }) => withPhone((phone) => phone.transfer(callId, target))(),
    'phone.consult': async ({ callId, target }) => accounts.active?.phone.consult(callId, target) ?? { ok: false, error: 'not-signed-in' },
    'phone.completeTransfer': ({ callId, otherId }) => withPhone((phone) => phone.completeTransfer(callId, otherId))(),
    'phone.takeBack': ({ callId }) => withPhone((phone) => phone.takeBack(callId))(),
    'phone.conference': ({ callId, otherId }) => withPhone((phone) => phone.conference(callId, otherId))(),
    'phone.split': ({ callId }) => withPhone((phone) => phone.split(callId))(),
    'phone.silence': ({ callId }) => withPhone((phone) => phone.silence(callId))(),
    'phone.setMuted': ({ callId, muted }) => withPhone((phone) => phone.setMuted(callId, muted))(),
    'phone.sendDtmf': ({ callId, tones }) => withPhone((phone) => phone.sendDtmf(callId, tones))(),
    'phone.dismiss': async ({ callId }) => (calls.dismiss(callId) ? { ok: true } : { ok: false, error: 'no-such-call' }),
    'phone.reconnect': async () => {
      if (!accounts.active) return { ok: false, error: 'not-signed-in' };
      accounts.active.reconnect();
      return { ok: true };
    },
    'account.signIn': (input) => accounts.signInOne(input),
    'account.signInSip': (input) => accounts.signInSip(input),
    'account.signOut': () => accounts.signOut(),
    'account.fields': async () => {
      const stored = accounts.active?.stored;
      return stored ? { ok: true, fields: signedInFieldsOf(stored) } : { ok: false, error: 'not-signed-in' };
    },
    'account.setReceiving': async ({ receiving }) => {
      await adapters.accounts.setReceiving(receiving);
      receives(receiving);
      return { ok: true };
    },
    'people.search': async ({ query }) => (accounts.active ? { ok: true, people: await people.search(query) } : { ok: false, error: 'not-signed-in' }),
    'sessions.list': () => listSessions(accounts.active?.stored ?? null, adapters),
    'sessions.revoke': ({ sessionId }) => revokeSession(sessionId, accounts.active?.stored ?? null, adapters),
    ...deskPhoneCommands(() => accounts.active?.stored ?? null, adapters),
    'history.markSeen': () => seen((owner) => adapters.history.markSeen(owner)),
    'history.remove': ({ ids }) => seen((owner) => adapters.history.remove(owner, ids)),
    'history.clear': ({ endedBy }) => seen((owner) => adapters.history.clear(owner, endedBy)),
    'microphone.changed': async ({ state: microphone }) => {
      microphoneIs(microphone);
      // What was asked for has names now.
      if (microphone === 'granted') await audio.devicesChanged();
      return { ok: true };
    },
    ...audio.commands,
    ...headset.commands,
  };

  function receives(receiving: boolean): void {
    state.set({ receiving });
    accounts.active?.phone.receive(receiving);
  }
  function microphoneIs(microphone: MicrophoneState): void {
    state.set({ microphone });
    accounts.active?.phone.microphoneIs(microphone);
  }
  const readMicrophone = async () => microphoneIs(await adapters.microphone.state().catch(() => 'unknown' as const));
  const stopWatching = adapters.microphone.watchState(() => void readMicrophone());

  async function command<N extends CommandName>(name: N, input: CommandInput<N>): Promise<ResultOf<N>> {
    const checked = v.safeParse(commandSchemas[name], input);
    if (!checked.success) return refusal(checked.issues) as ResultOf<N>;
    try {
      return await handlers[name](checked.output as CommandInput<N>);
    } catch (error) {
      adapters.log.error('command failed', { name, error: String(error) });
      return { ok: false, error: isStorageFull(error) ? 'storage-full' : 'internal' } as ResultOf<N>;
    }
  }

  return {
    state,
    quality,
    commands: command,
    async start() {
      const { log } = adapters;
      // Before any call: the first one rings where it is to.
      audio.start();
      headset.start();
      await readMicrophone();
      state.set({ receiving: await adapters.accounts.receiving().catch(() => true) });
      await accounts.restore().catch((error: unknown) => log.error('stored account could not be read', { error: String(error) }));
      state.set({ ready: true });
    },
    lookedAt: () => accounts.active?.phone.serverMayBeBack(),
    dispose() {
      stopWatching();
      audio.dispose();
      headset.dispose();
      return accounts.dispose();
    },
  };
}

function refusal(issues: readonly { readonly message: string }[]): CommandResult {
  return { ok: false, error: issues.some(({ message }) => message === 'insecure-url') ? 'insecure-server' : 'invalid-input' };
}
