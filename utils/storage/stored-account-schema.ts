import * as v from 'valibot';
import { deviceCredentialSchema, meSchema } from '@/utils/contract/account-api';
import { iceServerSchema, sipAccountInputSchema } from '@/utils/contract/sip-account';
import type { StoredAccount } from '@/utils/core/adapters';

/** The account as the vault holds it; one written by an older version that no longer fits means signing in again. */
export const storedAccountSchema: v.GenericSchema<unknown, StoredAccount> = v.variant('kind', [
  v.object({
    kind: v.literal('one'),
    server: v.string(),
    token: v.string(),
    sessionId: v.string(),
    me: meSchema,
    device: deviceCredentialSchema,
    sipPath: v.string(),
    sipUrls: v.optional(v.array(v.string()), []),
    iceServers: v.array(iceServerSchema),
    iceEndsAt: v.optional(v.nullable(v.number()), null),
    echoNumber: v.string(),
  }),
  v.object({ kind: v.literal('sip'), input: sipAccountInputSchema }),
]);
