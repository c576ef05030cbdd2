import type { Logger } from '@/utils/contract/logger';
import {
  EdgeStartError,
  type EdgeHandlers,
  type MediaRelay,
  type RouteTarget,
  type RoutingDecision,
  type SipEdge,
  type TrunkConfig,
} from '../ports';
import { createCallLedger } from './call-ledger';
import { createCredentials } from './credentials';
import { decisionMessage } from './decision-message';
import { connectEvapi, type EvapiConnection } from './evapi-connection';
import type { EdgeMessage } from './evapi-message';
import { createHandOvers } from './hand-overs';
import { startKamailio, type RunningKamailio } from './kamailio-process';
import { routeRequestOf } from './route-request';

const READY_MS = 10_000;

export interface KamailioEdgeOptions {
  readonly binary: string;
  /** Own directory of this edge: configuration, state and log, for its user only. */
  readonly runDir: string;
  readonly domain: string;
  readonly log: Logger;
  /** Shared memory; 256 carries thousands of calls. */
  readonly memoryMb?: number;
  readonly workers?: number;
  readonly debug?: boolean;
  /** A call that lasts longer counts as ended: both its ends are gone. Default twelve hours. */
  readonly longestCallSeconds?: number;
  readonly trunk?: TrunkConfig | null;
  /** Port of `sip.host` for desk phones, UDP and TCP; null or absent: none are let in. */
  readonly phonePort?: number | null;
  /** Where the trunk and desk phones reach us; `port` is the trunk's, null: a free one. */
  readonly sip?: { readonly host: string; readonly port: number | null; readonly advertise?: string | null };
  /** Started before the edge; without it neither trunk nor desk phones can talk to browsers. */
  readonly relay?: MediaRelay | null;
}

export interface KamailioEdge extends SipEdge {
  readonly kind: 'kamailio';
  /** Port of `sip.host` that the trunk sends to. */
  readonly sipPort: number;
}

const targetOf = (who: string, number: string): RouteTarget =>
  who === 'trunk' ? { kind: 'trunk', number } : { kind: 'device', username: who };

export function createKamailioEdge(options: KamailioEdgeOptions): KamailioEdge {
  const { domain, log } = options;
  const trunk = options.trunk ?? null;
  const ledger = createCallLedger();
  const registered = new Set<string>();
  const cutOffs = new Map<string, () => void>();
  let handlers: EdgeHandlers | null = null;
  let running: RunningKamailio | null = null;
  let line: EvapiConnection | null = null;
  let ready: (() => void) | null = null;
  /** Set while the edge tells a server that attached what there is. */
  let told = new Set<string>();
  let credentials = createCredentials(async () => null);
  const handOvers = createHandOvers((message) => line?.send(message), ledger);

  function decide(message: Extract<EdgeMessage, { ev: 'invite' | 'failed' }>, ask: (to: EdgeHandlers) => Promise<RoutingDecision>): void {
    if (!handlers) return;
    const { ti, tl, callid } = message;
    void ask(handlers)
      .catch((error: unknown): RoutingDecision => {
        log.error('no routing decision', { error: String(error) });
        return { act: 'reply', status: 500, reason: 'Server Internal Error' };
      })
      .then((decision) => {
        if (decision.act === 'reply') {
          const callee = message.ev === 'failed' && message.why === 'rejected' && message.status === decision.status;
          ledger.ordered(callid, decision.status, callee ? 'callee' : 'server');
        }
        line?.send(decisionMessage(decision, { ti, tl, domain, trunk }));
      });
  }

  function setRegistered(username: string, is: boolean): void {
    if (registered.has(username) === is) return;
    if (is) registered.add(username);
    else registered.delete(username);
    handlers?.onRegistration({ kind: is ? 'registered' : 'unregistered', deviceUsername: username });
  }

  function take(message: EdgeMessage): void {
    switch (message.ev) {
      case 'ha1':
        void credentials.ha1(message.user).then((ha1) => {
          line?.send({ act: 'ha1', ti: message.ti, tl: message.tl, user: message.user, ha1: ha1 ?? '-' });
        });
        return;
      case 'invite':
        ledger.asked(message.callid);
        return decide(message, (to) => to.route(routeRequestOf(message)));
      case 'failed':
        return decide(message, (to) => to.routeFailed({ callId: message.callid, status: message.status, reason: message.why }));
      case 'ringing':
        return handlers?.onCallEvent({ kind: 'ringing', callId: message.callid, target: targetOf(message.who, message.number), at: message.at });
      case 'answered':
        ledger.answered({ callId: message.callid, caller: message.caller, callee: message.who, media: message.media });
        return handlers?.onCallEvent({ kind: 'answered', callId: message.callid, target: targetOf(message.who, message.number), at: message.at });
      case 'ended':
        return handlers?.onCallEvent(ledger.ended(message));
      case 'call': {
        const [, media = '', caller = '', callee = ''] = message.value.split(':');
        if (callee !== '') ledger.answered({ callId: message.callid, caller, callee, media });
        return;
      }
      case 'registered':
        told.add(message.user);
        return setRegistered(message.user, true);
      case 'unregistered':
        return setRegistered(message.user, false);
      case 'cutoff':
        setRegistered(message.user, false);
        cutOffs.get(message.user)?.();
        cutOffs.delete(message.user);
        return;
      case 'ready':
        for (const username of registered) if (!told.has(username)) setRegistered(username, false);
        return ready?.();
      case 'refer':
      case 'left':
      case 'resumed':
      case 'taken':
      case 'kept':
        return handOvers.heard(message, handlers?.handOvers);
      case 'pong':
        return;
    }
  }

  function connectTo(edge: RunningKamailio): Promise<void> {
    line?.close();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new EdgeStartError('Kamailio runs but does not answer the One server.')), READY_MS);
      ready = () => {
        clearTimeout(timer);
        resolve();
      };
      const connection = connectEvapi({
        port: edge.ports.evapi,
        key: edge.key,
        log,
        onMessage: take,
        onConnected() {
          told = new Set();
          connection.send({ act: 'hello' });
          handOvers.connected();
          if (trunk?.username && trunk.password) connection.send({ act: 'trunk', user: trunk.username, secret: trunk.password });
          for (const { callId, caller, callee, media } of lost) {
            connection.send({ act: 'restore', callid: callId, caller, callee, media });
          }
          lost = [];
        },
      });
      line = connection;
    });
  }

  let lost: ReturnType<typeof ledger.inProgress> = [];
  function died(): void {
    for (const event of ledger.edgeDied(Date.now())) handlers?.onCallEvent(event);
    for (const username of [...registered]) setRegistered(username, false);
    lost = ledger.inProgress();
  }

  return {
    kind: 'kamailio',
    ...(trunk && { handOvers }),
    get webSocketPort() {
      return running?.ports.webSocket ?? 0;
    },
    get sipPort() {
      return running?.ports.sip ?? 0;
    },

    async start(given) {
      handlers = given;
      credentials = createCredentials((username) => given.ha1(username));
      const control = options.relay?.controlAddress;
      running = await startKamailio({
        binary: options.binary,
        runDir: options.runDir,
        log,
        domain,
        memoryMb: options.memoryMb ?? 256,
        workers: options.workers ?? 2,
        debug: options.debug ?? false,
        longestCallSeconds: options.longestCallSeconds ?? 43_200,
        sip: { host: '127.0.0.1', port: null, ...options.sip, advertise: options.sip?.advertise ?? null },
        trunk,
        phonePort: options.phonePort ?? null,
        mediaControl: control ? `${control.host}:${control.port}` : null,
        onDied: died,
        onRestarted: () => undefined,
      });
      await connectTo(running);
      log.info('edge ready', { webSocketPort: running.ports.webSocket, attached: !running.fresh });
    },

    cutOff(username) {
      credentials.forget(username);
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, 2000);
        cutOffs.set(username, () => {
          clearTimeout(timer);
          resolve();
        });
        line?.send({ act: 'cutoff', user: username });
      });
    },

    registeredDevices: async () => [...registered],

    async close(how) {
      line?.close();
      line = null;
      await running?.daemon.close(how);
      running = null;
    },
  };
}
