import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { CallWindowView } from '@/components/call-window/call-window-view';
import { PanelView } from '@/components/panel/panel-view';
import { PopupView } from '@/components/popup/popup-view';
import { call, held, ringing, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';
import { trustedClick } from './support/trusted-click';

const button = (name: string) => screen.getByRole('button', { name });
const names = (within: HTMLElement) => [...within.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? one.textContent);
const microphone = { state: 'granted', browser: 'firefox', asking: false, onAsk: () => undefined } as const;

const SURFACES = [
  ['popup', <PopupView />, 'region'],
  ['panel', <PanelView />, 'article'],
  ['call window', <CallWindowView microphone={microphone} lending />, 'region'],
] as const;

const WORDS = {
  sv: {
    hold: 'Parkera', resume: 'Återuppta', onHold: 'Parkerat', hangUp: 'Lägg på', mute: 'Tysta', keypad: 'Knappsats', transfer: 'Koppla', join: 'Koppla ihop', conference: 'Konferens',
    decline: 'Avvisa', answer: 'Svara', answerAndHold: 'Svara och parkera', endAndAnswer: 'Avsluta och svara',
    silence: 'Tysta ringsignalen', heldByRemote: 'Den andra har parkerat samtalet.',
  },
  en: {
    hold: 'Hold', resume: 'Resume', onHold: 'On hold', hangUp: 'Hang up', mute: 'Mute', keypad: 'Keypad', transfer: 'Transfer', join: 'Join the two', conference: 'Conference',
    decline: 'Decline', answer: 'Answer', answerAndHold: 'Answer and hold', endAndAnswer: 'End and answer',
    silence: 'Silence the ring', heldByRemote: 'The other side has put you on hold.',
  },
} as const;

describe.each(SURFACES)('%s', (_, view, role) => {
  const card = (name: string) => screen.getByRole(role, { name });

  describe.each(['sv', 'en'] as const)('in %s', (language) => {
    const w = WORDS[language];

    it('a call has Mute, Hold, Keypad, Transfer and Hang up, and with another on hold Join and Conference; on hold it is a row that says so, with time, Resume and Hang up', async () => {
      await renderSurface(view, { language, state: state({ calls: [held(), call()] }) });
      expect(names(card('Maria Bergström'))).toEqual([w.mute, w.hold, w.keypad, w.transfer, w.hangUp, w.join, w.conference]);
      const row = card('Erik Lindqvist');
      expect(names(row)).toEqual([w.resume, w.transfer, w.hangUp]);
      expect(within(row).getByText(w.onHold)).toBeTruthy();
      expect(within(row).getByRole('timer').textContent).toBe('01:35');
    });

    it('a call that comes during another is answered with hold or end, or declined, or silenced', async () => {
      const { phone } = await renderSurface(view, { language, state: state({ calls: [call(), ringing()] }) });
      const card = screen.getByRole(role, { name: 'Karin Andersson' });
      expect(names(card)).toEqual([w.silence, w.answerAndHold, w.decline, w.endAndAnswer]);
      for (const name of [w.silence, w.answerAndHold, w.decline, w.endAndAnswer]) await trustedClick(button(name));
      const callId = 'call-2';
      expect(phone.sent).toEqual([
        { command: 'phone.silence', input: { callId } },
        { command: 'phone.answer', input: { callId, others: 'hold' } },
        { command: 'phone.decline', input: { callId } },
        { command: 'phone.answer', input: { callId, others: 'end' } },
      ]);
    });

    it('says that the other side holds', async () => {
      await renderSurface(view, { language, state: state({ calls: [call({ heldByRemote: true })] }) });
      expect(within(card('Maria Bergström')).getByText(w.heldByRemote)).toBeTruthy();
    });
  });

  it('holds and resumes for a person only, and not with the second click of a double click', async () => {
    const { phone } = await renderSurface(view, { state: state({ calls: [call(), held()] }) });
    fireEvent.click(button('Parkera'));
    fireEvent.click(button('Återuppta'));
    await trustedClick(button('Parkera'), 2);
    await trustedClick(button('Återuppta'), 2);
    await trustedClick(within(card('Erik Lindqvist')).getByRole('button', { name: 'Lägg på' }), 2);
    expect(phone.sent).toEqual([]);
    await trustedClick(button('Parkera'));
    await trustedClick(button('Återuppta'));
    expect(phone.sent).toEqual([
      { command: 'phone.hold', input: { callId: 'call-1' } },
      { command: 'phone.resume', input: { callId: 'call-3' } },
    ]);
  });

  it('shows what rings first, then the call one is in, then those on hold', async () => {
    await renderSurface(view, { state: state({ calls: [held(), call(), ringing()] }) });
    const titles = ['Karin Andersson', 'Maria Bergström', 'Erik Lindqvist'];
    const shown = screen.getAllByRole(role).map((one) => one.getAttribute('aria-label') ?? '');
    expect(shown.filter((title) => titles.includes(title))).toEqual(titles);
  });

  it('the only call left, on hold, makes Resume the obvious button', async () => {
    const { phone } = await renderSurface(view, { state: state({ calls: [held()] }) });
    expect(button('Återuppta').className).toContain('button-primary button-large');
    await act(() => void (phone.state.value = state({ calls: [held(), held({ id: 'call-4', remote: { number: '212', name: null } })] })));
    expect(screen.getAllByRole('button', { name: 'Återuppta' }).map(({ className }) => className.includes('primary'))).toEqual([false, false]);
  });

  it('keeps the keyboard where it was: from Hold to Resume and back, also when the cards change places', async () => {
    const other = { id: 'call-9', remote: { number: '212', name: 'Sara Nyström' } };
    const { phone } = await renderSurface(view, { state: state({ calls: [call(), held(other)] }) });
    button('Parkera').focus();
    await act(() => void (phone.state.value = state({ calls: [call({ state: 'held' }), held(other)] })));
    expect(document.activeElement).toBe(within(card('Maria Bergström')).getByRole('button', { name: 'Återuppta' }));
    await act(() => void (phone.state.value = state({ calls: [call(), held(other)] })));
    expect(document.activeElement).toBe(button('Parkera'));
  });
});

it('a call that is set up cannot be held: the one that comes ends it', async () => {
  const { phone } = await renderSurface(<PanelView />, { state: state({ calls: [call({ state: 'alerting', answeredAt: null }), ringing()] }) });
  expect(screen.queryByRole('button', { name: 'Svara och parkera' })).toBeNull();
  await trustedClick(button('Avsluta och svara'));
  expect(phone.sent).toEqual([{ command: 'phone.answer', input: { callId: 'call-2', others: 'end' } }]);
});

it('a call that comes while others are on hold is simply answered', async () => {
  const { phone } = await renderSurface(<PanelView />, { state: state({ calls: [held(), ringing()] }) });
  await trustedClick(button('Svara'));
  expect(phone.sent).toEqual([{ command: 'phone.answer', input: { callId: 'call-2' } }]);
});

it('two that ring: the second click of a double click on Decline is not for the other', async () => {
  const { phone } = await renderSurface(<PanelView />, { state: state({ calls: [ringing({ id: 'other' })] }) });
  await trustedClick(button('Avvisa'), 2);
  expect(phone.sent).toEqual([]);
});

it('tells that the ring is silenced by more than colour', async () => {
  await renderSurface(<PopupView />, { state: state({ calls: [ringing({ silenced: true })] }) });
  expect(button('Tysta ringsignalen').getAttribute('aria-pressed')).toBe('true');
});

it('what could not be done is said once, however many calls there are', async () => {
  await renderSurface(<PanelView />, { state: state({ calls: [call(), held()] }), prepare: (phone) => phone.answerWith('phone.resume', 'call-being-set-up') });
  await trustedClick(button('Återuppta'));
  const alerts = await screen.findAllByRole('alert');
  expect(alerts.map(({ textContent }) => textContent)).toEqual(['Ett samtal håller på att kopplas. Vänta på svaret eller avsluta det.']);
});
