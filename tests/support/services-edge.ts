import { createHash } from 'node:crypto';
import { createEmbeddedEdge } from '@/server/telephony/embedded';
import type { RouteTarget, SipEdge } from '@/server/telephony/ports';
import { nodeClock } from '@/server/telephony/services/node-clock';
import type { ServiceDevice, ServiceHome } from '@/server/telephony/services/service-agent';
import type { Logger } from '@/utils/contract/logger';

export const silentLog: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const DOMAIN = 'services.test';
const device = (digit: string): ServiceDevice => ({ username: `d${digit.repeat(20)}`, password: `password-of-device-${digit}` });

/** Phones of the tests: a caller, and what it can dial. */
export const DEVICES = { caller: device('a'), one: device('1'), two: device('2') } as const;

/** An embedded edge where dialling `one` or `two` rings that device; it can be stopped and started on its port. */
export async function startServicesEdge() {
  const ha1s = new Map(
    Object.values(DEVICES).map(({ username, password }) => [username, createHash('md5').update(`${username}:${DOMAIN}:${password}`).digest('hex')]),
  );
  const targets: Record<string, RouteTarget> = {
    caller: { kind: 'device', username: DEVICES.caller.username },
    one: { kind: 'device', username: DEVICES.one.username },
    two: { kind: 'device', username: DEVICES.two.username },
  };
  let port = 0;
  let refused = 0;
  const start = async () => {
    const edge: SipEdge = createEmbeddedEdge({ domain: DOMAIN, log: silentLog, port });
    await edge.start({
      async ha1(username) {
        if (refused > 0) {
          refused -= 1;
          return null;
        }
        return ha1s.get(username) ?? null;
      },
      async route({ dialled }) {
        const target = targets[dialled];
        if (!target) return { act: 'reply', status: 404, reason: 'Not Found' };
        return { act: 'route', targets: [target], ringMs: 20_000, identity: { number: '100', name: 'Test' } };
      },
      routeFailed: async ({ status }) => ({ act: 'reply', status, reason: 'Failed' }),
      onCallEvent: () => undefined,
      onRegistration: () => undefined,
    });
    port = edge.webSocketPort;
    return edge;
  };
  let edge = await start();
  const home: ServiceHome = { webSocketPort: port, domain: DOMAIN, log: silentLog, clock: nodeClock };
  return {
    home,
    stop: () => edge.close('stop'),
    /** The next registrations are refused as if the device were unknown. */
    refuse(registrations: number) {
      refused = registrations;
    },
    refusals: () => refused,
    async startAgain() {
      edge = await start();
    },
  };
}
