import { signal, type ReadonlySignal } from '@preact/signals';
import { cleanup, render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach } from 'vitest';
import { SurfaceRoot } from '@/components/surface/surface-root';
import type { SurfaceActions } from '@/components/surface/surface-context';
import type { CallSamples } from '@/utils/contract/call-quality';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { PhoneState } from '@/utils/contract/phone-state';
import type { Preset } from '@/utils/contract/preset';
import * as formatter from '@/utils/domain/phone-number/format';
import { createModels } from '@/utils/models/context';
import type { PanelModel } from '@/utils/models/panel-model';
import { createFakePhone, type FakePhone } from './fake-phone';
import { createHandClock } from './hand-clock';
import { NOW } from './phone-states';
import { localeWords } from './locale-words';

afterEach(cleanup);

interface Scene {
  readonly state: PhoneState;
  readonly history?: readonly HistoryEntry[] | null;
  readonly language?: 'sv' | 'en';
  readonly actions?: SurfaceActions;
  readonly preset?: Preset;
  readonly panel?: PanelModel;
  readonly quality?: ReadonlySignal<CallSamples>;
  /** What the phone is to answer, before anything is drawn. */
  readonly prepare?: (phone: FakePhone) => void;
}

/** Draws a surface over a phone that only remembers, at a time that stands still. */
export async function renderSurface(view: ComponentChildren, scene: Scene) {
  const phone = createFakePhone(scene.state);
  scene.prepare?.(phone);
  const clock = createHandClock(NOW);
  const history = signal(scene.history === undefined ? [] : scene.history);
  const models = createModels({
    phone,
    clock,
    history,
    preset: signal(scene.preset ?? null),
    deviceName: 'Chrome on Linux',
    region: 'SE',
    loadFormatter: async () => formatter,
    ...(scene.panel && { panel: scene.panel }),
    ...(scene.quality && { quality: scene.quality }),
  });
  // The formatter's promise has settled: numbers are drawn the way a person sees them a moment after opening.
  await Promise.resolve();
  const rendered = render(
    <SurfaceRoot models={models} words={localeWords(scene.language ?? 'sv')} actions={scene.actions ?? {}}>
      {view}
    </SurfaceRoot>,
  );
  return { ...rendered, phone, clock, models, history };
}
