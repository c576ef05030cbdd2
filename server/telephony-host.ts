import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import { internalDevice } from './accounts/devices';
import type { Directory } from './accounts/directory';
import type { CallRecords } from './call-records/call-records';
import { SERVICE_NUMBERS, type ServerConfig } from './config';
import type { Database } from './database/database';
import { createCallLog } from './telephony/call-log';
import { createOrderedCalls, type OrderedCalls } from './telephony/ordered-calls/ordered-calls';
import { tellOrderedCall } from './telephony/ordered-calls/tell';
import type { MediaRelay, PhoneServer, SipEdge } from './telephony/ports';
import { createRouting } from './telephony/routing';
import { createRelayControl } from './telephony/rtpengine/relay-control';
import type { Services, ServicesOptions } from './telephony/services/services';
import type { Bridge } from './telephony/transfers/bridge-agent';
import { createTransfers } from './telephony/transfers/transfers';

/** What carries the calls, and the phones that answer the service numbers. */
export interface Carrier {
  readonly edge: SipEdge;
  readonly relay: MediaRelay | null;
  /** Where desk phones register; absent or null: nowhere. */
  readonly phones?: PhoneServer | null;
  /** The edge carries calls to and from the configured trunk. */
  readonly trunk: boolean;
  /** Called once the edge runs; null: the service numbers do not answer. */
  readonly startServices: ((options: ServicesOptions) => Promise<Services>) | null;
}

export interface TelephonyServices {
  readonly db: Database;
  readonly directory: Directory;
  readonly callRecords: CallRecords;
  readonly config: ServerConfig;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The edge with its routing, its call records and the service numbers' phones. */
export interface TelephonyHost {
  readonly edge: SipEdge;
  readonly phones: PhoneServer | null;
  readonly orderedCalls: OrderedCalls;
  /** Mobile phones can be called: there is a trunk. */
  readonly mobile: boolean;
  /** Calls in progress stay when the edge outlives this process. */
  close(): Promise<void>;
}

/** A service number dialled while its phone still starts waits for it so long; an edge gives a decision three seconds. ms. */
export const SERVICE_PATIENCE_MS = 2_500;

/** The services' phones unregister and hang up; one that gets no answer (32 s, RFC 3261 timer F) must not keep the edge from ending. */
const SERVICES_END_MS = 3_000;

/** Starts the edge and what answers it. Rejects with EdgeStartError. */
export async function startTelephony({ edge, relay, phones: phoneServer = null, trunk, startServices }: Carrier, services: TelephonyServices): Promise<TelephonyHost> {
  const { db, directory, callRecords, config, clock, log } = services;
  const calls = createCallLog(callRecords, log, clock);
  const device = (name: string) => internalDevice(db, { name, kind: 'service', userId: null }, config.sipDomain, clock.now());
  const devices = { echo: await device('echo'), announcement: await device('announcement'), operator: await device('operator'), bridge: await device('bridge') };
  let operator: Services['operator'] = null;
  const orderedCalls = createOrderedCalls({
    operator: () => operator,
    device: devices.operator.username,
    tell: (userId, call) => tellOrderedCall(db, userId, call),
    clock,
    log,
  });
  let servicesUp: () => void = () => undefined;
  const up = new Promise<void>((resolve) => {
    servicesUp = resolve;
  });
  const relayControl = edge.handOvers && relay ? createRelayControl(relay) : null;
  let bridge: Bridge | null = null;
  const transfers = edge.handOvers && relayControl
    ? createTransfers({
        handOvers: edge.handOvers,
        bridge: () => bridge,
        device: devices.bridge.username,
        relayPlace: relayControl.placeOf,
        outsideParty: (callId) => calls.outsideParty(callId),
        partiesOf: (callId) => calls.partiesOf(callId),
        left: (callId, { as }) => calls.handle({ kind: 'ended', callId, status: 200, by: as, at: clock.now() }),
        userOf: (username) => directory.userOfDevice(username),
        domain: config.sipDomain,
        clock,
        log,
      })
    : null;
  const routing = createRouting({
    directory,
    calls,
    ...(transfers && { bridge: devices.bridge.username }),
    orderedLeg: (request) => orderedCalls.legOf(request) ?? transfers?.legOf(request) ?? null,
    services: SERVICE_NUMBERS,
    async serviceDevice(service) {
      if (startServices === null) return null;
      let giveUp: () => void = () => undefined;
      await Promise.race([up, new Promise<void>((resolve) => (giveUp = clock.after(SERVICE_PATIENCE_MS, resolve)))]);
      giveUp();
      return devices[service].username;
    },
    trunk,
    region: config.region,
  });
  const how = config.edgeLifetime === 'independent' ? 'detach' : 'stop';
  await relay?.start();
  edge.handOvers?.bridge(devices.bridge.username);
  try {
    await edge.start({
      ...routing,
      ...(transfers && { handOvers: transfers }),
      ha1: (username) => directory.ha1(username),
      onCallEvent: (event) => {
        calls.handle(event);
        transfers?.handle(event);
      },
      onRegistration: ({ kind, deviceUsername }) => log.debug(`device ${kind}`, { device: deviceUsername }),
    });
  } catch (error) {
    await relay?.close(how);
    throw error;
  }
  // Not awaited: calls go through before the service numbers answer, and their media code takes a while to read.
  const phones = startServices?.({ devices, webSocketPort: edge.webSocketPort, domain: config.sipDomain, log, clock });
  phones
    ?.then(async (services) => {
      await services.ready;
      operator = services.operator;
      bridge = services.bridge;
      if (bridge) transfers?.bridgeReady(bridge);
    })
    .catch((error: unknown) => log.warn('service numbers do not answer', { error: String(error) }))
    // Also when they failed: nobody waits for what will not come.
    .finally(servicesUp);
  const endServices = async () => {
    let giveUp: () => void = () => undefined;
    const ended = phones?.then((services) => services.close()).catch((error: unknown) => log.warn('services did not end well', { error: String(error) }));
    await Promise.race([ended, new Promise<void>((resolve) => (giveUp = clock.after(SERVICES_END_MS, resolve)))]);
    giveUp();
  };
  log.info('telephony runs', { edge: edge.kind, relay: relay !== null, trunk, deskPhones: phoneServer !== null });

  return {
    edge,
    phones: phoneServer,
    orderedCalls,
    mobile: trunk,
    async close() {
      await orderedCalls.close();
      transfers?.close();
      await endServices();
      await edge.close(how);
      relayControl?.close();
      await relay?.close(how);
      await calls.settled();
    },
  };
}
