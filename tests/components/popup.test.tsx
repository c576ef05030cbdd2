import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { PopupView } from '@/components/popup/popup-view';
import { call, ended, missed, NOW, ringing, signedOut, someHistory, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';
import { trustedClick } from './support/trusted-click';

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('header', () => {
  it('says the status in words, and who is signed in with which number', async () => {
    await renderSurface(<PopupView />, { state: state() });
    expect(button(/Ansluten/).textContent).toContain('Anna Lindgren · 08-410 000 10');
  });

  it.each([
    ['sv', 'Frånkopplad'],
    ['en', 'Offline'],
  ] as const)('in %s: %s', async (language, word) => {
    await renderSurface(<PopupView />, { language, state: state({ registration: { status: 'offline', reason: null, retryAt: null } }) });
    expect(button(new RegExp(word))).toBeTruthy();
  });

  it('opens a menu that makes a test call', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: state() });
    fireEvent.click(button(/Ansluten/));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Ring testsamtal' }));
    expect(phone.sent).toContainEqual({ command: 'phone.dial', input: { target: '*43', source: 'popup' } });
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('moves in the menu with arrows and closes it with Escape, back on its button', async () => {
    await renderSurface(<PopupView />, { state: state(), actions: { openWelcome: () => undefined } });
    fireEvent.click(button(/Ansluten/));
    expect(document.activeElement?.textContent).toBe('Ring testsamtal');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('Logga ut');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button(/Ansluten/));
  });

  it('asks before signing out', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: state() });
    fireEvent.click(button(/Ansluten/));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Logga ut' }));
    expect(phone.sent).toEqual([]);
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Logga ut' }));
    expect(phone.sent).toEqual([{ command: 'account.signOut', input: {} }]);
  });
});

describe('an account the server refuses', () => {
  it('is signed in to again with all that was typed but the password', async () => {
    const refused = state({ registration: { status: 'rejected', reason: 'wrong-credentials', retryAt: null } });
    const { phone } = await renderSurface(<PopupView />, { state: refused });
    fireEvent.click(button('Logga in igen'));
    await waitFor(() => expect(phone.sent.map(({ command }) => command)).toEqual(['account.fields', 'account.signOut']));
    act(() => void (phone.state.value = signedOut()));
    expect(screen.getByLabelText<HTMLInputElement>('E-postadress').value).toBe('anna.lindgren@exempelbolaget.se');
    expect(screen.getByLabelText<HTMLInputElement>('Lösenord').value).toBe('');
  });
});

describe('a call', () => {
  it('that rings is answered by a person only', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: state({ calls: [ringing()] }) });
    fireEvent.click(button('Svara'));
    expect(phone.sent).toEqual([]);
    await trustedClick(button('Svara'));
    expect(phone.sent).toEqual([{ command: 'phone.answer', input: { callId: 'call-2' } }]);
  });

  it('shows who, how long, and what can be done', async () => {
    const { clock, phone } = await renderSurface(<PopupView />, { state: state({ calls: [call()] }) });
    expect(screen.getByRole('region', { name: 'Maria Bergström' }).textContent).toContain('08-465 004 12');
    expect(screen.getByRole('timer', { name: 'Samtalstid' }).textContent).toBe('02:41');
    await act(() => clock.advance(1000));
    expect(screen.getByRole('timer', { name: 'Samtalstid' }).textContent).toBe('02:42');
    fireEvent.click(button('Tysta'));
    await trustedClick(button('Lägg på'));
    expect(phone.sent.map(({ command }) => command)).toEqual(['phone.setMuted', 'phone.hangUp']);
  });

  it.each(['answering', 'active'] as const)('is not ended by the second click of a double click on Answer (%s by then)', async (then) => {
    const { phone } = await renderSurface(<PopupView />, { state: state({ calls: [ringing({ state: then })] }) });
    const end = button(then === 'active' ? 'Lägg på' : 'Avbryt');
    await trustedClick(end, 2);
    expect(phone.sent).toEqual([]);
    await trustedClick(end);
    expect(phone.sent.map(({ command }) => command)).toEqual(['phone.hangUp']);
  });

  it('tells that it is muted by more than colour', async () => {
    await renderSurface(<PopupView />, { state: state({ calls: [call({ muted: true })] }) });
    expect(button('Tysta').getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('Mikrofonen är av. Den andra hör dig inte.')).toBeTruthy();
  });

  it('sends tones from the pad and from the keyboard', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: state({ calls: [call({ dtmf: '12' })] }) });
    fireEvent.click(button('Knappsats'));
    const pad = screen.getByRole('group', { name: 'Knappsats' });
    fireEvent.click(within(pad).getByRole('button', { name: '5' }));
    fireEvent.click(within(pad).getByRole('button', { name: 'Fyrkant' }));
    fireEvent.keyDown(pad, { key: '7' });
    expect(phone.sent.map(({ input }) => input)).toEqual(['5', '#', '7'].map((tones) => ({ callId: 'call-1', tones })));
    expect(screen.getByLabelText('Skickade siffror').textContent).toBe('12');
  });

  it('gives the focus back to the keypad button when Escape closes the keypad', async () => {
    await renderSurface(<PopupView />, { state: state({ calls: [call()] }) });
    fireEvent.click(button('Knappsats'));
    fireEvent.keyDown(screen.getByRole('group', { name: 'Knappsats' }), { key: 'Escape' });
    expect(screen.queryByRole('group', { name: 'Knappsats' })).toBeNull();
    expect(document.activeElement).toBe(button('Knappsats'));
  });

  it('that rings when the popup opens is answered with Enter; one that comes later takes no focus', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: { ...state(), ready: false } });
    await act(() => void (phone.state.value = state({ calls: [ringing()] })));
    expect(document.activeElement).toBe(button('Svara'));
    await act(() => void (phone.state.value = state()));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    await act(() => void (phone.state.value = state({ calls: [ringing({ id: 'call-3' })] })));
    expect(document.activeElement).toBe(document.body);
  });

  it.each([
    ['is set up', call({ state: 'alerting', answeredAt: null })],
    ['rings', ringing()],
  ])('that %s leaves no button that does nothing: no dial field and no redial meanwhile', async (_, one) => {
    await renderSurface(<PopupView />, { state: state({ calls: [one] }), history: someHistory });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Ring / })).toBeNull();
  });

  it('in progress lets another number be called, without taking the focus or the keys', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: state({ calls: [call()] }), history: someHistory });
    expect(document.activeElement).toBe(document.body);
    fireEvent.keyDown(document.body, { key: '5' });
    expect(document.activeElement).toBe(document.body);
    expect(screen.queryByRole('group', { name: 'Knappsats' })).toBeNull();
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '212' } });
    fireEvent.submit(screen.getByRole('search'));
    expect(phone.sent).toContainEqual({ command: 'phone.dial', input: { target: '212', source: 'popup' } });
    expect(button('Ring Nordbygg AB')).toBeTruthy();
  });

  it('that failed says why and can be tried again', async () => {
    const { phone } = await renderSurface(<PopupView />, {
      language: 'en',
      state: state({ calls: [ended({ answeredAt: null, endReason: 'busy' })] }),
    });
    expect(screen.getByText('Busy. Try again in a while.')).toBeTruthy();
    await trustedClick(button('Try again'));
    expect(phone.sent.map(({ command }) => command)).toEqual(['phone.dismiss', 'phone.dial']);
  });
});

describe('banners', () => {
  it('offline: why, when it is tried again, and now', async () => {
    const { clock, phone } = await renderSurface(<PopupView />, {
      state: state({ registration: { status: 'offline', reason: 'server-unreachable', retryAt: NOW + 7000 } }),
    });
    expect(screen.getByText('Servern svarar inte')).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toBe('Nytt försök om 7 s.');
    await act(() => clock.advance(3000));
    expect(screen.getByRole('timer').textContent).toBe('Nytt försök om 4 s.');
    fireEvent.click(button('Försök nu'));
    expect(phone.sent).toEqual([{ command: 'phone.reconnect', input: {} }]);
  });

  it('microphone: leads to the page that asks', async () => {
    const opened: string[] = [];
    const openWelcome = () => void opened.push('welcome');
    await renderSurface(<PopupView />, { state: state({ microphone: 'prompt' }), actions: { openWelcome } });
    fireEvent.click(button('Tillåt'));
    expect(opened).toEqual(['welcome']);
  });
});

describe('history', () => {
  it('shows the last calls, missed ones by word, and calls again', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: state(), history: someHistory });
    expect(screen.getByText('11:42 · Missat')).toBeTruthy();
    expect(screen.getByText('10:15').parentElement?.textContent).toBe('10:15 · 6 min 12 s');
    fireEvent.click(button('Ring Nordbygg AB'));
    expect(phone.sent).toContainEqual({ command: 'phone.dial', input: { target: '+46841000020', source: 'history' } });
  });

  it('counts missed calls on its tab until they are looked at', async () => {
    const many = [...someHistory.slice(1), ...Array.from({ length: 8 }, (_, n) => missed({ id: `m${n}`, startedAt: NOW - 9e8 }))];
    const { phone } = await renderSurface(<PopupView />, { state: state({ missed: 8 }), history: many });
    expect(phone.sent).toEqual([]);
    fireEvent.click(button(/Historik\s*8 missade/));
    expect(phone.sent).toEqual([{ command: 'history.markSeen', input: {} }]);
    expect(screen.getByRole('region', { name: 'I går' })).toBeTruthy();
  });

  it('is cleared with a way back', async () => {
    const { phone, clock } = await renderSurface(<PopupView />, { state: state(), history: [someHistory[1] ?? missed()] });
    fireEvent.click(button('Historik'));
    fireEvent.click(button('Rensa historiken'));
    expect(screen.getByText('Inga samtal än')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(button('Ångra')));
    fireEvent.click(button('Ångra'));
    expect(screen.getByText('Nordbygg AB')).toBeTruthy();
    await act(() => clock.advance(60_000));
    expect(phone.sent).toEqual([]);
  });
});

it('shows where things will be while the account is read', async () => {
  await renderSurface(<PopupView />, { state: { ...signedOut(), ready: false }, history: null });
  expect(screen.getByRole('status', { name: 'Läser in …' })).toBeTruthy();
  expect(screen.queryByRole('form')).toBeNull();
});

it('says once that the disk is full', async () => {
  await renderSurface(<PopupView />, { state: state({ storageFull: true }) });
  expect(screen.getAllByText('Datorns disk är full')).toHaveLength(1);
});
