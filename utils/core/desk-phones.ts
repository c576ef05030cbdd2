import type { CommandHandlers, CommandResult } from '@/utils/contract/commands';
import { LinkError } from '@/utils/server-link/link-error';
import type { OneApi } from '@/utils/server-link/one-api';
import type { StoredAccount } from './adapters';
import { apiOf, oneAccount, requestFailure, type LinkAdapters } from './one-account';
import type { SignInFailure } from './sign-in';

type DeskPhoneCommands = Pick<CommandHandlers, 'deskPhones.list' | 'deskPhones.add' | 'deskPhones.rename' | 'deskPhones.renewSecret' | 'deskPhones.remove'>;

/** The desk phones of the One account, which the server keeps. */
export function deskPhoneCommands(stored: () => StoredAccount | null, adapters: LinkAdapters): DeskPhoneCommands {
  async function ask<T>(request: (api: OneApi, token: string) => Promise<T>): Promise<({ ok: true } & T) | SignInFailure> {
    const account = oneAccount(stored());
    if ('error' in account) return account;
    try {
      return { ok: true, ...(await request(apiOf(account, adapters), account.token)) };
    } catch (error) {
      if (error instanceof LinkError && error.code === 'conflict') return { ok: false, error: 'too-many-phones' };
      return requestFailure(error);
    }
  }

  return {
    'deskPhones.list': () => ask((api, token) => api.deskPhones(token)),
    'deskPhones.add': ({ name }) => ask(async (api, token) => ({ secret: await api.addDeskPhone(token, name) })),
    'deskPhones.rename': ({ id, name }) => ask<object>(async (api, token) => (await api.renameDeskPhone(token, id, name), {})),
    'deskPhones.renewSecret': ({ id }) => ask(async (api, token) => ({ secret: await api.renewDeskPhone(token, id) })),
    async 'deskPhones.remove'({ id }): Promise<CommandResult> {
      return ask<object>(async (api, token) => {
        await api.removeDeskPhone(token, id).catch((error: unknown) => {
          // Removed from elsewhere meanwhile: what was asked for is so.
          if (!(error instanceof LinkError && error.code === 'not-found')) throw error;
        });
        return {};
      });
    },
  };
}
