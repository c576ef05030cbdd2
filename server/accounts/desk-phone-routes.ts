import { Hono } from 'hono';
import * as v from 'valibot';
import {
  deskPhoneIdSchema,
  deskPhoneRequestSchema,
  deskPhoneSecretSchema,
  deskPhonesResponseSchema,
  type DeskPhone,
  type DeskPhones as DeskPhonesAnswer,
  type DeskPhoneSecret,
} from '@/utils/contract/desk-phones';
import { ApiFailure } from '../http/api-failure';
import type { AppEnv } from '../http/app-env';
import { authenticate } from '../http/authenticate';
import { describe } from '../http/describe';
import { validated } from '../http/validated';
import type { PhoneServer } from '../telephony/ports';
import type { DeskPhoneRow, DeskPhones, DeskPhoneWithSecret } from './desk-phones';
import type { AccountServices } from './routes';

export interface DeskPhoneServices extends Pick<AccountServices, 'sessions' | 'registeredDevices' | 'cutOff'> {
  readonly deskPhones: DeskPhones;
  /** Null: the edge lets no desk phone in. */
  readonly phoneServer: () => PhoneServer | null;
}

const tag = 'desk phones';
const idSchema = v.object({ id: deskPhoneIdSchema });

/** The desk phones of the signed-in user. */
export function deskPhoneRoutes(services: DeskPhoneServices): Hono<AppEnv> {
  const { deskPhones, cutOff } = services;
  const signedIn = authenticate(services.sessions);
  const noSuchPhone = () => new ApiFailure('not-found', 'no such desk phone');

  const shown = ({ username, name, createdAt }: DeskPhoneRow, registered: readonly string[]): DeskPhone => ({
    id: username,
    name,
    createdAt: createdAt.toISOString(),
    registered: registered.includes(username),
  });
  function server(): PhoneServer {
    const there = services.phoneServer();
    if (there === null) throw new ApiFailure('unavailable', 'this server lets no desk phones in');
    return there;
  }
  const withSecret = ({ phone, credential }: DeskPhoneWithSecret): DeskPhoneSecret => ({ phone: shown(phone, []), credential, server: server() });

  return new Hono<AppEnv>()
    .get('/desk-phones', describe({ summary: 'The user\'s desk phones, oldest first', tag, answer: deskPhonesResponseSchema }), signedIn, async (context) => {
      const [rows, registered] = await Promise.all([deskPhones.list(context.var.session.userId), services.registeredDevices()]);
      const answer: DeskPhonesAnswer = { phones: rows.map((row) => shown(row, registered)), server: services.phoneServer() };
      return context.json(answer);
    })
    .post(
      '/desk-phones',
      describe({ summary: 'Add a desk phone; its password is in this answer only', tag, answer: deskPhoneSecretSchema, errors: ['invalid-input', 'conflict', 'unavailable'] }),
      signedIn,
      validated('json', deskPhoneRequestSchema),
      async (context) => {
        server();
        const made = await deskPhones.create(context.var.session.userId, context.req.valid('json').name);
        if (made === null) throw new ApiFailure('conflict', 'the user has as many desk phones as one may have');
        return context.json(withSecret(made));
      },
    )
    .patch(
      '/desk-phones/:id',
      describe({ summary: 'Rename a desk phone', tag, errors: ['invalid-input', 'not-found'] }),
      signedIn,
      validated('param', idSchema),
      validated('json', deskPhoneRequestSchema),
      async (context) => {
        const { id } = context.req.valid('param');
        if (!(await deskPhones.rename(context.var.session.userId, id, context.req.valid('json').name))) throw noSuchPhone();
        return context.body(null, 204);
      },
    )
    .post(
      '/desk-phones/:id/secret',
      describe({ summary: 'A new password for a desk phone; the old one is no longer good', tag, answer: deskPhoneSecretSchema, errors: ['invalid-input', 'not-found', 'unavailable'] }),
      signedIn,
      validated('param', idSchema),
      async (context) => {
        server();
        const renewed = await deskPhones.renewSecret(context.var.session.userId, context.req.valid('param').id);
        if (renewed === null) throw noSuchPhone();
        await cutOff(renewed.revoked);
        return context.json(withSecret(renewed));
      },
    )
    .delete(
      '/desk-phones/:id',
      describe({ summary: 'Remove a desk phone: it is cut off at once', tag, errors: ['invalid-input', 'not-found'] }),
      signedIn,
      validated('param', idSchema),
      async (context) => {
        const removed = await deskPhones.remove(context.var.session.userId, context.req.valid('param').id);
        if (removed === null) throw noSuchPhone();
        await cutOff(removed);
        return context.body(null, 204);
      },
    );
}
