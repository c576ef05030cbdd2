import { announce, echo } from './behaviours';
import { loadPrompt } from './prompt';
import { createBridge, type Bridge } from '../transfers/bridge-agent';
import { ServiceAgent, type ServiceDevice, type ServiceHome } from './service-agent';

export interface ServicesOptions extends ServiceHome {
  readonly devices: { readonly echo: ServiceDevice; readonly announcement: ServiceDevice; readonly operator?: ServiceDevice; readonly bridge?: ServiceDevice };
}

export interface Services {
  /** All are registered at the edge. */
  readonly ready: Promise<void>;
  /** Makes the calls that users order; null without a device for it. */
  readonly operator: Pick<ServiceAgent, 'open'> | null;
  /** Stands in for phones that hand a call on; null without a device for it. */
  readonly bridge: Bridge | null;
  close(): Promise<void>;
}

const MINUTE = 60_000;
const LIMITS = { maxCalls: 20, maxCallMs: 10 * MINUTE, silenceMs: MINUTE };

const bridgeOf = (agent: ServiceAgent, { domain, webSocketPort }: ServiceHome): Bridge =>
  createBridge({
    core: agent.core,
    domain,
    webSocketPort,
    get registered() {
      return agent.registered;
    },
  });

/** The service numbers' phones: the echo test and the announcement. They register by themselves, again after every loss. */
export function startServices({ devices, ...home }: ServicesOptions): Services {
  const agents = [
    new ServiceAgent(home, {
      ...LIMITS,
      name: 'echo test',
      device: devices.echo,
      codecs: ['opus', 'pcma', 'pcmu'],
      answerAfterMs: 0,
      onCall: echo(),
    }),
    new ServiceAgent(home, {
      ...LIMITS,
      name: 'announcement',
      device: devices.announcement,
      codecs: ['pcma', 'pcmu'],
      answerAfterMs: 0,
      onCall: announce(loadPrompt('announcement'), home.clock),
    }),
  ];
  // One codec: what comes from one leg goes to the other as it is.
  const operator = devices.operator
    ? new ServiceAgent(home, { ...LIMITS, name: 'operator', device: devices.operator, codecs: ['pcma'], answerAfterMs: 0, onCall: null })
    : null;
  if (operator) agents.push(operator);
  const standIn = devices.bridge
    ? new ServiceAgent(home, { ...LIMITS, name: 'bridge', device: devices.bridge, codecs: ['pcma'], answerAfterMs: 0, onCall: null })
    : null;
  if (standIn) agents.push(standIn);
  return {
    operator,
    bridge: standIn && bridgeOf(standIn, home),
    ready: Promise.all(agents.map((agent) => agent.whenRegistered())).then(() => undefined),
    close: async () => void (await Promise.all(agents.map((agent) => agent.close()))),
  };
}
