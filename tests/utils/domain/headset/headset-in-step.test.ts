import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HeadsetAction, HeadsetCall } from '@/utils/domain/headset/headset-calls';
import { HEADSET_ECHO, headsetStep, NEW_HEADSET, type HeadsetEvent, type HeadsetState } from '@/utils/domain/headset/headset-machine';
import type { HeadsetInput, HeadsetLights } from '@/utils/domain/headset/headset-report';

/** A headset that follows what it is told and reports what changed so, after a while; and calls that do as they are asked. */
class World {
  now = 0;
  machine: HeadsetState = NEW_HEADSET;
  calls: HeadsetCall[] = [];
  /** What buttons did to the calls. */
  readonly done: HeadsetAction[] = [];
  hook = false;
  muted = false;
  #reports: { at: number; input: HeadsetInput }[] = [];
  #ids = 0;

  constructor(readonly delay: number, readonly echoes: boolean) {
    this.#step({ kind: 'connected' });
  }

  /** Time passes, and reports come in. */
  wait(ms: number): void {
    const until = this.now + ms;
    for (let next = this.#reports[0]; next && next.at <= until; next = this.#reports[0]) {
      this.#reports.shift();
      this.now = Math.max(this.now, next.at);
      this.#step({ kind: 'input', input: next.input });
    }
    this.now = until;
  }
  ring = () => this.#set([...this.calls, { id: `${++this.#ids}`, state: 'ringing', muted: false, silenced: false }]);
  answerOnScreen = () => this.#answer(this.calls.find(({ state }) => state === 'ringing')?.id);
  hangUpThere = () => this.#set(this.calls.slice(1));
  muteOnScreen = () => this.#set(this.calls.map((one) => (one.state === 'active' ? { ...one, muted: !one.muted } : one)));
  holdOnScreen = () => this.#set(this.calls.map((one) => (one.state === 'active' ? { ...one, state: 'held' } : one)));
  pressHook = () => {
    this.hook = !this.hook;
    this.#report({ control: 'hook', value: this.hook });
  };
  pressMute = () => {
    this.muted = !this.muted;
    this.#report({ control: 'mute', value: this.muted, lasts: true });
  };

  get talking(): HeadsetCall | undefined {
    return this.calls.find(({ state }) => state === 'active');
  }

  #answer(id: string | undefined): void {
    if (id === undefined) return;
    this.#set(this.calls.map((one) => (one.id === id ? { ...one, state: 'active' } : one.state === 'active' ? { ...one, state: 'held' } : one)));
  }
  #set(calls: HeadsetCall[]): void {
    this.calls = calls;
    this.#step({ kind: 'calls', calls });
  }
  #step(event: HeadsetEvent): void {
    const { state, actions, show } = headsetStep(this.machine, event, this.now);
    this.machine = state;
    if (show) this.#told(show);
    for (const action of actions) this.#do(action);
  }
  #do(action: HeadsetAction): void {
    this.done.push(action);
    const { callId } = action;
    if (action.kind === 'mute') return this.#set(this.calls.map((one) => (one.id === callId ? { ...one, muted: action.muted } : one)));
    if (action.kind === 'hangUp') this.#set(this.calls.filter(({ id }) => id !== callId));
    else if (action.kind === 'hold') this.holdOnScreen();
    else this.#answer(callId);
    this.#step({ kind: 'done' });
  }
  #told({ offHook, mute }: HeadsetLights): void {
    const [hookChanged, muteChanged] = [offHook !== this.hook, mute !== this.muted];
    [this.hook, this.muted] = [offHook, mute];
    if (!this.echoes) return;
    if (hookChanged) this.#report({ control: 'hook', value: offHook });
    if (muteChanged) this.#report({ control: 'mute', value: mute, lasts: true });
  }
  #report(input: HeadsetInput): void {
    this.#reports.push({ at: this.now + this.delay, input });
  }
}

const ON_SCREEN = ['ring', 'answerOnScreen', 'hangUpThere', 'muteOnScreen', 'holdOnScreen'] as const;
const PRESSES = ['pressHook', 'pressMute'] as const;
const delay = fc.integer({ min: 0, max: HEADSET_ECHO - 1 });

it('whatever happens on the screen and whenever it is echoed, no echo ever does anything to a call', () => {
  fc.assert(
    fc.property(delay, fc.array(fc.tuple(fc.constantFrom(...ON_SCREEN), fc.nat(3_000))), (late, steps) => {
      const world = new World(late, true);
      for (const [what, pause] of steps) {
        world[what]();
        world.wait(pause);
      }
      world.wait(60_000);
      // A call that begins while the headset is still muted from the last one is muted with it, and that is all.
      expect(world.done.filter(({ kind }) => kind !== 'mute')).toEqual([]);
    }),
  );
});

it.each([true, false])('presses and screen in any order, each when the last one has arrived: both sides agree after each (echoes: %s)', (echoes) => {
  fc.assert(
    fc.property(fc.nat(100), fc.array(fc.constantFrom(...ON_SCREEN, ...PRESSES)), (late, steps) => {
      const world = new World(late, echoes);
      for (const step of steps) {
        world[step]();
        world.wait(2 * HEADSET_ECHO);
        expect([world.hook, world.machine.lights.offHook]).toEqual([world.talking !== undefined, world.talking !== undefined]);
        if (world.talking) expect([world.muted, world.machine.lights.mute]).toEqual([world.talking.muted, world.talking.muted]);
      }
    }),
  );
});

it('presses and screen at any pace: when all is quiet, a call is muted where its headset is, and the receiver is where the calls have it', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.boolean(), fc.array(fc.tuple(fc.constantFrom(...ON_SCREEN, ...PRESSES), fc.nat(1_000))), (late, echoes, steps) => {
      const world = new World(late, echoes);
      for (const [what, pause] of steps) {
        world[what]();
        world.wait(pause);
      }
      world.wait(60_000);
      // One more change of the lights, as the next call brings it, puts right what was pressed too fast.
      world.ring();
      world.wait(60_000);
      expect(world.hook).toBe(world.talking !== undefined);
      if (world.talking) expect(world.muted).toBe(world.talking.muted);
    }),
  );
});
