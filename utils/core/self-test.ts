import type { CommandHandlers } from '@/utils/contract/commands';
import type { Accounts } from './account-commands';
import { apiOf, oneAccount, requestFailure, type LinkAdapters } from './one-account';

type SelfTestCommands = Pick<CommandHandlers, 'selfTest.server' | 'selfTest.connection' | 'selfTest.relay' | 'selfTest.call'>;

/** What the self-test asks of the phone host; each does what a call or a sign-in would. */
export function selfTestCommands(accounts: Accounts, adapters: LinkAdapters): SelfTestCommands {
  const signedOut = { ok: false, error: 'not-signed-in' } as const;
  return {
    async 'selfTest.server'() {
      const account = oneAccount(accounts.active?.stored ?? null);
      if ('error' in account) return account;
      const began = adapters.clock.now();
      try {
        await apiOf(account, adapters).sessions(account.token);
        return { ok: true, ms: adapters.clock.now() - began };
      } catch (error) {
        return requestFailure(error);
      }
    },
    async 'selfTest.connection'() {
      const phone = accounts.active?.phone;
      return phone ? { ok: true, ms: await phone.checkConnection() } : signedOut;
    },
    async 'selfTest.relay'() {
      const phone = accounts.active?.phone;
      return phone ? { ok: true, relay: await phone.probeRelay() } : signedOut;
    },
    async 'selfTest.call'() {
      const { active } = accounts;
      const stored = active?.stored;
      if (!active) return signedOut;
      return stored?.kind === 'one' ? active.phone.dial(stored.echoNumber) : { ok: false, error: 'not-allowed' };
    },
  };
}
