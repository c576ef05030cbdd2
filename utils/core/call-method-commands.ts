import type { ChosenMethod, MethodChoice } from '@/utils/contract/call-method';
import type { CommandHandlers, CommandResult, ResultOf } from '@/utils/contract/commands';
import { methodFor } from '@/utils/domain/call/call-method';
import { dialTarget } from '@/utils/domain/phone-number/dial-target';
import { isEmergencyNumber } from '@/utils/domain/routing/emergency-numbers';
import { addressOf } from '@/utils/phone/dialled';
import { LinkError } from '@/utils/server-link/link-error';
import type { Accounts } from './account-commands';
import { apiOf, oneAccount, requestFailure, type LinkAdapters, type OneAccount } from './one-account';
import type { CoreAdapters } from './adapters';
import type { OrderedCallList } from './ordered-call-list';
import type { SignInFailure } from './sign-in';
import type { StateStore } from './state-store';

type MethodCommands = Pick<CommandHandlers, 'phone.dial' | 'phone.chooseMethod' | 'phone.setCallMethod' | 'phone.cancelOrdered'>;

interface CallMethodParts {
  readonly accounts: Accounts;
  readonly state: StateStore;
  readonly ordered: OrderedCallList;
  readonly adapters: LinkAdapters & Pick<CoreAdapters, 'accounts' | 'clock'>;
}

/** Calls by the method that is set, or that somebody says. */
export function callMethodCommands({ accounts, state, ordered, adapters }: CallMethodParts): MethodCommands {
  const account = () => oneAccount(accounts.active?.stored ?? null);

  function here(target: string): ResultOf<'phone.dial'> {
    return accounts.active?.phone.dial(target) ?? { ok: false, error: 'not-signed-in' };
  }

  /** Desk phones that cannot be read are not offered; the rest can still be chosen. */
  async function choicesOf(one: OneAccount): Promise<MethodChoice[]> {
    const known = await apiOf(one, adapters).deskPhones(one.token).catch(() => null);
    const choices: MethodChoice[] = [{ via: 'here', name: null }];
    if (one.me.mobileNumber !== null) choices.push({ via: 'mobile', name: null });
    for (const { id, name } of known?.phones ?? []) choices.push({ via: id, name });
    return choices;
  }

  async function dialBy(method: ChosenMethod, target: string): Promise<ResultOf<'phone.dial'>> {
    if (method === 'here') return here(target);
    const one = account();
    if ('error' in one) return one;
    const read = dialTarget(target, { region: one.me.region, addresses: false });
    if (!read) return { ok: false, error: 'not-a-number' };
    try {
      const call = await apiOf(one, adapters).orderCall(one.token, { target: addressOf(read).user, via: method });
      ordered.put(call);
      return { ok: true, callId: call.id };
    } catch (error) {
      return orderFailure(error);
    }
  }

  return {
    async 'phone.dial'({ target, source }) {
      const one = account();
      if ('error' in one) return here(target);
      const read = dialTarget(target, { region: one.me.region, addresses: false });
      const emergency = read?.kind === 'short' && isEmergencyNumber(read.digits, one.me.region);
      const method = methodFor({ account: 'one', preferred: state.value.callMethod, emergency });
      // What is no number is told by the phone, whatever the method.
      if (method === 'here' || !read) return here(target);
      if (method !== 'ask') return dialBy(method, target);
      const choices = await choicesOf(one);
      if (choices.length === 1) return here(target);
      state.set({ asking: { target, choices, source, askedAt: adapters.clock.now() } });
      return { ok: true, callId: '' };
    },
    async 'phone.chooseMethod'({ method }): Promise<CommandResult> {
      const { asking } = state.value;
      if (!asking) return { ok: false, error: 'no-such-call' };
      state.set({ asking: null });
      return method === null ? { ok: true } : dialBy(method, asking.target);
    },
    async 'phone.setCallMethod'({ method }) {
      const { owner } = accounts;
      if (owner === null) return { ok: false, error: 'not-signed-in' };
      await adapters.accounts.setCallMethod(owner, method);
      if (accounts.owner === owner) state.set({ callMethod: method });
      return { ok: true };
    },
    async 'phone.cancelOrdered'({ id }) {
      const one = account();
      if ('error' in one) return one;
      try {
        await apiOf(one, adapters).cancelCall(one.token, id);
      } catch (error) {
        if (!(error instanceof LinkError && error.code === 'not-found')) return requestFailure(error);
      }
      return { ok: true };
    },
  };
}

function orderFailure(error: unknown): SignInFailure {
  if (!(error instanceof LinkError)) return requestFailure(error);
  if (error.code === 'not-found' || error.code === 'unavailable') return { ok: false, error: 'phone-not-available' };
  if (error.code === 'conflict') return { ok: false, error: 'too-many-calls' };
  return requestFailure(error);
}
