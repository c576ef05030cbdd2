import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { PopupView } from '@/components/popup/popup-view';
import { entry, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Nummer att ringa' });
const type = (value: string) => {
  field().value = value;
  field().setSelectionRange(value.length, value.length);
  fireEvent.input(field());
};
const enter = () => act(async () => void fireEvent.submit(screen.getByRole('search')));

afterEach(() => void vi.useRealTimers());

it('has the focus when the popup opens', async () => {
  await renderSurface(<PopupView />, { state: state() });
  expect(document.activeElement).toBe(field());
});

it('groups what is typed and calls on Enter', async () => {
  const { phone } = await renderSurface(<PopupView />, { state: state() });
  type('0701740607');
  expect(field().value).toBe('070-174 06 07');
  await enter();
  expect(phone.sent).toEqual([{ command: 'phone.dial', input: { target: '070-174 06 07', source: 'popup' } }]);
  await waitFor(() => expect(field().value).toBe(''));
});

it('takes the number out of a pasted text', async () => {
  await renderSurface(<PopupView />, { state: state() });
  fireEvent.paste(field(), { clipboardData: { getData: () => 'Växel: 08-465 004 12 (vardagar)' } });
  expect(field().value).toBe('08-465 004 12');
});

it('says why no call was made and keeps the text', async () => {
  const { phone } = await renderSurface(<PopupView />, { state: state() });
  phone.answerWith('phone.dial', 'not-a-number');
  type('hej');
  await enter();
  expect((await screen.findByRole('alert')).textContent).toBe('Det där är inget telefonnummer. Kontrollera siffrorna.');
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(field().value).toBe('hej');
});

it('brings back the last number when nothing is typed', async () => {
  const { phone } = await renderSurface(<PopupView />, { state: state(), history: [entry()] });
  await enter();
  expect(field().value).toBe('08-410 000 20');
  expect(phone.sent).toEqual([]);
});

it('is pressed key by key, and a held zero is a plus', async () => {
  await renderSurface(<PopupView />, { state: state() });
  vi.useFakeTimers();
  const zero = screen.getByRole('button', { name: '0' });
  fireEvent.pointerDown(zero);
  act(() => void vi.advanceTimersByTime(600));
  fireEvent.click(zero);
  fireEvent.click(screen.getByRole('button', { name: '4' }));
  fireEvent.pointerDown(zero);
  fireEvent.click(zero);
  expect(field().value).toBe('+40');
  fireEvent.click(screen.getByRole('button', { name: 'Radera en siffra' }));
  expect(field().value).toBe('+4');
});

it('is emptied by Escape', async () => {
  await renderSurface(<PopupView />, { state: state() });
  type('112');
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(field().value).toBe('');
});

it('gets the focus back when a digit is typed anywhere else', async () => {
  await renderSurface(<PopupView />, { state: state() });
  field().blur();
  fireEvent.keyDown(document.body, { key: '0' });
  expect(document.activeElement).toBe(field());
});
