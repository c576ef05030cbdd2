import { Hono } from 'hono';
import { greetThenEcho, playThenRepeat } from '@/server/telephony/services/behaviours';
import { loadPrompt, promptOf } from '@/server/telephony/services/prompt';
import { ServiceAgent, type ServiceDevice, type ServiceHome } from '@/server/telephony/services/service-agent';
import { makeTone } from '@/server/telephony/services/tone';
import type { DemoFace } from './pages/layout';
import { createPages } from './pages/pages';
import { RobotEar, type RobotStatus } from './robot';

export interface DemoOptions extends ServiceHome {
  /** Whom the calling robot calls when somebody presses "Ring mig". */
  readonly agent: { readonly extension: string };
  /** Answers, greets and echoes: shown in the CRM as a contact. */
  readonly echoRobot: DemoFace & { readonly device: ServiceDevice };
  readonly callerRobot: { readonly device: ServiceDevice };
}

export interface Demo {
  /** GET /demo…, POST /demo/call-me, GET /demo/robots: to be mounted at the root. */
  readonly routes: Hono;
  /** Both robots are registered at the edge. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

const MINUTE = 60_000;
const LIMITS = { maxCalls: 5, maxCallMs: 10 * MINUTE, silenceMs: MINUTE };
const CODECS = ['pcma', 'pcmu'] as const;
/** The calling robot's tone, Hz; the tour listens for it. */
export const ROBOT_TONE = 700;
/** A whole number of periods and of frames, so that it repeats without a click. */
const TONE_MS = 1000;

/** The demo company's robots and its CRM pages. */
export function createDemo({ agent, echoRobot, callerRobot, ...home }: DemoOptions): Demo {
  const echoEar = new RobotEar();
  const callerEar = new RobotEar();
  const echo = new ServiceAgent(home, {
    ...LIMITS,
    name: 'echo robot',
    device: echoRobot.device,
    codecs: CODECS,
    answerAfterMs: 1000,
    onCall: echoEar.during(greetThenEcho(loadPrompt('greeting'), home.clock)),
  });
  const caller = new ServiceAgent(home, { ...LIMITS, name: 'calling robot', device: callerRobot.device, codecs: CODECS, answerAfterMs: 0, onCall: null });
  const speak = callerEar.during(playThenRepeat(loadPrompt('call-me'), promptOf(makeTone(ROBOT_TONE, TONE_MS)), home.clock));

  const routes = new Hono();
  routes.get('/demo/robots', (context) => {
    const body: { echo: RobotStatus; caller: RobotStatus } = { echo: echoEar.status, caller: callerEar.status };
    return context.json(body, 200, { 'cache-control': 'no-store' });
  });
  routes.post('/demo/call-me', (context) => {
    // Only the demo's own pages: another site must not make the agent's phone ring.
    const site = context.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return context.json({ error: 'foreign-origin' }, 403);
    if (!caller.registered) return context.json({ error: 'robot-offline' }, 503);
    if (callerEar.status.state !== 'idle') return context.json({ error: 'busy' }, 409);
    void callerEar.follow(caller.call(agent.extension, speak));
    return context.json({ calling: agent.extension }, 202);
  });
  routes.get('/demo/', (context) => context.redirect('/demo'));
  routes.route('/demo', createPages({ robot: echoRobot, sipDomain: home.domain }));

  return {
    routes,
    ready: Promise.all([echo.whenRegistered(), caller.whenRegistered()]).then(() => undefined),
    close: async () => void (await Promise.all([echo.close(), caller.close()])),
  };
}
