import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { CallWindowView } from '@/components/call-window/call-window-view';
import { OptionsView } from '@/components/options/options-view';
import { PanelView } from '@/components/panel/panel-view';
import { PopupView } from '@/components/popup/popup-view';
import type { OrderedCall } from '@/utils/contract/ordered-call';
import { soundModel } from './support/fake-sound';
import { numbersProps } from './support/numbers-props';
import { account, NOW, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const DESK = 'd00000000000000000001';
const ordered = (over: Partial<OrderedCall> = {}): OrderedCall => ({ id: 'o1', target: '+46701740607', via: DESK, state: 'calling-phone', end: null, status: null, startedAt: '2026-03-04T13:30:00.000Z', ...over });
const asking = { target: 'tel:+46701740607', choices: [{ via: 'here' as const, name: null }, { via: 'mobile' as const, name: null }, { via: DESK, name: 'Hallen' }], source: 'page' as const, askedAt: NOW };

describe.each([
  ['popup', <PopupView />],
  ['panel', <PanelView />],
  ['call window', <CallWindowView microphone={null} lending={false} />],
] as const)('the %s', (_surface, view) => {
  it('asks how to call, and can be told not to', async () => {
    const { phone } = await renderSurface(view, { state: state({ asking }) });
    const question = within(screen.getByRole('region', { name: 'Hur vill du ringa 070-174 06 07?' }));
    expect(question.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['I den här webbläsaren', 'Samtal med mobil', 'Hallen', 'Avbryt']);
    fireEvent.click(question.getByRole('button', { name: 'Avbryt' }));
    expect(phone.sent).toEqual([{ command: 'phone.chooseMethod', input: { method: null } }]);
  });

  it('has the focus of who has just called, and is told not to with Escape', async () => {
    const { phone } = await renderSurface(view, { state: state({ asking }) });
    expect(document.activeElement?.textContent).toBe('I den här webbläsaren');
    expect(fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }), 'the popup stays').toBe(false);
    expect(phone.sent).toEqual([{ command: 'phone.chooseMethod', input: { method: null } }]);
    await act(() => void (phone.state.value = state()));
    expect(screen.queryByRole('region', { name: /Hur vill du ringa/ })).toBeNull();
  });

  it('takes no focus of somebody who has gone on meanwhile', async () => {
    await renderSurface(view, { state: state({ asking: { ...asking, askedAt: NOW - 10_000 } }) });
    expect(screen.getByRole('region', { name: /Hur vill du ringa/ }).contains(document.activeElement)).toBe(false);
  });

  it.each([
    [{}, 'Din telefon rings upp. Svara i den.', true],
    [{ via: 'mobile' as const }, 'Din mobil rings upp. Svara i den.', true],
    [{ state: 'calling-number' as const }, 'Du har svarat. Numret rings upp.', true],
    [{ state: 'connected' as const }, 'Kopplat. Prata i din telefon.', false],
    [{ state: 'ended' as const, end: 'phone-failed' as const }, 'Din telefon svarade inte.', false],
    [{ state: 'ended' as const, end: 'number-failed' as const }, 'Numret svarade inte.', false],
    [{ state: 'ended' as const, end: 'cancelled' as const }, 'Samtalet är avslutat.', false],
  ])('shows %j as %s', async (over, words, cancellable) => {
    const { phone } = await renderSurface(view, { state: state({ ordered: [ordered(over)] }) });
    const card = within(screen.getByRole('region', { name: '070-174 06 07' }));
    expect(card.getByText(words)).toBeTruthy();
    const cancel = card.queryByRole('button', { name: 'Avbryt' });
    expect(cancel !== null).toBe(cancellable);
    if (!cancel) return;
    fireEvent.click(cancel);
    expect(phone.sent).toEqual([{ command: 'phone.cancelOrdered', input: { id: 'o1' } }]);
  });
});

it('gives the focus back to the field where the number was typed', async () => {
  const { phone } = await renderSurface(<PopupView />, { state: state() });
  const field = screen.getByLabelText('Nummer att ringa');
  field.focus();
  await act(() => void (phone.state.value = state({ asking })));
  expect(document.activeElement?.textContent).toBe('I den här webbläsaren');
  await act(() => void (phone.state.value = state()));
  expect(document.activeElement).toBe(field);
});

it('the settings offer the phones there are', async () => {
  const { phone } = await renderSurface(<OptionsView browser="chrome" version="1.2.3" onAskMicrophone={() => undefined} numbers={numbersProps().props} sound={soundModel()} />, {
    state: state({ account: { ...account, hasMobile: true } }),
    prepare: (fake) => {
      fake.deskPhones = { phones: [{ id: DESK, name: 'Hallen', createdAt: '2026-03-01T08:15:00.000Z', registered: true }], server: null };
    },
  });
  const choices = within(await screen.findByRole('group', { name: 'Samtalsmetod' }));
  expect(choices.getByRole<HTMLInputElement>('radio', { name: /webbläsaren/ }).checked).toBe(true);
  for (const name of [/Fråga alltid/, /Samtal med mobil/, /Ring med Hallen/]) fireEvent.click(await choices.findByRole('radio', { name }));
  const set = phone.sent.filter(({ command }) => command === 'phone.setCallMethod').map(({ input }) => input);
  expect(set).toEqual([{ method: 'ask' }, { method: 'mobile' }, { method: DESK }]);
});
