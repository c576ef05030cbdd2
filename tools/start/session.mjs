import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { Phone } from './phone.mjs';
import { detail, done, step } from './say.mjs';
import { playTour } from './tour.mjs';

/** The demo agent of server/demo/company.ts. */
const AGENT = { name: 'Åsa Lindqvist', email: 'asa.lindqvist@exempelbolaget.example', password: 'exempel-losenord-1', deviceName: 'npm start' };

/** Opens the browser, signs the demo agent in and opens the CRM; resolves with what the tour needs. */
export async function openSession({ executable, extension, headless, lang, server, processes }) {
  step('Opening the browser');
  const opened = await openBrowser({ executable, extension, headless, lang, processes });
  try {
    detail(`${opened.version}, ${headless ? 'headless, with a microphone that hears a tone' : 'with the extension loaded'}`);
    const phone = await Phone.open(opened, '/popup.html');
    // The size the browser gives a popup.
    if (headless) await phone.page.setViewport({ width: 384, height: 600 });
    await phone.signIn({ ...AGENT, url: server.url });
    detail(`signed in as ${AGENT.name} (${AGENT.email}, password ${AGENT.password})`);
    const [first] = await opened.browser.pages();
    const crm = first?.url() === 'about:blank' ? first : await opened.browser.newPage();
    await crm.goto(`${server.url}/demo?lang=${lang}`);
    await crm.bringToFront();
    // The tour goes on using the popup's page; a person has the popup in the toolbar.
    if (!headless) await phone.page.close();
    return { ...opened, opened, phone, crm };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The tour in a session; rejects with what was waited for in vain. */
export async function tour({ session, server, root }) {
  const folder = join(root, '.run/tour');
  const measured = await playTour({ ...session, server, folder });
  step('Measured');
  for (const [name, value] of Object.entries(measured)) detail(`${name.padEnd(22)} ${value}`);
  done(`The tour went well. Screenshots are in ${folder}`);
}
