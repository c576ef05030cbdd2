import { Hono } from 'hono';
import type { DemoFace } from './pages/layout';
import { createPages } from './pages/pages';
import type { RobotStatus } from './robot';
import type { Robots } from './robots';

export interface DemoRoutesOptions {
  /** Extension of the agent whom the robot calls. */
  readonly agent: string;
  readonly echoRobot: DemoFace;
  readonly sipDomain: string;
  /** Null until they run. */
  readonly robots: () => Robots | null;
}

const ANSWERS = { calling: 202, busy: 409, offline: 503 } as const;
const ABSENT: RobotStatus = { state: 'idle', failed: false, heard: null };

/** GET /demo and its pages, GET /demo/robots, POST /demo/call-me: to be mounted at the root. */
export function createDemoRoutes({ agent, echoRobot, sipDomain, robots }: DemoRoutesOptions): Hono {
  const app = new Hono();
  app.get('/demo/robots', (context) => {
    const status = robots()?.status ?? { echo: ABSENT, caller: ABSENT };
    return context.json({ ...status, ready: robots()?.registered ?? false }, 200, { 'cache-control': 'no-store' });
  });
  app.post('/demo/call-me', (context) => {
    // Only the demo's own pages: another site must not make the agent's phone ring.
    const site = context.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return context.json({ result: 'foreign-origin' }, 403);
    const result = robots()?.callOut(agent) ?? 'offline';
    return context.json({ result }, ANSWERS[result]);
  });
  app.get('/demo/', (context) => context.redirect('/demo'));
  app.route('/demo', createPages({ robot: echoRobot, sipDomain }));
  return app;
}
