import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announce, playThenRepeat } from '@/server/telephony/services/behaviours';
import { Ear } from '@/server/telephony/services/ear';
import { promptOf } from '@/server/telephony/services/prompt';
import { ServiceAgent, type ServiceAgentOptions } from '@/server/telephony/services/service-agent';
import { untilEnded, type CallBehaviour } from '@/server/telephony/services/service-call';
import { startServices } from '@/server/telephony/services/services';
import { makeTone } from '@/server/telephony/services/tone';
import { DEVICES, startServicesEdge } from '@/tests/support/services-edge';

const OPTIONS = { maxCalls: 2, maxCallMs: 60_000, silenceMs: 60_000, answerAfterMs: 0, codecs: ['pcma', 'pcmu'] } as const;
const PATIENCE = { timeout: 10_000, interval: 20 };
const isTone = (ear: Ear, frequency: number) => Math.abs((ear.hear()?.frequency ?? 0) - frequency) <= 4;

let edge: Awaited<ReturnType<typeof startServicesEdge>>;
const open: { close(): Promise<void> }[] = [];
const opened = <T extends { close(): Promise<void> }>(thing: T): T => {
  open.push(thing);
  return thing;
};
beforeEach(async () => {
  edge = await startServicesEdge();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
  await edge.stop();
});

const agent = (name: keyof typeof DEVICES, options: Partial<ServiceAgentOptions> = {}) =>
  opened(new ServiceAgent(edge.home, { ...OPTIONS, name, device: DEVICES[name], onCall: null, ...options }));

/** Speaks a 440 Hz tone and hangs up when `enough`. */
const speakUntil = (ear: Ear, enough: () => boolean): CallBehaviour => async (call) => {
  const stop = ear.listen(call.media);
  const over = new AbortController();
  call.ended.addEventListener('abort', () => over.abort());
  const speaking = playThenRepeat(promptOf(makeTone(440, 20)), promptOf(makeTone(440, 1000)), edge.home.clock)({ media: call.media, ended: over.signal });
  await vi.waitUntil(() => enough() || call.ended.aborted, PATIENCE);
  over.abort();
  await speaking;
  stop();
};

describe('service numbers at an edge', () => {
  it('echo test: the caller hears its own tone', async () => {
    await opened(startServices({ ...edge.home, devices: { echo: DEVICES.one, announcement: DEVICES.two } })).ready;
    const caller = agent('caller');
    await caller.whenRegistered();
    const ear = new Ear();
    await caller.call('one', speakUntil(ear, () => isTone(ear, 440)));
    expect(isTone(ear, 440)).toBe(true);
  });

  it('announcement: plays, then hangs up by itself', async () => {
    const callee = agent('two', { onCall: announce(promptOf(makeTone(700, 400)), edge.home.clock) });
    const caller = agent('caller');
    await Promise.all([callee.whenRegistered(), caller.whenRegistered()]);
    const ear = new Ear();
    await caller.call('two', async (call) => {
      ear.listen(call.media);
      await untilEnded(call.ended);
    });
    expect(isTone(ear, 700)).toBe(true);
    await vi.waitUntil(() => callee.calls === 0, PATIENCE);
  });

  it('answers no more calls at a time than it may: the next hears busy', async () => {
    const callee = agent('two', { maxCalls: 1, onCall: (call) => untilEnded(call.ended) });
    const caller = agent('caller');
    await Promise.all([callee.whenRegistered(), caller.whenRegistered()]);
    const first = caller.call('two', async (call) => {
      await expect(caller.call('two', async () => undefined)).rejects.toThrow('not answered');
      expect(call.ended.aborted).toBe(false);
    });
    await first;
    await vi.waitUntil(() => callee.calls === 0, PATIENCE);
  });

  it('ends a call that lasts too long, and one where nothing is heard', async () => {
    const long = agent('one', { maxCallMs: 200, onCall: (call) => untilEnded(call.ended) });
    const silent = agent('two', { silenceMs: 200, onCall: (call) => untilEnded(call.ended) });
    const caller = agent('caller');
    await Promise.all([long.whenRegistered(), silent.whenRegistered(), caller.whenRegistered()]);
    await caller.call('one', (call) => untilEnded(call.ended));
    await caller.call('two', (call) => untilEnded(call.ended));
    await vi.waitUntil(() => long.calls === 0 && silent.calls === 0, PATIENCE);
  });

  it('frees the line when the caller gives up while it rings', async () => {
    const callee = agent('two', { answerAfterMs: 60_000, onCall: (call) => untilEnded(call.ended) });
    const caller = agent('caller');
    await Promise.all([callee.whenRegistered(), caller.whenRegistered()]);
    const call = caller.call('two', async () => undefined);
    await vi.waitUntil(() => callee.calls === 1, PATIENCE);
    await Promise.all([caller.close(), expect(call).rejects.toThrow('not answered')]);
    await vi.waitUntil(() => callee.calls === 0, PATIENCE);
  });

  it('asks again on the same connection after a registration was refused', async () => {
    edge.refuse(2);
    const callee = agent('two');
    await callee.whenRegistered();
    expect(edge.refusals()).toBe(0);
  });

  it('registers again when the edge was away, and takes calls as before', async () => {
    const callee = agent('two', { onCall: announce(promptOf(makeTone(700, 200)), edge.home.clock) });
    const caller = agent('caller');
    await Promise.all([callee.whenRegistered(), caller.whenRegistered()]);
    await edge.stop();
    await vi.waitUntil(() => !callee.registered && !caller.registered, PATIENCE);
    await edge.startAgain();
    await Promise.all([callee.whenRegistered(), caller.whenRegistered()]);
    const ear = new Ear();
    await caller.call('two', async (call) => {
      ear.listen(call.media);
      await untilEnded(call.ended);
    });
    expect(isTone(ear, 700)).toBe(true);
  });
});
