import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { OptionsView } from '@/components/options/options-view';
import { momentText } from '@/components/words/time-text';
import type { CommandError } from '@/utils/contract/commands';
import { soundModel } from './support/fake-sound';
import { numbersProps } from './support/numbers-props';
import { account, session, someSessions, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

interface Scene {
  sessions?: typeof someSessions;
  failure?: CommandError;
  language?: 'sv' | 'en';
}

async function settings({ sessions = someSessions, failure, language = 'sv' }: Scene = {}) {
  const scene = await renderSurface(<OptionsView browser="chrome" version="1.2.3" onAskMicrophone={() => undefined} numbers={numbersProps().props} sound={soundModel()} />, {
    state: state(),
    language,
    prepare: (phone) => {
      phone.sessions = sessions;
      if (failure !== undefined) phone.answerWith('sessions.list', failure);
    },
  });
  const asked = (command: string) => scene.phone.sent.filter((one) => one.command === command);
  return { ...scene, asked };
}

const rows = () => screen.findAllByRole('listitem');
const signOut = (name: RegExp) => screen.getByRole('button', { name });
const confirm = (name: string) => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));

describe('signed-in browsers', () => {
  it.each([
    ['sv', ['Den här webbläsaren', 'Ansluten', 'Frånkopplad'], /senast aktiv i dag 13:02/, /senast aktiv i går/],
    ['en', ['This browser', 'Connected', 'Offline'], /last active today 13:02/, /last active yesterday/],
  ] as const)('in %s: which, whether calls ring there, since when', async (language, [here, online, offline], today, yesterday) => {
    await settings({ language });
    const [first, second, third] = await rows();
    expect(first?.textContent).toContain('Chrome on Linux');
    expect(first?.textContent).toContain(here);
    expect(second?.textContent).toContain('Firefox on Windows');
    expect(second?.textContent).toContain(online);
    expect(second?.textContent).toMatch(today);
    expect(third?.textContent).toContain(offline);
    expect(third?.textContent).toMatch(yesterday);
    expect(third?.textContent).toContain('2025');
    expect(within(first as HTMLElement).queryByRole('button')).toBeNull();
  });

  it('shows that it is loading until the list is there', async () => {
    await settings();
    expect(screen.getByRole('status', { name: 'Läser in webbläsare' })).toBeTruthy();
    await rows();
    expect(screen.queryByRole('status', { name: 'Läser in webbläsare' })).toBeNull();
  });

  it('says that there is no other', async () => {
    await settings({ sessions: [session({ current: true })] });
    expect(await screen.findByText('Du är inte inloggad i någon annan webbläsare.')).toBeTruthy();
  });

  it.each([
    ['server-unreachable', /Servern svarar inte. Kontrollera nätverket/],
    ['not-signed-in', /Du är utloggad/],
  ] as const)('%s is told in a sentence, with another try', async (failure, sentence) => {
    const { phone } = await settings({ failure });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(sentence);
    expect(screen.queryByRole('listitem')).toBeNull();
    phone.answerWell('sessions.list');
    fireEvent.click(within(alert).getByRole('button', { name: 'Försök igen' }));
    expect(await rows()).toHaveLength(3);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are read again when this one connects, and when the page is looked at again', async () => {
    const { phone, asked } = await settings();
    await rows();
    expect(asked('sessions.list')).toHaveLength(1);
    await act(() => {
      phone.state.value = state({ registration: { status: 'offline', reason: null, retryAt: null } });
    });
    expect(asked('sessions.list')).toHaveLength(2);
    await act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(asked('sessions.list')).toHaveLength(3);
  });

  it('of another account are never shown', async () => {
    const { phone, asked } = await settings();
    await rows();
    phone.sessions = [];
    await act(() => {
      phone.state.value = state({ account: { ...account, address: 'erik@exempelbolaget.se' } });
    });
    expect(asked('sessions.list')).toHaveLength(2);
    await waitFor(() => expect(screen.queryByText('Firefox on Windows')).toBeNull());
  });

  it('are not a matter of a SIP account', async () => {
    const { phone, asked } = await settings();
    await rows();
    await act(() => {
      phone.state.value = state({ account: { ...account, kind: 'sip' } });
    });
    expect(screen.queryByText('Inloggade webbläsare')).toBeNull();
    expect(asked('sessions.list')).toHaveLength(1);
  });
});

describe('signing another browser out', () => {
  const FIREFOX = /^Logga ut Firefox on Windows, inloggad 4 mars/;

  it('is asked first, and can be left', async () => {
    const { asked } = await settings();
    await rows();
    fireEvent.click(signOut(FIREFOX));
    expect(screen.getByRole('dialog', { name: 'Logga ut Firefox on Windows?' })).toBeTruthy();
    confirm('Avbryt');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked('sessions.revoke')).toEqual([]);
  });

  it('takes its row away, says so, and keeps the keyboard in the list', async () => {
    const { asked } = await settings();
    await rows();
    signOut(FIREFOX).focus();
    fireEvent.click(signOut(FIREFOX));
    confirm('Logga ut');
    await waitFor(() => expect(screen.queryByRole('button', { name: FIREFOX })).toBeNull());
    expect(asked('sessions.revoke')).toEqual([{ command: 'sessions.revoke', input: { sessionId: 'session-3' } }]);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Firefox on Windows är utloggad.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Inloggade webbläsare'));
  });

  it('says why it failed, and leaves the row for another try', async () => {
    const { phone } = await settings();
    await rows();
    phone.answerWith('sessions.revoke', 'server-unreachable');
    fireEvent.click(signOut(FIREFOX));
    confirm('Logga ut');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Firefox on Windows kunde inte loggas ut');
    expect(alert.textContent).toContain('Servern svarar inte');
    expect(signOut(FIREFOX)).toBeTruthy();
  });
});

it('writes a moment with the year only when it is another one', () => {
  const now = new Date(2026, 2, 4).getTime();
  expect(momentText(new Date(2026, 2, 1, 9, 5).getTime(), now, 'sv-SE')).toBe('1 mars 09:05');
  expect(momentText(new Date(2025, 10, 24, 9, 5).getTime(), now, 'sv-SE')).toBe('24 nov. 2025 09:05');
});
