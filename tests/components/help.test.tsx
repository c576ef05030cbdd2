import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { HelpSection } from '@/components/options/help-section';
import type { LifecycleLine } from '@/utils/contract/lifecycle-line';
import { createLogModel } from '@/utils/models/log-model';
import { state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

async function stage(kept: LifecycleLine[] | Error) {
  let lines = kept;
  const log = createLogModel(
    async () => ({
      read: async () => {
        if (lines instanceof Error) throw lines;
        return lines;
      },
      clear: async () => void (lines = []),
    }),
    { now: () => 0 },
  );
  const saveFile = vi.fn();
  await renderSurface(<HelpSection log={log} />, { state: state(), language: 'en', actions: { saveFile } });
  return { saveFile };
}
const disabled = (name: string) => screen.getByRole('button', { name }).hasAttribute('disabled');
const LINES: LifecycleLine[] = [
  { at: Date.UTC(2026, 2, 4, 9, 30), level: 'info', message: 'call', detail: { direction: 'incoming' } },
  { at: Date.UTC(2026, 2, 4, 9, 31), level: 'warn', message: 'not registered', detail: { reason: 'no-network', attempt: 2 } },
];

it('says how large the log is, downloads it as text, and deletes it', async () => {
  const { saveFile } = await stage(LINES);
  expect(await screen.findByText('2 lines, 127 byte.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Download the log' }));
  await vi.waitFor(() => expect(saveFile).toHaveBeenCalled());
  expect(saveFile.mock.calls[0]).toEqual([
    'teleproffs-one-log-2026-03-04.txt',
    '2026-03-04T09:30:00.000Z info call direction=incoming\n2026-03-04T09:31:00.000Z warn not registered reason=no-network attempt=2\n',
    'text/plain;charset=utf-8',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Delete the log' }));
  expect(await screen.findByText('Deleted. The log is empty.')).toBeTruthy();
  expect([disabled('Download the log'), disabled('Delete the log')]).toEqual([true, true]);
});

it('says that it cannot be read', async () => {
  await stage(new Error('UnknownError'));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(disabled('Download the log')).toBe(true);
});
