import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { SelfTestSection } from '@/components/self-test/self-test-section';
import { CHECK_NAMES, FINDING_WORDS } from '@/components/self-test/self-test-words';
import { CHECKS, FINDINGS, gradeOf, type Check, type Finding, type Found } from '@/utils/domain/self-test/self-test';
import type { SelfTestModel } from '@/utils/models/self-test-model';
import { renderSurface } from './support/render-surface';
import { state } from './support/phone-states';

const through = (findings: readonly Finding[]) =>
  new Map(CHECKS.map((check, at): [Check, Found] => [check, { finding: findings[at] ?? 'not-finished', measured: [41.6, 8.25, 0.5] }]));

function fake(findings: readonly Finding[] = []) {
  return {
    found: signal(findings.length === 0 ? new Map<Check, Found>() : through(findings)),
    running: signal<Check | null>(null),
    asksRing: signal(false),
    verdict: signal<'ok' | 'warning' | 'failed' | null>(findings.length === 0 ? null : 'failed'),
    start: vi.fn(async () => undefined),
    ringHeard: vi.fn(),
    stop: vi.fn(),
  } satisfies SelfTestModel;
}

it('every finding but the good ones says what to do, in words of its own', () => {
  for (const finding of Object.keys(FINDINGS) as Finding[]) {
    const needsFix = ['failed', 'warning'].includes(gradeOf(finding)) && finding !== 'registration-refused';
    expect([finding, FINDING_WORDS[finding].fix !== undefined]).toEqual([finding, needsFix || finding === 'registration-refused']);
  }
  expect(Object.keys(CHECK_NAMES)).toEqual([...CHECKS]);
});

it('shows what was found, asks about the ring, and copies the result', async () => {
  const model = fake();
  const copy = vi.fn(async () => undefined);
  await renderSurface(<SelfTestSection model={model} copy={copy} />, { state: state() });
  fireEvent.click(screen.getByRole('button', { name: 'Kör testet' }));
  expect(model.start).toHaveBeenCalled();
  act(() => {
    model.running.value = 'ring';
    model.asksRing.value = true;
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Nej' }));
  expect(model.ringHeard).toHaveBeenCalledWith(false);
  model.running.value = null;
  model.asksRing.value = false;
  model.found.value = through(['server-answers', 'connection-answers', 'not-receiving', 'relay-not-needed', 'microphone-silent', 'notifications-shown', 'ring-not-heard', 'call-failed']);
  model.verdict.value = 'failed';
  expect(await screen.findByText('Något fungerar inte. Vad du kan göra står bredvid.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Kopiera resultatet' }));
  expect(copy).toHaveBeenCalledWith(expect.stringContaining('One-servern: Fungerar. Svarade på 42 ms.\nAnslutning för samtal: Fungerar. Svarade på 42 ms.'));
  expect(await screen.findByText('Kopierat.')).toBeTruthy();
});

it('ends when it is left', async () => {
  const model = fake();
  await renderSurface(<SelfTestSection model={model} copy={async () => undefined} />, { state: state() });
  cleanup();
  expect(model.stop).toHaveBeenCalled();
});
