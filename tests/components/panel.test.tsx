import { fireEvent, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { PanelView } from '@/components/panel/panel-view';
import { call, ended, ringing, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';
import { trustedClick } from './support/trusted-click';

const button = (name: string) => screen.getByRole('button', { name });

it('says at once that somebody calls, and who', async () => {
  await renderSurface(<PanelView />, { state: state({ calls: [ringing()] }) });
  expect(screen.getByRole('alert').textContent).toBe('Inkommande samtal');
  expect(screen.getByRole('region', { name: 'Samtalspanel' }).textContent).toContain('Karin Andersson070-174 06 07');
});

it('answers, declines, hangs up and redials for a person, never for a script', async () => {
  const { phone } = await renderSurface(<PanelView />, { state: state({ calls: [ringing()] }) });
  for (const name of ['Svara', 'Avvisa']) fireEvent.click(button(name));
  expect(phone.sent).toEqual([]);
  await trustedClick(button('Avvisa'));
  expect(phone.sent.map(({ command }) => command)).toEqual(['phone.decline']);
});

it('hangs up for a person only', async () => {
  const { phone } = await renderSurface(<PanelView />, { state: state({ calls: [call()] }) });
  fireEvent.click(button('Lägg på'));
  expect(phone.sent).toEqual([]);
  await trustedClick(button('Lägg på'));
  expect(phone.sent.map(({ command }) => command)).toEqual(['phone.hangUp']);
});

it.each([
  ['sv', 'Missat samtal. Den som ringde lade på.', 'Ring tillbaka'],
  ['en', 'Missed call. The caller hung up.', 'Call back'],
] as const)('in %s tells how it ended: %s', async (language, sentence, action) => {
  const over = { direction: 'incoming', answeredAt: null, endReason: 'caller-cancelled' } as const;
  const { phone } = await renderSurface(<PanelView />, { language, state: state({ calls: [ended(over)] }) });
  expect(screen.getByText(sentence)).toBeTruthy();
  fireEvent.click(button(action));
  expect(phone.sent).toEqual([]);
});

it('is nothing when there is no call', async () => {
  await renderSurface(<PanelView />, { state: state() });
  expect(screen.getByRole('region', { name: 'Samtalspanel' }).childElementCount).toBe(0);
});
