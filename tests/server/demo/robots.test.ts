import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDemoRoutes } from '@/server/demo/demo-routes';
import { ROBOT_TONE, startRobots, type Robots } from '@/server/demo/robots';
import { echo, playThenRepeat } from '@/server/telephony/services/behaviours';
import { Ear } from '@/server/telephony/services/ear';
import { promptOf } from '@/server/telephony/services/prompt';
import { ServiceAgent } from '@/server/telephony/services/service-agent';
import type { CallBehaviour } from '@/server/telephony/services/service-call';
import { makeTone } from '@/server/telephony/services/tone';
import { DEVICES, startServicesEdge } from '@/tests/support/services-edge';

const PATIENCE = { timeout: 15_000, interval: 20 };
const OPTIONS = { maxCalls: 2, maxCallMs: 60_000, silenceMs: 60_000, answerAfterMs: 0, codecs: ['opus', 'pcma', 'pcmu'] } as const;

let edge: Awaited<ReturnType<typeof startServicesEdge>>;
let robots: Robots;
beforeEach(async () => {
  edge = await startServicesEdge();
  robots = startRobots(edge.home, { echo: DEVICES.one, caller: DEVICES.two });
  await robots.ready;
});
afterEach(async () => {
  await robots.close();
  await edge.stop();
});

const near = (frequency: number | undefined, wanted: number) => Math.abs((frequency ?? 0) - wanted) <= 4;
const routes = () =>
  createDemoRoutes({ agent: 'caller', echoRobot: { name: 'Erik Sjöberg', extension: '102', number: '+46846500402' }, sipDomain: 'services.test', robots: () => robots });
const callMe = (headers: Record<string, string> = {}) => routes().request('/demo/call-me', { method: 'POST', headers });

async function withAgent(onCall: CallBehaviour | null, run: (agent: ServiceAgent) => Promise<void>) {
  const agent = new ServiceAgent(edge.home, { ...OPTIONS, name: 'agent', device: DEVICES.caller, onCall });
  await agent.whenRegistered();
  await run(agent);
  await agent.close();
}

it('the echo robot greets, echoes, and tells what it hears', () =>
  withAgent(null, async (agent) => {
    const ear = new Ear();
    await agent.call('one', async (call) => {
      ear.listen(call.media);
      const over = new AbortController();
      const tone = promptOf(makeTone(440, 1000));
      const speaking = playThenRepeat(tone, tone, edge.home.clock)({ media: call.media, ended: over.signal });
      await vi.waitUntil(() => (ear.hear()?.level ?? 0) > 500, PATIENCE);
      expect(robots.status.echo.state).toBe('talking');
      await vi.waitUntil(() => near(robots.status.echo.heard?.frequency, 440) && near(ear.hear()?.frequency, 440), PATIENCE);
      over.abort();
      await speaking;
    });
    await vi.waitUntil(() => robots.status.echo.state === 'idle', PATIENCE);
  }));

it('the calling robot calls the agent, plays its tone and hears it come back', () =>
  withAgent(echo(), async (agent) => {
    const answer = await callMe({ 'sec-fetch-site': 'same-origin' });
    expect(answer.status).toBe(202);
    await vi.waitUntil(() => near(robots.status.caller.heard?.frequency, ROBOT_TONE), PATIENCE);
    expect(robots.status.caller.state).toBe('talking');
    expect((await callMe()).status).toBe(409);
    await agent.close();
    await vi.waitUntil(() => robots.status.caller.state === 'idle', PATIENCE);
    expect(robots.status.caller.failed).toBe(false);
  }));

it('tells the page that nobody answered', async () => {
  await callMe();
  await vi.waitUntil(() => robots.status.caller.state === 'idle', PATIENCE);
  const answer = await routes().request('/demo/robots');
  expect(await answer.json()).toMatchObject({ ready: true, caller: { state: 'idle', failed: true } });
});

it('another site cannot make the robot call', async () => {
  expect((await callMe({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(robots.status.caller.state).toBe('idle');
});
