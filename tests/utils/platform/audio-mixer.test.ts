import { describe, expect, it } from 'vitest';
import { FakeClock, settle } from '@/tests/support/fake-clock';
import { FakeStream } from '@/tests/support/fake-peer-connection';
import { createAudioMixer } from '@/utils/platform/host/audio-mixer';

class FakeContext {
  state: 'running' | 'closed' = 'running';
  readonly heard = new Set<FakeStream>();
  readonly destination = { stream: new FakeStream() };
  constructor(readonly mayRun: boolean) {}
  resume(): Promise<void> {
    return this.mayRun ? Promise.resolve() : new Promise(() => undefined);
  }
  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }
  createMediaStreamDestination() {
    return this.destination;
  }
  createMediaStreamSource(stream: FakeStream) {
    return { connect: () => void this.heard.add(stream), disconnect: () => void this.heard.delete(stream) };
  }
}

const open = (context: FakeContext | null, clock = new FakeClock()) =>
  createAudioMixer({ createContext: () => context as unknown as AudioContext | null, clock }).open();
const media = (...streams: FakeStream[]) => streams as unknown as MediaStream[];

describe('mixing by Web Audio', () => {
  it('one track has what is put in, until it is put in no more', async () => {
    const context = new FakeContext(true);
    const mixer = await open(context);
    const mix = mixer.add();
    expect(mix.track).toBe(context.destination.stream.tracks[0]);
    const [microphone, voice, silent] = [new FakeStream(), new FakeStream(), new FakeStream([])];
    mix.set(media(microphone, voice, silent));
    expect([...context.heard]).toStrictEqual([microphone, voice]);
    mix.set(media(voice));
    expect([...context.heard]).toStrictEqual([voice]);
    mixer.close();
    expect(context.state).toBe('closed');
  });

  it('says after a second that the browser does not let it run', async () => {
    const [context, clock] = [new FakeContext(false), new FakeClock()];
    const refused = expect(open(context, clock)).rejects.toThrow('does not let sound be mixed');
    await settle();
    await clock.step(1_000);
    await refused;
    expect(context.state).toBe('closed');
  });

  it('needs a document that sounds', async () => {
    await expect(open(null)).rejects.toThrow('no document');
  });
});
