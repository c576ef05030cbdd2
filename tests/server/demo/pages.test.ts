import { describe, expect, it } from 'vitest';
import { createDemoRoutes } from '@/server/demo/demo-routes';
import { CONTACTS, telOf } from '@/server/demo/pages/contacts';
import { WORDS } from '@/server/demo/pages/words';
import { normaliseDialled } from '@/utils/domain/phone-number/dialling';

const robot = { name: 'Erik Sjöberg', extension: '102', number: '+46846500402' };
const routes = createDemoRoutes({ agent: '101', echoRobot: robot, sipDomain: 'one.localhost', robots: () => null });
const page = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await routes.request(path, { headers });
  return { status: answer.status, type: answer.headers.get('content-type'), policy: answer.headers.get('content-security-policy'), text: await answer.text() };
};
/** 08-465 004 00–99 and 070-174 06 05–99: what PTS keeps for fiction. */
const isFiction = (e164: string) => /^\+468465004\d\d$/.test(e164) || (/^\+467017406\d\d$/.test(e164) && Number(e164.slice(-2)) >= 5);

describe('the CRM', () => {
  it('has a link to the robot, by number and by extension', async () => {
    const { text } = await page('/demo?lang=sv');
    expect(text).toContain('href="tel:+46846500402">+46 8 465 004 02</a>');
    expect(text).toContain('href="tel:102"');
  });

  it('has tel:, callto: and sip: links and numbers in plain text', async () => {
    const { text } = await page('/demo/customer');
    expect(text).toContain('href="tel:+46846500410"');
    expect(text).toContain('href="callto:0701740610"');
    expect(text).toContain('href="sip:102@one.localhost"');
    expect(text).toContain('+46 8 465 004 43');
  });

  it.each(['/demo', '/demo/customer', '/demo/mail'])('%s speaks Swedish, and English when asked', async (path) => {
    expect((await page(path)).text).toContain('<html lang="sv">');
    expect((await page(`${path}?lang=en`)).text).toContain('<html lang="en">');
    expect((await page(path, { 'accept-language': 'en-GB,en;q=0.9' })).text).toContain('<html lang="en">');
  });

  it.each(['nordkund.css', 'nordkund.js', 'nordkund.svg'])('serves %s under the policy that the pages have', async (file) => {
    const { status, type, policy } = await page(`/demo/${file}`);
    expect(status).toBe(200);
    expect(type).toMatch(/css|javascript|svg/);
    expect(policy).toContain("script-src 'self'");
  });

  it('has every word in both languages', () => {
    for (const words of Object.values(WORDS)) for (const word of Object.values(words)) expect(word).not.toBe('');
  });

  it('shows numbers of the fiction ranges only, in eleven ways to write them', () => {
    const numbers = CONTACTS.flatMap(({ phone, mobile }) => [phone, mobile]);
    const pages = Object.values(WORDS).flatMap((words) => Object.values(words).flatMap((text) => text.match(/\+?\d[\d ()–-]{8,}\d/g) ?? []));
    const dialled = [...numbers, ...pages.filter((text) => !/^(2026|5560)/.test(text))].map((text) => normaliseDialled(telOf(text), 'SE'));
    for (const one of dialled) expect(one.kind === 'number' && isFiction(one.e164), JSON.stringify(one)).toBe(true);
    expect(new Set(numbers.map((text) => text.replaceAll(/\d/g, '0'))).size).toBeGreaterThanOrEqual(11);
  });

  it('says that the robots are not there yet', async () => {
    expect((await routes.request('/demo/call-me', { method: 'POST' })).status).toBe(503);
    expect(await (await routes.request('/demo/robots')).json()).toMatchObject({ ready: false });
  });
});
