import type { Phone } from './e2e-phone';
import { waitFor } from './e2e-wait-for';
import { word } from './e2e-words';

const PROCESSING = ['sound.echo', 'sound.noise', 'sound.gain'] as const;

/** Switches echo, noise and level processing off, as a person would: a fake microphone's tone is taken for noise, a voice is not. */
export async function unprocessed<P extends Phone>(phone: P): Promise<P> {
  const page = await phone.extensionPage('/options.html#sound');
  const names = PROCESSING.map((label) => word(label, phone.language));
  for (const name of names) await page.click('switch', name);
  const off = `${JSON.stringify(names)}.every((name) => [...document.querySelectorAll('[role="switch"]')].some((one) => one.labels[0]?.textContent === name && !one.checked))`;
  await waitFor('processing to be off', () => page.evaluate<boolean>(off));
  await page.close();
  return phone;
}
