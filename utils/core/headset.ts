import type { HeadsetView } from '@/utils/contract/audio';
import type { CommandHandlers, CommandResult } from '@/utils/contract/commands';
import type { CallView, PhoneState } from '@/utils/contract/phone-state';
import type { HeadsetAction, HeadsetCall } from '@/utils/domain/headset/headset-calls';
import { headsetStep, NEW_HEADSET, type HeadsetEvent, type HeadsetState } from '@/utils/domain/headset/headset-machine';
import type { Core, CoreAdapters } from './adapters';
import type { StateStore } from './state-store';

/** The lights are lit so long when they are tried. Milliseconds. */
const LIT = 3_000;

type HeadsetAdapters = Pick<CoreAdapters, 'headset' | 'clock' | 'log'>;

/** Joins the chosen headset to the calls: what its buttons do, what its lights show. */
export class Headset {
  readonly #adapters: HeadsetAdapters;
  readonly #state: StateStore;
  readonly #command: Core['commands'];
  #machine: HeadsetState = NEW_HEADSET;
  #wanted: string | null = null;
  #calls: readonly CallView[] = [];
  #following = false;
  #stops: (() => void)[] = [];

  readonly commands: Pick<CommandHandlers, 'headset.tryLights' | 'headset.retry'> = {
    'headset.tryLights': async () => this.#tryLights(),
    'headset.retry': async () => {
      this.#adapters.headset.use(this.#wanted);
      return { ok: true };
    },
  };

  constructor(adapters: HeadsetAdapters, state: StateStore, command: Core['commands']) {
    this.#adapters = adapters;
    this.#state = state;
    this.#command = command;
  }

  start(): void {
    const { headset, log } = this.#adapters;
    const listening = headset.subscribe((event) => {
      if (event.kind === 'input') return this.#step(event);
      log.info(`headset ${event.kind}`);
      if (event.kind !== 'connected') return this.#show({ status: event.kind });
      this.#show({ status: 'connected', controls: event.controls, lights: event.lights });
      this.#step(event);
    });
    this.#stops = [listening, this.#state.subscribe((state) => this.#follow(state))];
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#adapters.headset.use(null);
  }

  #follow({ audio, calls }: PhoneState): void {
    const wanted = audio.choice.headset?.id ?? null;
    if (wanted !== this.#wanted) this.#use(wanted);
    if (calls === this.#calls) return;
    this.#calls = calls;
    // One call is held and another one active in one turn: the receiver is not laid down between.
    if (this.#following) return;
    this.#following = true;
    queueMicrotask(() => {
      this.#following = false;
      this.#step({ kind: 'calls', calls: this.#calls.filter(({ state }) => state !== 'ended').map(callOf) });
    });
  }

  #use(wanted: string | null): void {
    this.#wanted = wanted;
    this.#show({ status: wanted === null ? 'none' : 'missing', controls: [], lights: false });
    this.#adapters.headset.use(wanted);
  }

  #tryLights(): CommandResult {
    if (this.#state.value.audio.headset.status !== 'connected' || this.#machine.calls.length > 0) return { ok: false, error: 'not-allowed' };
    if (this.#machine.trying) return { ok: true };
    this.#step({ kind: 'trying', on: true });
    this.#adapters.clock.after(LIT, () => this.#step({ kind: 'trying', on: false }));
    return { ok: true };
  }

  #step(event: HeadsetEvent): void {
    const { headset, clock } = this.#adapters;
    const { state, actions, show, pressed } = headsetStep(this.#machine, event, clock.now());
    // Before anything is done: what is done is heard of here at once.
    this.#machine = state;
    if (show) headset.show(show);
    if (pressed) this.#show({ pressed: { control: pressed, count: (this.#state.value.audio.headset.pressed?.count ?? 0) + 1 } });
    for (const action of actions) void this.#do(action);
  }

  async #do(action: HeadsetAction): Promise<void> {
    const result = await this.#carryOut(action);
    if (!result.ok) this.#adapters.log.warn('a headset button did nothing', { action: action.kind, error: result.error });
    if (action.kind !== 'mute') this.#step({ kind: 'done' });
  }

  #carryOut(action: HeadsetAction): Promise<CommandResult> {
    const { callId } = action;
    return action.kind === 'mute' ? this.#command('phone.setMuted', { callId, muted: action.muted }) : this.#command(`phone.${action.kind}`, { callId });
  }

  #show(part: Partial<HeadsetView>): void {
    const { audio } = this.#state.value;
    this.#state.set({ audio: { ...audio, headset: { ...audio.headset, ...part } } });
  }
}

const callOf = ({ id, state, muted, silenced }: CallView): HeadsetCall => ({ id, state, muted, silenced });
