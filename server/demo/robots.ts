import { greetThenEcho, playThenRepeat } from '@/server/telephony/services/behaviours';
import { loadPrompt, promptOf } from '@/server/telephony/services/prompt';
import { ServiceAgent, type ServiceDevice, type ServiceHome } from '@/server/telephony/services/service-agent';
import { makeTone } from '@/server/telephony/services/tone';
import { RobotEar, type RobotStatus } from './robot';

export interface Robots {
  /** Both are registered at the edge. */
  readonly ready: Promise<void>;
  /** Both are registered right now. */
  readonly registered: boolean;
  readonly status: { readonly echo: RobotStatus; readonly caller: RobotStatus };
  /** Lets the calling robot call; tells at once whether it does. */
  callOut(target: string): 'calling' | 'busy' | 'offline';
  close(): Promise<void>;
}

const MINUTE = 60_000;
const LIMITS = { maxCalls: 5, maxCallMs: 10 * MINUTE, silenceMs: MINUTE };
const CODECS = ['pcma', 'pcmu'] as const;
/** The calling robot's tone, Hz; the tour listens for it. */
export const ROBOT_TONE = 700;
/** A whole number of periods and of frames, so that it repeats without a click. */
const TONE_MS = 1000;

/** Two phones without people: one answers, greets and echoes, the other calls when asked. */
export function startRobots(home: ServiceHome, devices: { readonly echo: ServiceDevice; readonly caller: ServiceDevice }): Robots {
  const echoEar = new RobotEar();
  const callerEar = new RobotEar();
  const echo = new ServiceAgent(home, {
    ...LIMITS,
    name: 'echo robot',
    device: devices.echo,
    codecs: CODECS,
    answerAfterMs: 1000,
    onCall: echoEar.during(greetThenEcho(loadPrompt('greeting'), home.clock)),
  });
  const caller = new ServiceAgent(home, { ...LIMITS, name: 'calling robot', device: devices.caller, codecs: CODECS, answerAfterMs: 0, onCall: null });
  const speak = callerEar.during(playThenRepeat(loadPrompt('call-me'), promptOf(makeTone(ROBOT_TONE, TONE_MS)), home.clock));
  return {
    ready: Promise.all([echo.whenRegistered(), caller.whenRegistered()]).then(() => undefined),
    get registered() {
      return echo.registered && caller.registered;
    },
    get status() {
      return { echo: echoEar.status, caller: callerEar.status };
    },
    callOut(target) {
      if (!caller.registered) return 'offline';
      if (callerEar.status.state !== 'idle') return 'busy';
      void callerEar.follow(caller.call(target, speak));
      return 'calling';
    },
    close: async () => void (await Promise.all([echo.close(), caller.close()])),
  };
}
