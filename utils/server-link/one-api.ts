import * as v from 'valibot';
import { iceSettingsSchema, sessionsResponseSchema, signInResponseSchema, type IceSettings, type Session, type SignInRequest, type SignInResponse } from '@/utils/contract/account-api';
import { apiErrorSchema } from '@/utils/contract/api-error';
import type { QualityReport } from '@/utils/contract/call-quality';
import { deskPhoneSecretSchema, deskPhonesResponseSchema, type DeskPhones, type DeskPhoneSecret } from '@/utils/contract/desk-phones';
import type { Clock } from '@/utils/contract/clock';
import { orderedCallSchema, type OrderCallRequest, type OrderedCall } from '@/utils/contract/ordered-call';
import { peopleResponseSchema, type Person } from '@/utils/contract/person';
import { LinkError } from './link-error';

/** A request without an answer by then has none. Milliseconds. */
const TIMEOUT = 10_000;

export interface OneApiOptions {
  /** Origin of the server. */
  readonly server: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/** HTTP of the One server, as far as the extension speaks it. Every answer is validated. Rejects with {@link LinkError}. */
export class OneApi {
  readonly #options: OneApiOptions;

  constructor(options: OneApiOptions) {
    this.#options = options;
  }

  /** POST /api/session. `wrong-credentials` and `too-many-tries` are answers like any other error. */
  async signIn(request: SignInRequest): Promise<SignInResponse> {
    const response = await this.#request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    return answerOf(signInResponseSchema, response);
  }

  /** DELETE /api/session: revokes the session and its device. */
  async signOut(token: string): Promise<void> {
    await this.#request('/api/session', { method: 'DELETE', headers: bearer(token) });
  }

  /** GET /api/sessions: where the user is signed in, newest first. `not-signed-in` when the token is no longer good. */
  async sessions(token: string): Promise<Session[]> {
    return answerOf(sessionsResponseSchema, await this.#request('/api/sessions', { headers: bearer(token) })).sessions;
  }

  /** DELETE /api/sessions/:id: revokes one of the user's sessions and its device. `not-found` when there is none. */
  async revokeSession(token: string, sessionId: string): Promise<void> {
    const answer = await this.#request(`/api/sessions/${encodeURIComponent(sessionId)}`, { method: 'DELETE', headers: bearer(token) });
    // Nobody may be told that a browser is signed out because a gate in between says yes to everything.
    if (answer !== null) throw new LinkError('not-a-one-server');
  }

  /** GET /api/ice-servers: STUN and TURN, with credentials that are good from now on. */
  async iceServers(token: string): Promise<IceSettings> {
    return answerOf(iceSettingsSchema, await this.#request('/api/ice-servers', { headers: bearer(token) }));
  }

  /** GET /api/people: everybody in the user's company. */
  async people(token: string): Promise<Person[]> {
    const parsed = v.safeParse(peopleResponseSchema, await this.#request('/api/people', { headers: bearer(token) }));
    if (!parsed.success) throw new LinkError('not-a-one-server');
    return parsed.output.people;
  }

  /** GET /api/desk-phones: the user's, oldest first, and where they register. */
  async deskPhones(token: string): Promise<DeskPhones> {
    return answerOf(deskPhonesResponseSchema, await this.#request('/api/desk-phones', { headers: bearer(token) }));
  }

  /** POST /api/desk-phones. `conflict` when the user has as many as one may have, `unavailable` where none can register. */
  async addDeskPhone(token: string, name: string): Promise<DeskPhoneSecret> {
    return answerOf(deskPhoneSecretSchema, await this.#request('/api/desk-phones', withBody('POST', token, { name })));
  }

  /** POST /api/desk-phones/:id/secret: a new password; the phone is cut off until it has it. */
  async renewDeskPhone(token: string, id: string): Promise<DeskPhoneSecret> {
    return answerOf(deskPhoneSecretSchema, await this.#request(`/api/desk-phones/${encodeURIComponent(id)}/secret`, withBody('POST', token, {})));
  }

  /** PATCH /api/desk-phones/:id */
  async renameDeskPhone(token: string, id: string, name: string): Promise<void> {
    const answer = await this.#request(`/api/desk-phones/${encodeURIComponent(id)}`, withBody('PATCH', token, { name }));
    if (answer !== null) throw new LinkError('not-a-one-server');
  }

  /** DELETE /api/desk-phones/:id: it is cut off at once. `not-found` when there is none. */
  async removeDeskPhone(token: string, id: string): Promise<void> {
    const answer = await this.#request(`/api/desk-phones/${encodeURIComponent(id)}`, { method: 'DELETE', headers: bearer(token) });
    if (answer !== null) throw new LinkError('not-a-one-server');
  }

  /** POST /api/calls: calls with another phone of the user. */
  async orderCall(token: string, request: OrderCallRequest): Promise<OrderedCall> {
    return answerOf(orderedCallSchema, await this.#request('/api/calls', withBody('POST', token, request)));
  }

  /** DELETE /api/calls/:id. `not-found` when it is over. */
  async cancelCall(token: string, id: string): Promise<void> {
    await this.#request(`/api/calls/${encodeURIComponent(id)}`, { method: 'DELETE', headers: bearer(token) });
  }

  /** POST /api/call-quality. `not-found` when the user had no such call. */
  async reportQuality(token: string, report: QualityReport): Promise<void> {
    const answer = await this.#request('/api/call-quality', withBody('POST', token, report));
    if (answer !== null) throw new LinkError('not-a-one-server');
  }

  async #request(path: string, init: RequestInit): Promise<unknown> {
    const { server, fetch, clock } = this.#options;
    const abort = new AbortController();
    const cancel = clock.after(TIMEOUT, () => abort.abort());
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(new URL(path, server), { ...init, signal: abort.signal, credentials: 'omit', cache: 'no-store' });
      body = response.status === 204 ? null : await response.json().catch(() => undefined);
    } catch {
      throw new LinkError('unreachable');
    } finally {
      cancel();
    }
    if (response.ok && body !== undefined) return body;
    const error = v.safeParse(apiErrorSchema, body);
    if (!error.success) throw new LinkError(response.status >= 500 ? 'unreachable' : 'not-a-one-server');
    throw new LinkError(error.output.error.code, error.output.error.retryAfter ?? null);
  }
}

function withBody(method: string, token: string, body: object): RequestInit {
  return { method, headers: { ...bearer(token), 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function answerOf<S extends v.GenericSchema>(schema: S, answer: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, answer);
  if (!parsed.success) throw new LinkError('not-a-one-server');
  return parsed.output;
}

function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}
