import type { Hono } from 'hono';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { ServerHost } from '../start';
import { DEMO_AGENT, DEMO_ANSWERER, DEMO_CALLER } from './company';
import { createDemoRoutes } from './demo-routes';
import type { Robots } from './robots';

export interface Demo {
  /** The CRM's pages, for the server that is about to start. */
  createPages(host: ServerHost): Hono;
  /** Lets the robots in once the edge runs. False: this server has no telephony, its company is not the demo's, or it stops. */
  startRobots(host: ServerHost): Promise<boolean>;
  close(): Promise<void>;
}

/** The demo around the demo company: a CRM and two robots that play two of its people. */
export function createDemo(log: Logger, clock: Clock): Demo {
  let robots: Robots | null = null;
  let closed = false;

  async function deviceOf(host: ServerHost, person: { readonly fixedNumber: string }, name: string) {
    const user = await host.directory.userByNumber(person.fixedNumber);
    return user && host.internalDevice({ name, kind: 'robot', userId: user.id });
  }

  return {
    createPages(host) {
      const { name, extension, fixedNumber } = DEMO_ANSWERER;
      const echoRobot = { name, extension, number: fixedNumber };
      return createDemoRoutes({ agent: DEMO_AGENT.extension, echoRobot, sipDomain: host.sipDomain, robots: () => robots });
    },
    async startRobots(host) {
      const webSocketPort = host.edgePort();
      const echo = await deviceOf(host, DEMO_ANSWERER, 'echo robot');
      const caller = await deviceOf(host, DEMO_CALLER, 'calling robot');
      if (webSocketPort === null || !echo || !caller) return false;
      // Brings media code along that need not be read before the server runs.
      const { startRobots } = await import('./robots');
      if (closed) return false;
      robots = startRobots({ webSocketPort, domain: host.sipDomain, log, clock }, { echo, caller });
      return true;
    },
    async close() {
      closed = true;
      await robots?.close();
    },
  };
}
