import { expect, it } from 'vitest';
import { newDeviceName } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import { answerChallenge, fieldOf, newToken, registerRaw, statusOf } from '@/tests/support/sip-raw-client';

export function passwordCases(on: () => EdgeStage): void {
  it('refuses a wrong password with 401', async () => {
    const username = newDeviceName();
    on().server.enrol(username);
    const phone = await on().strange(username, 'wrong');
    expect((await phone.register()).status).toBe(401);
    expect(await on().edge.registeredDevices()).not.toContain(username);
  });

  it('refuses an unknown device with 403', async () => {
    const phone = await on().strange(newDeviceName(), 'whatever');
    expect((await phone.register()).status).toBe(403);
  });

  it('refuses a device that registers as another', async () => {
    const { domain, server } = on();
    const [victim, thief] = [newDeviceName(), newDeviceName()];
    server.enrol(victim);
    const password = server.enrol(thief);
    const raw = await on().raw();
    const uri = `sip:${domain}`;
    const aor = `<sip:${victim}@${domain}>`;
    const base = { method: 'REGISTER', uri, from: `${aor};tag=${newToken()}`, to: aor, callId: newToken() };
    const contact = `Contact: <sip:${victim}@raw.invalid;transport=ws>`;
    const challenge = fieldOf(await raw.ask({ ...base, headers: [contact] }), 'WWW-Authenticate') ?? '';
    const proof = answerChallenge(challenge, { username: thief, password, method: 'REGISTER', uri });
    const answer = await raw.ask({ ...base, sequence: 2, headers: [contact, `Authorization: ${proof}`] });
    expect(statusOf(answer)).toBe(403);
    expect(await on().edge.registeredDevices()).not.toContain(victim);
  });

  it('asks a caller that proved nothing yet for its password', async () => {
    const { domain } = on();
    const raw = await on().raw();
    const from = `<sip:${newDeviceName()}@${domain}>;tag=${newToken()}`;
    const response = await raw.ask({ method: 'INVITE', uri: `sip:101@${domain}`, from, to: `<sip:101@${domain}>` });
    expect(statusOf(response)).toBe(407);
    expect(fieldOf(response, 'Proxy-Authenticate')).toMatch(/qop="?auth"?/);
  });

  it('slows guessing: after 30 wrong passwords even the right one is not looked at on that connection', async () => {
    const { domain, server } = on();
    const username = newDeviceName();
    const password = server.enrol(username);
    const raw = await on().raw();
    let looked = 0;
    for (let guess = 0; guess < 30; guess += 1) {
      const status = statusOf(await registerRaw(raw, domain, username, `guess ${guess}`));
      if (status === 401) looked += 1;
    }
    expect(looked).toBeLessThanOrEqual(10);
    expect(statusOf(await registerRaw(raw, domain, username, password))).toBe(503);
    expect(await on().edge.registeredDevices()).not.toContain(username);

    const other = await on().phone();
    // The edge's own count may come a moment after the phone's 200.
    await expect.poll(() => on().edge.registeredDevices()).toContain(other.username);
  });
}
