import { afterEach, describe, expect, it } from 'vitest';
import { announce, echo, greetThenEcho } from '@/server/telephony/services/behaviours';
import { decodeG711, encodeG711 } from '@/server/telephony/services/g711';
import { MediaSession, type SoundCodec, type SoundPacket } from '@/server/telephony/services/media-session';
import { nodeClock } from '@/server/telephony/services/node-clock';
import { promptOf } from '@/server/telephony/services/prompt';
import { makeTone, measureTone } from '@/server/telephony/services/tone';

const open: MediaSession[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((session) => session.close()));
});

/** Two ends of a call over real ICE and DTLS on this machine. */
async function connect(callerCodecs: readonly SoundCodec[], calleeCodecs: readonly SoundCodec[]) {
  const caller = new MediaSession(callerCodecs);
  const callee = new MediaSession(calleeCodecs);
  open.push(caller, callee);
  await callee.setRemote('offer', await caller.offer());
  await caller.setRemote('answer', await callee.answer());
  await Promise.all([caller.connected, callee.connected]);
  return { caller, callee };
}

const collect = (session: MediaSession, count: number) =>
  new Promise<SoundPacket[]>((resolve) => {
    const heard: SoundPacket[] = [];
    const stop = session.onPacket((packet) => {
      heard.push(packet);
      if (heard.length === count) {
        stop();
        resolve(heard);
      }
    });
  });

const bytesOf = (packets: SoundPacket[]) => Buffer.concat([...packets].sort((a, b) => a.sequence - b.sequence).map((packet) => packet.payload));

describe('media session', () => {
  it('agrees on the codecs both have', async () => {
    const { caller, callee } = await connect(['opus', 'pcma', 'pcmu'], ['pcma', 'pcmu']);
    expect(caller.codecs).toEqual(['pcma', 'pcmu']);
    expect(callee.codecs).toEqual(['pcma', 'pcmu']);
  });

  it('offers loopback and asks no server on the internet', async () => {
    const session = new MediaSession(['pcma']);
    open.push(session);
    const sdp = await session.offer();
    expect(sdp).toMatch(/a=candidate:.* 127\.0\.0\.1 \d+ typ host/);
    expect(sdp).not.toContain('srflx');
  });

  it('connects to a browser that hides its address behind a name nobody can resolve', async () => {
    const caller = new MediaSession(['pcma']);
    const callee = new MediaSession(['pcma']);
    open.push(caller, callee);
    const hidden = (await caller.offer()).replaceAll(/(a=candidate:\S+ \d+ udp \d+) \S+/g, '$1 0f5b7d3e-1111-4222-8333-444455556666.local');
    await callee.setRemote('offer', hidden);
    await caller.setRemote('answer', await callee.answer());
    await callee.connected;
  });

  it('tells that it was closed before it was connected', async () => {
    const session = new MediaSession(['pcma']);
    await session.offer();
    await session.close();
    await expect(session.connected).rejects.toThrow('media closed');
  });
});

describe('echo', () => {
  it('sends back every packet with its codec, timing and order', async () => {
    const { caller, callee } = await connect(['opus', 'pcma'], ['opus', 'pcma']);
    const over = new AbortController();
    const done = echo()({ media: callee, ended: over.signal });
    const heard = collect(caller, 3);
    for (const i of [0, 1, 2]) {
      caller.send({ codec: 'opus', payload: Buffer.from([0xf8, 0xff, i]), marker: i === 0, timestamp: 5000 + i * 960, sequence: 65535 + i });
    }
    const packets = (await heard).sort((a, b) => a.timestamp - b.timestamp);
    expect(packets.map((packet) => packet.payload[2])).toEqual([0, 1, 2]);
    expect(packets.map((packet) => packet.codec)).toEqual(['opus', 'opus', 'opus']);
    expect(packets.map((packet) => packet.timestamp - (packets[0]?.timestamp ?? 0))).toEqual([0, 960, 1920]);
    over.abort();
    await done;
  });
});

describe('announcement', () => {
  it.each(['pcma', 'pcmu'] as const)('plays the prompt whole to a caller that speaks %s, then is done', async (codec) => {
    const prompt = promptOf(makeTone(700, 400));
    const { caller, callee } = await connect([codec], ['pcma', 'pcmu']);
    const heard = collect(caller, 20);
    await announce(prompt, nodeClock)({ media: callee, ended: new AbortController().signal });
    const law = codec === 'pcma' ? 'PCMA' : 'PCMU';
    const tone = measureTone(decodeG711(bytesOf(await heard), law));
    expect(tone.frequency).toBe(700);
    expect(tone.purity).toBeGreaterThan(0.95);
  });

  it('stops when the caller hangs up in the middle', async () => {
    const prompt = promptOf(makeTone(700, 60_000));
    const { caller, callee } = await connect(['pcma'], ['pcma']);
    const over = new AbortController();
    const done = announce(prompt, nodeClock)({ media: callee, ended: over.signal });
    await collect(caller, 3);
    over.abort();
    await done;
  });
});

describe('greeting, then echo', () => {
  it('goes on in the same stream: numbers and timestamps follow on the greeting', async () => {
    const { caller, callee } = await connect(['pcma'], ['pcma']);
    const over = new AbortController();
    const greeting = collect(caller, 5);
    const done = greetThenEcho(promptOf(makeTone(700, 100)), nodeClock)({ media: callee, ended: over.signal });
    const last = (await greeting).sort((a, b) => a.sequence - b.sequence).at(-1);
    const echoed = collect(caller, 1);
    const cancel = nodeClock.every(20, () => {
      caller.send({ codec: 'pcma', payload: encodeG711(makeTone(440, 20), 'PCMA'), marker: false, timestamp: 9000, sequence: 77 });
    });
    const [packet] = await echoed;
    cancel();
    expect(packet?.sequence).toBe((last?.sequence ?? 0) + 1);
    expect(packet?.timestamp).toBe((last?.timestamp ?? 0) + 160);
    over.abort();
    await done;
  });
});
