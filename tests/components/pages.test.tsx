import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { CallWindowView } from '@/components/call-window/call-window-view';
import type { MicrophoneStepProps } from '@/components/microphone/microphone-step';
import { WelcomeView } from '@/components/welcome/welcome-view';
import { SettingsPage } from './support/settings-page';
import { call, signedOut, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const microphone = (over: Partial<MicrophoneStepProps> = {}): MicrophoneStepProps => ({
  state: 'prompt',
  browser: 'chrome',
  asking: false,
  onAsk: () => undefined,
  ...over,
});

describe('welcome', () => {
  it('says what the microphone is for and asks on a click', async () => {
    const asked: string[] = [];
    const onAsk = () => void asked.push('microphone');
    await renderSurface(<WelcomeView {...microphone({ onAsk })} />, { state: signedOut() });
    expect(screen.getByText(/Den är bara på under samtal/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Tillåt mikrofonen' }));
    expect(asked).toEqual(['microphone']);
  });

  it('in Firefox shows which box to tick', async () => {
    await renderSurface(<WelcomeView {...microphone({ browser: 'firefox' })} />, { state: signedOut(), language: 'en' });
    expect(screen.getByText(/Tick Remember this decision/)).toBeTruthy();
    expect(screen.getByRole('img', { name: /Remember this decision ticked/ })).toBeTruthy();
  });

  it.each([
    ['chrome', /till vänster om adressfältet/],
    ['firefox', /ta bort blockeringen/],
  ] as const)('in %s tells the way out of a refusal', async (browser, way) => {
    await renderSurface(<WelcomeView {...microphone({ browser, state: 'denied' })} />, { state: signedOut() });
    expect(screen.getByRole('alert').textContent).toMatch(way);
    expect(screen.getByRole('img', { name: /adressfält/ })).toBeTruthy();
  });

  it('goes on to the account, and then offers a test call', async () => {
    const { phone } = await renderSurface(<WelcomeView {...microphone({ state: 'granted' })} />, { state: signedOut() });
    expect(screen.getByRole('form', { name: 'Logga in' })).toBeTruthy();
    phone.state.value = state();
    fireEvent.click(await screen.findByRole('button', { name: 'Ring ett testsamtal' }));
    expect(phone.sent).toEqual([{ command: 'phone.dial', input: { target: '*43', source: 'popup' } }]);
  });
});

describe('call window', () => {
  it('says why it must stay, beside the call', async () => {
    await renderSurface(<CallWindowView microphone={microphone({ state: 'granted', browser: 'firefox' })} lending />, {
      state: state({ calls: [call()] }),
    });
    expect(screen.getByText(/stäng det inte under samtalet/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Lägg på' })).toBeTruthy();
  });

  it('helps when the microphone was refused', async () => {
    await renderSurface(<CallWindowView microphone={microphone({ state: 'denied', browser: 'firefox' })} lending={false} />, {
      state: state(),
    });
    expect(screen.getByRole('button', { name: 'Försök igen' })).toBeTruthy();
  });

  it.each([
    ['lent', 'granted', true, true, 'Mikrofonen är ansluten'],
    ['wanted for a call', 'granted', false, true, 'Väntar på mikrofonen …'],
    ['refused', 'denied', false, true, 'Mikrofonen är blockerad'],
    ['not there', 'missing', false, true, 'Ingen mikrofon hittades'],
    ['not needed', 'granted', false, false, 'Mikrofonen används inte'],
  ] as const)('says what the microphone does when it is %s', async (_, micState, lending, inCall, line) => {
    await renderSurface(<CallWindowView microphone={microphone({ state: micState, browser: 'firefox' })} lending={lending} />, {
      state: state({ calls: inCall ? [call()] : [] }),
    });
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(line);
  });
});

it('settings: shows the account and its state', async () => {
  await renderSurface(<SettingsPage />, { state: state() });
  expect(screen.getByRole('heading', { name: 'Konto' })).toBeTruthy();
  expect(screen.getByText('08-410 000 10')).toBeTruthy();
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Ansluten');
});
