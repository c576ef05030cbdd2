import { expect, test } from '@playwright/test';
import { dial, hangUp, hears, isIdle, signIn } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { freePort } from '@/tests/support/e2e-free-port';
import { api, launchServer, type EdgeKind, type OneServer } from '@/tests/support/e2e-one-server';
import { sipDeviceOf } from '@/tests/support/e2e-sip-device';
import { headerOf, headersOf } from '@/tests/support/e2e-sip-message';
import type { Pstn } from '@/tests/support/e2e-pstn';
import { Stage } from '@/tests/support/e2e-stage';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { connectRaw, newToken, statusOf } from '@/tests/support/sip-raw-client';

interface SignedIn {
  token: string;
  device: { username: string; domain: string };
}

for (const edge of ['kamailio', 'embedded'] satisfies EdgeKind[]) {
  test.describe(`a stranger at the ${edge} edge`, () => {
    const stage = new Stage();
    let server: OneServer;
    let pstn: Pstn;

    test.beforeAll(async () => {
      pstn = await stage.pstn();
      server = await stage.server({ edge, trunkPort: pstn.port });
    });
    test.afterEach(({ browserName: _ }, info) => stage.report(info));
    test.afterAll(() => stage.close());

    test('sends in-dialog requests without having signed in: 481, and nothing is relayed to the trunk or to a phone', async () => {
      const victim = await sipDeviceOf(server, KARIN);
      await victim.register();
      const stranger = await connectRaw(`${server.url.replace('http', 'ws')}/sip`);
      const domain = victim.ua.configuration.uri.host;
      const targets = [`sip:pstn@127.0.0.1:${pstn.port}`, `sip:${victim.username}@${domain}`, `sip:+46701740651@${domain}`];
      for (const uri of targets) {
        for (const method of ['INFO', 'BYE', 'INVITE', 'REFER', 'MESSAGE']) {
          const from = `<sip:${victim.username}@${domain}>;tag=${newToken()}`;
          const contact = [`Contact: <sip:${newToken()}@raw.invalid;transport=ws>`];
          const response = await stranger.ask({ method, uri, from, to: `<${uri}>;tag=${newToken()}`, headers: contact });
          expect(statusOf(response), `${method} ${uri}`).toBe(481);
        }
      }
      expect(pstn.invites).toHaveLength(0);
      expect(pstn.others).toHaveLength(0);
      expect(victim.calls.all).toHaveLength(0);
      expect(victim.messages.all).toHaveLength(0);
      stranger.close();
      await victim.stop();
    });

    test('guesses 30 passwords: slowed after a few, and the right one then has to wait too', async () => {
      const guess = (password: string) =>
        api<{ error?: { code: string; retryAfter?: number } }>(server, 'POST', '/api/session', { email: JOHAN.email, password, deviceName: 'guesser' });
      const answers = [];
      for (let time = 0; time < 30; time++) answers.push(await guess(`wrong ${time}`));
      const slowed = answers.filter((one) => one.status === 429);
      expect(answers.every((one) => one.status === 401 || one.status === 429)).toBe(true);
      expect(slowed.length).toBeGreaterThanOrEqual(20);
      expect(slowed.every((one) => (one.json.error?.retryAfter ?? 0) >= 1)).toBe(true);
      expect((await guess(JOHAN.password)).status).toBe(429);
    });

    test('a revoked device cannot register any more', async () => {
      const mine = await api<SignedIn>(server, 'POST', '/api/session', { email: KARIN.email, password: KARIN.password, deviceName: 'to be revoked' });
      const device = await sipDeviceOf(server, KARIN, 'another');
      expect((await device.register()).status).toBe(200);
      const { sessions } = (await api<{ sessions: { id: string; deviceName: string }[] }>(server, 'GET', '/api/sessions', undefined, mine.json.token)).json;
      const its = sessions.find((one) => one.deviceName === 'another');
      await api(server, 'DELETE', `/api/sessions/${its?.id ?? ''}`, undefined, mine.json.token);
      await waitFor('its connection to be closed', () => !device.ua.isConnected());
      await device.reconnect();
      expect((await device.register()).status).toBeGreaterThanOrEqual(401);
      await device.stop();
    });
  });
}

test.describe('what a phone claims', () => {
  const stage = new Stage();
  let server: OneServer;
  let pstn: Pstn;

  test.beforeAll(async () => {
    pstn = await stage.pstn();
    server = await stage.server({ edge: 'kamailio', trunkPort: pstn.port });
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('is ignored: the trunk sees the user’s fixed number, whatever From and P-Asserted-Identity said', async () => {
    const device = await sipDeviceOf(server, KARIN, 'liar', 'Statsministern');
    await device.register();
    pstn.onInvite = { status: 486, reason: 'Busy Here' };
    const claim = ['P-Asserted-Identity: "Statsministern" <sip:+4684051000@example.com>', 'P-Preferred-Identity: <sip:+4684051000@example.com>', 'Remote-Party-ID: <sip:+4684051000@example.com>'];
    const outcome = await device.call('+46701740652', { extraHeaders: claim }).done;
    expect(outcome.status).toBe(486);
    const invite = pstn.invites.at(-1);
    if (invite === undefined) throw new Error('no call at the trunk');
    expect(headersOf(invite, 'p-asserted-identity')).toHaveLength(1);
    expect(headerOf(invite, 'p-asserted-identity')).toContain(KARIN.fixedNumber);
    expect(headerOf(invite, 'from')).toContain(KARIN.fixedNumber);
    expect(invite.headers.map(([, value]) => value).join('\n')).not.toContain('4684051000');
    expect(headerOf(invite, 'from')).not.toContain('Statsministern');
    await device.stop();
  });

  test('a real call is not ended by a forged BYE from another address', async () => {
    const karin = await stage.chromium({ hertz: 440 });
    await signIn(karin, server, KARIN);
    pstn.onInvite = 'answer';
    await dial(karin, '+46701740653');
    await hears(karin, 1000);
    const stranger = await connectRaw(`${server.url.replace('http', 'ws')}/sip`);
    const { dialog } = pstn;
    if (dialog === null) throw new Error('no call at the trunk');
    const response = await stranger.ask({ method: 'BYE', uri: dialog.target, from: dialog.local, to: dialog.remote, callId: dialog.callId, sequence: 9 });
    expect(statusOf(response)).toBe(481);
    stranger.close();
    await hears(karin, 1000);
    await hangUp(karin);
    await isIdle(karin);
  });

  test('a One server on an occupied data directory refuses, and says why', async () => {
    const second = launchServer({ edge: 'embedded', dataDir: server.dataDir, port: await freePort() });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(server.dataDir);
    expect(second.output()).not.toContain('    at ');
    expect((await fetch(`${server.url}/healthz`)).ok).toBe(true);
  });
});
