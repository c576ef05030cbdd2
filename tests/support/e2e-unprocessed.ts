import type { ChromiumPhone } from './e2e-chromium-phone';
import { word } from './e2e-words';

/** Switches echo, noise and level processing off, as a person would: a fake microphone's tone is taken for noise, a voice is not. */
export async function unprocessed(phone: ChromiumPhone): Promise<ChromiumPhone> {
  const page = await phone.chromium.context.newPage();
  await page.goto(`${phone.origin}/options.html#sound`);
  for (const label of ['sound.echo', 'sound.noise', 'sound.gain'] as const) {
    const control = page.getByRole('switch', { name: word(label) });
    await control.uncheck();
  }
  await page.close();
  return phone;
}
