import * as v from 'valibot';
import { callMethodSchema } from '@/utils/contract/call-method';
import type { AccountStore } from '@/utils/core/adapters';
import { storedAccountSchema } from './stored-account-schema';
import type { Vault } from './vault';

const ACCOUNT = 'account';
const IDENTITY = 'device-identity';
const CURSOR = 'feed-cursor';
const RECEIVING = 'receiving';

const methodKey = (account: string) => `call-method ${account}`;

const identitySchema = v.object({ instanceId: v.string(), contactName: v.string(), viaHost: v.string() });

/** The signed-in account, whole, in the vault; the browser's SIP identity outlives every sign-out. */
export function createAccountStore(opening: Promise<Vault>, randomUuid: () => string): AccountStore {
  return {
    read: async () => (await opening).read(ACCOUNT, storedAccountSchema),
    async write(account) {
      const vault = await opening;
      await vault.writePlain(CURSOR, 0);
      await vault.write(ACCOUNT, account);
    },
    update: async (account) => (await opening).write(ACCOUNT, account),
    async clear() {
      const vault = await opening;
      await vault.clear(ACCOUNT);
      await vault.writePlain(CURSOR, 0);
    },
    async deviceIdentity() {
      const vault = await opening;
      const stored = await vault.readPlain(IDENTITY, identitySchema);
      if (stored !== null) return stored;
      const hex = () => randomUuid().replaceAll('-', '');
      const made = {
        instanceId: `urn:uuid:${randomUuid()}`,
        contactName: `c${hex().slice(0, 20)}`,
        // RFC 2606: a name that never resolves; the true address of a browser is nobody's business.
        viaHost: `${hex().slice(0, 12)}.invalid`,
      };
      await vault.writePlain(IDENTITY, made);
      return made;
    },
    receiving: async () => (await (await opening).readPlain(RECEIVING, v.boolean())) ?? true,
    setReceiving: async (receiving) => (await opening).writePlain(RECEIVING, receiving),
    cursor: async () => (await (await opening).readPlain(CURSOR, v.number())) ?? 0,
    setCursor: async (cursor) => (await opening).writePlain(CURSOR, cursor),
    callMethod: async (account) => (await (await opening).readPlain(methodKey(account), callMethodSchema)) ?? 'here',
    setCallMethod: async (account, method) => (await opening).writePlain(methodKey(account), method),
  };
}
