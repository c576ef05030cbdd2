import { fireEvent, screen } from '@testing-library/preact';
import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createPanelModel } from '@/utils/models/panel-model';
import { PanelView } from '@/components/panel/panel-view';
import { call, ended, ringing, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';
import { trustedClick } from './support/trusted-click';

const button = (name: string) => screen.getByRole('button', { name });

it('says at once that somebody calls, and who', async () => {
  await renderSurface(<PanelView />, { state: state({ calls: [ringing()] }) });
  expect(screen.getByRole('alert').textContent).toBe('Inkommande samtal');
  expect(screen.getByRole('main', { name: 'Samtalspanel' }).textContent).toContain('Karin Andersson070-174 06 07');
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
  expect(screen.getByRole('main', { name: 'Samtalspanel' }).childElementCount).toBe(0);
});

describe('over a page', () => {
  const covered = signal(false);
  const make = (minimised: boolean) => {
    const handle = { move: vi.fn(), resize: vi.fn(), minimise: vi.fn() };
    const page = { measure: async () => ({ width: 1380, height: 732, zoom: 1 }), fullScreen: signal(false), covered };
    return { handle, panel: createPanelModel({ look: { spot: { x: 1, y: 0 }, minimised }, page, handle }) };
  };

  it('is made small and whole again, and the focus stays with the button that did it', async () => {
    const { panel, handle } = make(false);
    await renderSurface(<PanelView />, { state: state({ calls: [ringing()] }), panel });
    button('Minimera').focus();
    await trustedClick(button('Minimera'));
    expect(document.activeElement).toBe(button('Visa allt'));
    expect(screen.getByRole('alert').textContent).toBe('Karin Andersson');
    for (const name of ['Svara', 'Avvisa']) expect(button(name)).toBeTruthy();
    await trustedClick(button('Visa allt'));
    expect(document.activeElement).toBe(button('Minimera'));
    expect(handle.minimise.mock.calls).toEqual([[true], [false]]);
  });

  it('stays small on the next page, and is whole for another call', async () => {
    const { panel } = make(true);
    const { phone } = await renderSurface(<PanelView />, { state: state(), panel });
    phone.state.value = state({ calls: [call()] });
    expect(await screen.findByRole('button', { name: 'Visa allt' })).toBeTruthy();
    phone.state.value = state({ calls: [ringing({ id: 'another' }), call()] });
    expect(await screen.findByRole('button', { name: 'Minimera' })).toBeTruthy();
  });

  it('says that presses do not count while the page covers it', async () => {
    const { panel } = make(false);
    covered.value = true;
    await renderSurface(<PanelView />, { state: state({ calls: [call()] }), panel });
    expect(screen.getByRole('alert').textContent).toContain('Sidan täcker panelen');
    covered.value = false;
  });

  it('offers to call back and to keep the number after a call', async () => {
    const openAddContact = vi.fn();
    const over = ended({ direction: 'incoming', endReason: 'remote-hung-up', remote: { number: '+46701740607', name: null } });
    await renderSurface(<PanelView />, { state: state({ calls: [over] }), panel: make(false).panel, actions: { openAddContact } });
    expect(button('Ring tillbaka')).toBeTruthy();
    await trustedClick(button('Lägg till kontakt'));
    expect(openAddContact).toHaveBeenCalledWith('+46701740607');
  });
});
