import { test } from '@playwright/test';
import { connected, dial, hangUp, hearEachOther, hears, isIdle, keepsHearing, shows } from './e2e-actions';
import type { Party } from './e2e-calls-contract';
import type { Link, Network } from './e2e-network';
import type { Phone } from './e2e-phone';
import { timeUntil } from './e2e-wait-for';
import { word } from './e2e-words';

/** Notes how long something took, in the report and for whoever watches. */
export function told(what: string, ms: number): void {
  const description = `${what} after ${Math.round(ms)} ms`;
  test.info().annotations.push({ type: 'network', description });
  console.log(`      ${description}`);
}

/** Milliseconds until the tone is there again, later than what was on its way can still be played. */
async function heardAgain(phone: Phone, hertz: number): Promise<number> {
  const { at = 0 } = (await phone.heard()) ?? {};
  return timeUntil('the tone', () => hears(phone, hertz, 500, at + 1), 20_000);
}

/** In a call: the computer of `here` goes over to another link, and both hear each other again. */
export async function soundMovesOver(network: Network, here: Phone, there: Phone, link: Link, order: 'before' | 'after'): Promise<void> {
  await hearEachOther(here, there, 20_000);
  network.moveTo(link, order);
  const [heardHere, heardThere] = await Promise.all([heardAgain(here, there.hertz), heardAgain(there, here.hertz)]);
  told('heard here', heardHere);
  told('heard there', heardThere);
  await Promise.all([keepsHearing(here, there.hertz, 3), keepsHearing(there, here.hertz, 3)]);
}

/** Until it is said that the server does not answer. */
export const saysUnreachable = async (phone: Phone) =>
  told('said', await timeUntil('the connection to be missed', () => shows(phone, word('connection.serverUnreachable'), 500), 45_000));

/** Until the phone is registered again, after its network is back. */
export const registersAgain = async (phone: Phone) => told('registered', await timeUntil('the registration', () => connected(phone, 500), 20_000));

/** Every packet of the computer of `here` vanishes without a word: said while it lasts; registered again afterwards, and called. */
export async function outlastsVanishedPackets(network: Network, here: Party, there: Party): Promise<void> {
  network.lets('nothing');
  await saysUnreachable(here.phone);
  network.lets('everything');
  await registersAgain(here.phone);
  await dial(there.phone, here.person.extension);
  await shows(here.phone, there.person.name);
  await hangUp(there.phone);
  await isIdle(here.phone);
}
