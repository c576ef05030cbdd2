import { clientEventSchema, type ServerEvent } from '@/utils/contract/events';
import type { Person } from '@/utils/contract/person';
import type { Change } from '@/utils/contract/change-feed';
import type { IceSettings, Session, SignInResponse } from '@/utils/contract/account-api';
import type { ApiErrorCode } from '@/utils/contract/api-error';
import * as v from 'valibot';
import type { FakeServer, FakeServerSocket } from './fake-web-socket';
import type { FakeEdge } from './phone-edge';

export const DEVICE = 'd0123456789abcdef0123';

export const SIGN_IN_RESPONSE: SignInResponse = {
  token: 'token-1',
  sessionId: 'session-1',
  me: {
    id: 'u1',
    name: 'Anna Åberg',
    email: 'anna@exempelbolaget.se',
    company: { id: 'c1', name: 'Exempelbolaget AB' },
    role: 'user',
    extension: '201',
    fixedNumber: '+46841000010',
    mobileNumber: null,
    language: 'sv',
    region: 'SE',
  },
  device: { username: DEVICE, password: 'a-device-password-of-some-length', domain: 'one.test' },
  sipPath: '/sip',
  sipUrls: [],
  iceServers: [],
  iceLifetime: null,
  serviceNumbers: { echo: '*43', announcement: '*44' },
};

/** HTTP and events of a One server, and its edge behind /sip. */
export class FakeOneServer {
  readonly requests: { method: string; path: string; authorization: string | null; body: unknown }[] = [];
  /** What POST /api/session answers. */
  signIn: () => Response | Promise<Response> = () => Response.json(SIGN_IN_RESPONSE);
  /** Unreachable over HTTP. */
  down = false;
  tokens = new Set(['token-1']);
  /** What GET /api/sessions lists, and DELETE /api/sessions/:id removes from. */
  sessions: Session[] = [];
  /** Answers requests about sessions instead. */
  sessionsFailure: (() => Response) | null = null;
  /** What GET /api/people lists. */
  people: Person[] = [];
  /** What GET /api/ice-servers answers. */
  ice: IceSettings = { iceServers: [], iceLifetime: null };
  /** Answers requests about calls that are to be set up. */
  calls: () => Response = () => failure(404, 'not-found');
  /** Answers requests about desk phones. */
  deskPhones: () => Response = () => failure(404, 'not-found');
  changes: Change[] = [];
  readonly #events = new Set<FakeServerSocket>();

  constructor(readonly edge: FakeEdge) {}

  readonly fetch = async (input: URL | RequestInfo, init: RequestInit = {}): Promise<Response> => {
    if (this.down) throw new TypeError('Failed to fetch');
    const path = new URL(String(input)).pathname;
    const method = init.method ?? 'GET';
    const headers = new Headers(init.headers);
    this.requests.push({ method, path, authorization: headers.get('authorization'), body: init.body ? JSON.parse(String(init.body)) : null });
    if (path === '/api/session' && method === 'POST') return Promise.race([this.signIn(), aborted(init.signal)]);
    if (path === '/api/session' && method === 'DELETE') return new Response(null, { status: 204 });
    if (path === '/api/ice-servers') return Response.json(this.ice);
    if (path === '/api/people') return Response.json({ people: this.people });
    if (path.startsWith('/api/sessions')) return this.#onSessions(method, path, headers.get('authorization'));
    if (path === '/api/call-quality') return new Response(null, { status: 204 });
    if (path.startsWith('/api/calls')) return this.calls();
    if (path.startsWith('/api/desk-phones')) return this.deskPhones();
    return new Response('not here', { status: 404 });
  };

  readonly serve: FakeServer = (socket) => {
    if (!socket.url.endsWith('/api/events')) return this.edge.serve(socket);
    if (this.down) return 'refuse';
    socket.onMessage = (text) => this.#onEvent(socket, text);
    socket.onClose = () => this.#events.delete(socket);
    return 'open';
  };

  listeners(): number {
    return this.#events.size;
  }

  push(...changes: Change[]): void {
    this.changes.push(...changes);
    for (const socket of this.#events) send(socket, { type: 'changes', changes });
  }

  close(code: number): void {
    for (const socket of [...this.#events]) socket.close(code);
  }

  #onSessions(method: string, path: string, authorization: string | null): Response {
    if (this.sessionsFailure !== null) return this.sessionsFailure();
    if (!this.tokens.has(authorization?.replace('Bearer ', '') ?? '')) return failure(401, 'not-signed-in');
    if (method === 'GET') return Response.json({ sessions: this.sessions });
    const rest = this.sessions.filter(({ id }) => path !== `/api/sessions/${id}`);
    if (rest.length === this.sessions.length) return failure(404, 'not-found');
    this.sessions = rest;
    return new Response(null, { status: 204 });
  }

  #onEvent(socket: FakeServerSocket, text: string): void {
    const event = v.parse(clientEventSchema, JSON.parse(text));
    if (event.type === 'ping') return send(socket, { type: 'pong', at: event.at });
    if (!this.tokens.has(event.token)) return socket.close(4401);
    this.#events.add(socket);
    send(socket, { type: 'welcome', cursor: this.changes.at(-1)?.cursor ?? 0 });
    const missed = this.changes.filter(({ cursor }) => cursor > event.since);
    if (missed.length > 0) send(socket, { type: 'changes', changes: missed });
  }
}

function failure(status: number, code: ApiErrorCode): Response {
  return Response.json({ error: { code, message: 'no' } }, { status });
}

function send(socket: FakeServerSocket, event: ServerEvent): void {
  socket.send(JSON.stringify(event));
}

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}
