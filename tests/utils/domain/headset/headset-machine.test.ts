import { describe, expect, it } from 'vitest';
import type { HeadsetCall } from '@/utils/domain/headset/headset-calls';
import { headsetStep, NEW_HEADSET, type HeadsetEvent, type HeadsetState, type HeadsetStep } from '@/utils/domain/headset/headset-machine';
import type { HeadsetInput } from '@/utils/domain/headset/headset-report';

type Short = [state: HeadsetCall['state'], over?: Partial<HeadsetCall>];
const callsOf = (...calls: Short[]): HeadsetCall[] => calls.map(([state, over], at) => ({ id: `${at + 1}`, state, muted: false, silenced: false, ...over }));

/** A headset, and what has come of all that happened to it. */
class Scene {
  state: HeadsetState = NEW_HEADSET;
  now = 1_000_000;
  last: HeadsetStep | null = null;

  constructor(...calls: Short[]) {
    this.step({ kind: 'connected' });
    this.wait(10_000);
    this.calls(...calls);
    this.wait(10_000);
  }
  step(event: HeadsetEvent): this {
    this.last = headsetStep(this.state, event, this.now);
    this.state = this.last.state;
    return this;
  }
  wait(ms: number): this {
    this.now += ms;
    return this;
  }
  calls = (...calls: Short[]) => this.step({ kind: 'calls', calls: callsOf(...calls) });
  hook = (value: boolean | 'toggle') => this.step({ kind: 'input', input: { control: 'hook', value } });
  mute = (value: boolean | 'toggle', lasts = value !== 'toggle') => this.step({ kind: 'input', input: { control: 'mute', value, lasts } });
  flash = () => this.step({ kind: 'input', input: { control: 'flash' } });
  /** `answer 1`, `unmute 2`. */
  get did(): string {
    const words = (this.last?.actions ?? []).map((one) => (one.kind === 'mute' ? `${one.muted ? '' : 'un'}mute ${one.callId}` : `${one.kind} ${one.callId}`));
    return words.join(', ');
  }
  /** What was told now; null: nothing. */
  get told(): string | null {
    const show = this.last?.show;
    return show ? lit(show) : null;
  }
}
const lit = (lights: object) => Object.entries(lights).flatMap(([light, on]) => (on ? [light] : [])).sort().join(' ');

describe('the lights', () => {
  it.each<[string, string, Short[]]>([
    ['nothing', '', []],
    ['a call that rings', 'ring', [['ringing']]],
    ['one whose ring was turned off', '', [['ringing', { silenced: true }]]],
    ['being answered', 'offHook', [['answering']]],
    ['dialling', 'offHook', [['dialling']]],
    ['talking', 'offHook', [['active']]],
    ['talking, muted', 'mute offHook', [['active', { muted: true }]]],
    ['another rings meanwhile', 'offHook ring', [['active'], ['ringing']]],
    ['held alone', 'hold', [['held', { muted: true }]]],
    ['held beside another', 'hold offHook', [['held', { muted: true }], ['active']]],
    ['handed on', '', [['transferring']]],
    ['over', '', [['ended']]],
  ])('%s: %s', (_, lights, calls) => {
    expect(lit(new Scene(...calls).state.lights)).toBe(lights);
  });

  it('are told when they change, and once', () => {
    const scene = new Scene();
    expect(scene.calls(['ringing']).told).toBe('ring');
    expect(scene.calls(['ringing']).told).toBeNull();
    expect(scene.calls().told).toBe('');
  });

  it('are told whole to a headset that comes, and what it had pressed before is forgotten', () => {
    const scene = new Scene(['active', { muted: true }]);
    expect(scene.step({ kind: 'connected' }).told).toBe('mute offHook');
    expect(scene.did).toBe('');
  });

  it('are all lit to try them, until a call is there', () => {
    const scene = new Scene();
    expect(scene.step({ kind: 'trying', on: true }).told).toBe('hold mute offHook ring');
    expect(scene.hook(true).did).toBe('');
    expect(scene.calls(['ringing']).told).toBe('ring');
    expect(scene.step({ kind: 'trying', on: true }).told).toBeNull();
    expect(new Scene().step({ kind: 'trying', on: true }).step({ kind: 'trying', on: false }).told).toBe('');
  });
});

describe('the hook', () => {
  it.each<[string, boolean, string, Short[]]>([
    ['lifted: what rings is answered', true, 'answer 1', [['ringing']]],
    ['lifted: of two that ring, the one that is heard', true, 'answer 2', [['ringing', { silenced: true }], ['ringing']]],
    ['lifted: one whose ring was turned off', true, 'answer 1', [['ringing', { silenced: true }]]],
    ['lifted: what was held last is taken back', true, 'resume 2', [['held'], ['held']]],
    ['lifted: what rings comes before what is held', true, 'answer 2', [['held'], ['ringing']]],
    ['lifted for nothing', true, '', []],
    ['laid down: the call ends', false, 'hangUp 1', [['active']]],
    ['laid down: one that was dialled is given up', false, 'hangUp 1', [['alerting']]],
    ['laid down: the held one stays', false, 'hangUp 2', [['held'], ['active']]],
    ['laid down: both of a conference', false, 'hangUp 1, hangUp 2', [['active'], ['active']]],
    ['laid down while another rings: that one is answered', false, 'answer 2', [['active'], ['ringing']]],
    ['laid down while one is silent: the call ends', false, 'hangUp 1', [['active'], ['ringing', { silenced: true }]]],
  ])('%s', (_, value, did, calls) => {
    const scene = new Scene(...calls).hook(value);
    expect([scene.did, scene.last?.pressed]).toEqual([did, 'hook']);
  });

  it.each<[string, string, Short[]]>([
    ['answers', 'answer 1', [['ringing']]],
    ['hangs up', 'hangUp 1', [['active']]],
  ])('that is only a button %s', (_, did, calls) => {
    expect(new Scene(...calls).hook('toggle').did).toBe(did);
  });

  it('that says what it was told is no press', () => {
    const scene = new Scene(['ringing']);
    scene.calls(['answering']).wait(200).hook(true);
    expect([scene.did, scene.last?.pressed]).toEqual(['', null]);
    scene.calls(['active']).wait(5_000).calls().wait(200).hook(false);
    expect([scene.did, scene.told, scene.last?.pressed]).toEqual(['', null, null]);
  });

  it('that says what it was told is no press however long it takes: a radio link may have to be opened', () => {
    const scene = new Scene();
    scene.calls(['held'], ['active']).wait(5_000).hook(true);
    expect([scene.did, scene.last?.pressed]).toEqual(['', null]);
    scene.calls(['held']).wait(5_000).hook(false);
    expect([scene.did, scene.last?.pressed]).toEqual(['', null]);
  });

  it('that says late what it was told before is no press: the next call is neither ended nor answered', () => {
    const scene = new Scene(['active']);
    scene.calls().wait(300).calls(['dialling']).wait(700).hook(false);
    expect(scene.did).toBe('');
    const other = new Scene();
    other.calls(['dialling']).wait(300).calls(['ringing']).wait(700).hook(true);
    expect([other.did, other.told]).toEqual(['', 'ring']);
  });

  it('that is laid down a moment after the answer hangs up', () => {
    const scene = new Scene().calls(['ringing']).wait(200).hook(true).calls(['active']).step({ kind: 'done' });
    expect(scene.wait(200).hook(false).did).toBe('hangUp 1');
  });

  it('is put right when nothing came of a press: nothing there to answer, or the microphone refused', () => {
    expect(new Scene().hook(true).told).toBe('');
    const scene = new Scene(['ringing']).hook(true);
    expect(scene.told).toBeNull();
    expect(scene.step({ kind: 'done' }).told).toBe('ring');
  });

  it('is put right after it answered a second call by being laid down', () => {
    const scene = new Scene(['active'], ['ringing']).hook(false);
    scene.calls(['held'], ['active']);
    expect(scene.step({ kind: 'done' }).told).toBe('hold offHook');
    expect(scene.wait(100).hook(true).did).toBe('');
  });

  it('is not put right again and again where headset and calls contradict each other', () => {
    const scene = new Scene();
    const told = [1, 2, 3, 4].map(() => scene.wait(100).hook(true).told);
    expect(told).toEqual(['', null, null, null]);
  });

  it('pressed again while the answer is on its way does nothing', () => {
    const scene = new Scene(['ringing']).hook(true).wait(100);
    expect(scene.hook(false).did).toBe('');
    expect(scene.hook(true).did).toBe('');
  });
});

describe('a flash', () => {
  it.each<[string, Short[]]>([
    ['answer 2', [['active'], ['ringing']]],
    ['answer 1', [['ringing']]],
    ['resume 1', [['held'], ['active']]],
    ['hold 1', [['active']]],
    ['resume 1', [['held']]],
    ['', [['active'], ['active']]],
    ['', []],
  ])('%s', (did, calls) => {
    expect(new Scene(...calls).flash().did).toBe(did);
  });
});

it('redial does nothing yet, and is known to be pressed', () => {
  const scene = new Scene().step({ kind: 'input', input: { control: 'redial' } as HeadsetInput });
  expect([scene.did, scene.told, scene.last?.pressed]).toEqual(['', null, 'redial']);
});

describe('mute', () => {
  it.each<[string, boolean | 'toggle', string, Short[]]>([
    ['a button mutes', 'toggle', 'mute 1', [['active']]],
    ['a button unmutes', 'toggle', 'unmute 1', [['active', { muted: true }]]],
    ['a button means the call that is talked in', 'toggle', 'mute 2', [['held', { muted: true }], ['active']]],
    ['before the answer', 'toggle', 'mute 1', [['alerting']]],
    ['a switch mutes', true, 'mute 1', [['active']]],
    ['a switch unmutes', false, 'unmute 1', [['active', { muted: true }]]],
    ['a switch that says what is so', false, '', [['active']]],
    ['without a call', 'toggle', '', []],
  ])('%s', (_, value, did, calls) => {
    expect(new Scene(...calls).mute(value).did).toBe(did);
  });

  it('that says what it was told is no press, now or late', () => {
    const scene = new Scene(['active']);
    scene.calls(['active', { muted: true }]).wait(200).mute(true);
    expect([scene.did, scene.last?.pressed]).toEqual(['', null]);
    const late = new Scene(['active']);
    late.calls(['active', { muted: true }]).wait(200).calls(['active']).wait(200).mute(true);
    expect([late.did, late.told]).toEqual(['', 'offHook']);
  });

  it('of a button that reports what it was told is no press; a press after that is', () => {
    const scene = new Scene(['active']);
    scene.calls(['active', { muted: true }]).wait(100).mute('toggle');
    expect(scene.did).toBe('');
    expect(scene.wait(1_000).mute('toggle').did).toBe('unmute 1');
  });

  it('a switch that is on mutes the next call', () => {
    const scene = new Scene();
    scene.mute(true);
    const [did, told] = [scene.calls(['active']).did, scene.told];
    expect([did, told]).toEqual(['mute 1', 'mute offHook']);
    expect(scene.calls(['active', { muted: true }]).did).toBe('');
  });

  it('pressed twice is muted and not', () => {
    const scene = new Scene(['active']).mute(true).calls(['active', { muted: true }]).wait(300);
    expect(scene.mute(false).did).toBe('unmute 1');
    expect(scene.calls(['active']).wait(300).mute(true).did).toBe('mute 1');
  });
});
