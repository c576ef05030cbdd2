import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { PopupView } from '@/components/popup/popup-view';
import { signedOut } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const fill = (name: string | RegExp, value: string) => fireEvent.input(field(name), { target: { value } });
const submit = () => act(async () => void fireEvent.submit(screen.getByRole('form')));

it('signs in with a One account', async () => {
  const { phone } = await renderSurface(<PopupView />, { state: signedOut() });
  fill('Server', 'one.exempel.se');
  fill('E-postadress', 'anna@exempel.se');
  fill('Lösenord', 'hemligt');
  await submit();
  expect(phone.sent[0]?.command).toBe('account.signIn');
});

it('begins in the first field that is empty', async () => {
  await renderSurface(<PopupView />, { state: signedOut() });
  await waitFor(() => expect(document.activeElement).toBe(field('Server')));
});

it('names each wrong field in words, tied to it, and goes to the first', async () => {
  await renderSurface(<PopupView />, { state: signedOut(), language: 'en' });
  fill('E-mail address', 'anna');
  await submit();
  const email = field('E-mail address');
  expect(email.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(email.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'That is not an e-mail address. Write it as you@example.com.',
  );
  expect(document.activeElement).toBe(field('Server'));
});

it('keeps what was typed when the server says no', async () => {
  const { phone } = await renderSurface(<PopupView />, { state: signedOut() });
  phone.answerWith('account.signIn', 'wrong-credentials');
  fill('Server', 'one.exempel.se');
  fill('E-postadress', 'anna@exempel.se');
  fill('Lösenord', 'fel');
  await submit();
  expect((await screen.findByRole('alert')).textContent).toBe('Fel användarnamn eller lösenord. Kontrollera båda.');
  expect(field('E-postadress').value).toBe('anna@exempel.se');
  await waitFor(() => expect(document.activeElement).toBe(field('Lösenord')));
});

it('counts down when there were too many tries', async () => {
  const { phone, clock } = await renderSurface(<PopupView />, { state: signedOut() });
  phone.answerWith('account.signIn', 'too-many-tries', 12);
  fill('Server', 'one.exempel.se');
  fill('E-postadress', 'anna@exempel.se');
  fill('Lösenord', 'fel');
  await submit();
  const waiting = await screen.findByRole<HTMLButtonElement>('button', { name: 'Försök igen om 12 s' });
  expect(waiting.disabled).toBe(true);
  await act(() => clock.advance(12_000));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Logga in' }).disabled).toBe(false);
});

it('signs in with a SIP account, and opens the folded part when the fault is there', async () => {
  const { phone, container } = await renderSurface(<PopupView />, { state: signedOut() });
  fireEvent.click(screen.getByRole('radio', { name: 'SIP-konto' }));
  fill('WebSocket-adress', 'wss://vaxel.exempel.se/ws');
  fill('Användare', '210');
  fill('Lösenord', 'hemligt');
  fireEvent.click(screen.getByText('Lägg till server'));
  fill('Serverns adress', 'http://fel');
  const folded = container.querySelector('details');
  if (folded) folded.open = false;
  await submit();
  expect(folded?.open).toBe(true);
  expect(document.activeElement).toBe(field('Serverns adress'));
  fill('Serverns adress', 'turn:turn.exempel.se');
  fill('Användarnamn', 'u');
  await submit();
  expect(screen.getByText('TURN kräver användarnamn och lösenord. Fyll i båda.')).toBeTruthy();
  const secret = container.querySelector('input[name="ice-credential-0"]');
  if (secret) fireEvent.input(secret, { target: { value: 'hemligt' } });
  await submit();
  expect(phone.sent.map(({ command }) => command)).toEqual(['account.signInSip']);
});

it('shows what the employer has set and does not let it be changed', async () => {
  await renderSurface(<PopupView />, {
    state: signedOut(),
    preset: { server: 'https://one.exempel.se', accountKind: 'one', locked: true },
  });
  expect(field('Server').readOnly).toBe(true);
  expect(field('Server').value).toBe('https://one.exempel.se');
  expect(screen.queryByRole('radio')).toBeNull();
});
