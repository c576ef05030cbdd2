import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { HeadsetView } from '@/utils/contract/audio';
import type { DeviceRef } from '@/utils/domain/audio/audio-choice';
import type { HeadsetControl } from '@/utils/domain/headset/headset-layout';
import type { HeadsetAdapter, HeadsetProblem } from './headset-adapter';
import type { PhoneAdapter } from './phone-adapter';

export interface HeadsetModel {
  readonly supported: boolean;
  /** The chosen one; null: none. */
  readonly headset: ReadonlySignal<DeviceRef | null>;
  readonly view: ReadonlySignal<HeadsetView>;
  /** What was pressed last since somebody looks, and the how manyth press it was. */
  readonly pressed: ReadonlySignal<{ readonly control: HeadsetControl; readonly count: number } | null>;
  /** Its lights can be tried: there are some, and no call needs them. */
  readonly canTryLights: ReadonlySignal<boolean>;
  /** The browser's list is open. */
  readonly asking: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<HeadsetProblem | 'not-saved' | null>;
  connect(): Promise<void>;
  /** Its buttons do nothing here any more, and the browser forgets that they might. */
  disconnect(): Promise<void>;
  retry(): Promise<void>;
  tryLights(): Promise<void>;
  /** Somebody looks: presses from now on are shown. */
  open(): void;
}

export function createHeadsetModel({ state, send }: PhoneAdapter, adapter: HeadsetAdapter): HeadsetModel {
  const view = computed(() => state.value.audio.headset);
  const headset = computed(() => state.value.audio.choice.headset);
  const asking = signal(false);
  const problem = signal<HeadsetProblem | 'not-saved' | null>(null);
  const before = signal(0);
  const ask = async (...[name, input]: Parameters<typeof send<'audio.choose' | 'headset.retry' | 'headset.tryLights'>>): Promise<boolean> => {
    const { ok } = await send(name, input).catch(() => ({ ok: false }));
    if (!ok) problem.value = 'not-saved';
    return ok;
  };

  const fromNow = () => void (before.value = view.peek().pressed?.count ?? 0);

  return {
    supported: adapter.supported,
    headset,
    view,
    pressed: computed(() => {
      const { pressed } = view.value;
      return pressed && pressed.count > before.value ? { ...pressed, count: pressed.count - before.value } : null;
    }),
    canTryLights: computed(() => view.value.status === 'connected' && view.value.lights && state.value.calls.every((call) => call.state === 'ended')),
    asking,
    problem,
    async connect() {
      if (asking.value) return;
      asking.value = true;
      problem.value = null;
      const asked = await adapter.ask();
      asking.value = false;
      if (!asked.ok) {
        problem.value = asked.why;
        return;
      }
      fromNow();
      // Chosen already, it may be allowed again: then it is looked for anew.
      const again = headset.value?.id === asked.headset.id;
      if (await ask('audio.choose', { headset: asked.headset })) if (again) await ask('headset.retry', {});
    },
    async disconnect() {
      const known = headset.value;
      problem.value = null;
      if (known && (await ask('audio.choose', { headset: null }))) await adapter.forget(known.id);
    },
    async retry() {
      problem.value = null;
      await ask('headset.retry', {});
    },
    async tryLights() {
      problem.value = null;
      await ask('headset.tryLights', {});
    },
    open: fromNow,
  };
}
