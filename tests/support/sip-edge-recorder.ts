import { createHash, randomBytes } from 'node:crypto';
import type {
  CallEvent,
  EdgeHandlers,
  RegistrationEvent,
  RouteFailure,
  RouteRequest,
  RoutingDecision,
} from '@/server/telephony/ports';
import { createInbox, type Inbox } from './sip-inbox';

/** What happens to a dialled string: the first answer, then one per failure. Any of them may break. */
export type Plan = readonly (RoutingDecision | (() => Promise<RoutingDecision>))[];

/** The One server as an edge sees it: devices with passwords, plans per dialled string, and a note of all it heard. */
export interface EdgeRecorder {
  readonly handlers: EdgeHandlers;
  readonly requests: Inbox<RouteRequest>;
  readonly failures: Inbox<RouteFailure>;
  readonly events: Inbox<CallEvent>;
  readonly registrations: Inbox<RegistrationEvent>;
  /** Gives a device a password and returns it. */
  enrol(username: string): string;
  revoke(username: string): void;
  plan(dialled: string, plan: Plan): void;
  /** Events of a call in short: `ringing NAME`, `answered NAME`, `ended STATUS SIDE`. */
  story(callId: string): string[];
  /** Resolves with the story once the call ended. */
  whole(callId: string): Promise<string[]>;
}

const NOT_FOUND: RoutingDecision = { act: 'reply', status: 404, reason: 'Not Found' };

function line(event: CallEvent): string {
  if (event.kind === 'ended') return `ended ${event.status} ${event.by}`;
  return `${event.kind} ${event.target.kind === 'device' ? event.target.username : event.target.number}`;
}

export function createEdgeRecorder(domain: string): EdgeRecorder {
  const passwords = new Map<string, string>();
  const plans = new Map<string, Plan>();
  const underway = new Map<string, Plan>();
  const requests = createInbox<RouteRequest>('a routing question', (request) => request.dialled);
  const failures = createInbox<RouteFailure>('a routing failure', ({ status, reason }) => `${status} ${reason}`);
  const events = createInbox<CallEvent>('a call event', line);
  const registrations = createInbox<RegistrationEvent>('a registration event', (event) => event.kind);
  const story = (callId: string) => events.all.filter((event) => event.callId === callId).map(line);

  async function step(callId: string, otherwise: RoutingDecision): Promise<RoutingDecision> {
    const [now = otherwise, ...rest] = underway.get(callId) ?? [];
    underway.set(callId, rest);
    return typeof now === 'function' ? now() : now;
  }

  return {
    requests,
    failures,
    events,
    registrations,
    story,
    async whole(callId) {
      await events.next((event) => event.callId === callId && event.kind === 'ended');
      return story(callId);
    },
    enrol(username) {
      const password = randomBytes(15).toString('base64url');
      passwords.set(username, password);
      return password;
    },
    revoke: (username) => void passwords.delete(username),
    plan: (dialled, plan) => void plans.set(dialled, plan),
    handlers: {
      async ha1(username) {
        const password = passwords.get(username);
        if (password === undefined) return null;
        return createHash('md5').update(`${username}:${domain}:${password}`).digest('hex');
      },
      async route(request) {
        requests.push(request);
        underway.set(request.callId, plans.get(request.dialled) ?? []);
        return step(request.callId, NOT_FOUND);
      },
      async routeFailed(failure) {
        failures.push(failure);
        return step(failure.callId, { act: 'reply', status: failure.status, reason: 'Failed' });
      },
      onCallEvent: (event) => events.push(event),
      onRegistration: (event) => registrations.push(event),
    },
  };
}
