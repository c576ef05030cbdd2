import { isTone } from './e2e-heard-tone';
import type { OneServer } from './e2e-one-server';
import type { Phone } from './e2e-phone';
import { waitFor } from './e2e-wait-for';
import { word } from './e2e-words';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Until the popup shows this text, or one that matches. */
export function shows(phone: Phone, text: string | RegExp, timeoutMs = 10_000): Promise<unknown> {
  const found = (read: string) => (typeof text === 'string' ? read.includes(text) : text.test(read));
  return waitFor(`${phone.browser} to show ${String(text)}`, async () => {
    const read = await (await phone.popup()).text();
    if (!found(read)) throw new Error(read);
    return true;
  }, timeoutMs);
}

/** Fills in the sign-in form; does not wait for how it goes. */
export async function tryToSignIn(phone: Phone, serverUrl: string, who: Credentials): Promise<void> {
  const popup = await phone.popup();
  await popup.fill(word('signIn.server', phone.language), serverUrl);
  await popup.fill(word('signIn.email', phone.language), who.email);
  await popup.fill(word('signIn.password', phone.language), who.password);
  await popup.click('button', word('signIn.submit', phone.language));
}

export async function signIn(phone: Phone, server: OneServer, who: Credentials): Promise<void> {
  await tryToSignIn(phone, server.url, who);
  await connected(phone, 15_000);
}

/** Until the popup says Connected. */
export const connected = (phone: Phone, timeoutMs = 10_000) => shows(phone, word('status.registered', phone.language), timeoutMs);

export async function dial(phone: Phone, number: string): Promise<void> {
  const popup = await phone.popup();
  await popup.fill(word('dialer.label', phone.language), number);
  await popup.press('Enter');
}

const press = async (phone: Phone, key: string) => (await phone.popup()).click('button', word(key, phone.language), 15_000);

export const answer = (phone: Phone) => press(phone, 'call.answer');
export const decline = (phone: Phone) => press(phone, 'call.decline');

/** Ends the call, or gives it up while it is not answered. */
export async function hangUp(phone: Phone): Promise<void> {
  const popup = await phone.popup();
  const names = [word('call.hangUp', phone.language), word('call.cancel', phone.language)];
  await waitFor('a way to end the call', async () => {
    for (const one of names) {
      if (!(await popup.has('button', one))) continue;
      // Cancel becomes Hang up when the other side answers; a popup behind another tab draws, and so takes a click, slowly.
      await popup.click('button', one, 5_000);
      return true;
    }
    return false;
  }, 20_000);
}

/** Until the phone hears the tone; the media of a call, not its signalling, is the proof. Gives the audio clock's time. */
export async function hears(phone: Phone, hertz: number, timeoutMs = 10_000, after = 0): Promise<number> {
  const heard = await waitFor(`${phone.browser} to hear ${hertz} Hz`, async () => {
    const now = await phone.heard();
    if (now === null || now.at < after || !isTone(now, hertz)) throw new Error(JSON.stringify(now));
    return now;
  }, timeoutMs);
  return heard.at;
}

/** Audio goes both ways: each hears the other's tone. */
export async function hearEachOther(one: Phone, other: Phone, timeoutMs = 10_000): Promise<void> {
  await Promise.all([hears(one, other.hertz, timeoutMs), hears(other, one.hertz, timeoutMs)]);
}

/** A browser's noise suppression may need so long to learn, in its first call, that the tone is no noise. ms. */
const NOISE_SUPPRESSION_LEARNS = 10_000;

/** Goes on hearing the tone: `times` measurements, each of audio that is newer than all before and than this call. */
export async function keepsHearing(phone: Phone, hertz: number, times = 5): Promise<void> {
  let last = (await phone.heard())?.at ?? 0;
  for (let time = 0; time < times; time++) last = await hears(phone, hertz, NOISE_SUPPRESSION_LEARNS, last + 0.2);
}

/** Half a second of new audio without a tone in it. */
export async function hearsNothing(phone: Phone, timeoutMs = 10_000): Promise<void> {
  let silentSince: number | null = null;
  await waitFor(`${phone.browser} to hear nothing`, async () => {
    const now = await phone.heard();
    if (now === null || now.hertz !== 0) silentSince = null;
    else silentSince ??= now.at;
    return now !== null && silentSince !== null && now.at - silentSince > 0.5;
  }, timeoutMs);
}

/** No call is shown any more, or only how it ended. */
export async function isIdle(phone: Phone, timeoutMs = 10_000): Promise<void> {
  const popup = await phone.popup();
  const words = ['call.hangUp', 'call.cancel', 'call.answer'].map((key) => word(key, phone.language));
  await waitFor('no call in progress', async () => {
    for (const name of words) if (await popup.has('button', name)) return false;
    return true;
  }, timeoutMs);
}
