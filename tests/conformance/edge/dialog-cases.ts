import { Messager, UserAgent } from 'sip.js';
import { expect, it } from 'vitest';
import { ended, mediaOf, outcomeOf, type Outcome, type SipDevice } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import { talk } from './established-call';

export function dialogCases(on: () => EdgeStage): void {
  it('carries a re-INVITE from either side: hold', async () => {
    const { out, in: incoming } = await talk(on());
    out.media().direction = 'sendonly';
    await out.session.invite();
    expect(await incoming.reinvites.next()).toContain('a=sendonly');

    mediaOf(incoming.session).direction = 'sendonly';
    await incoming.acks.next();
    await incoming.session.invite();
    expect(await out.reinvites.next()).toContain('a=sendonly');
    await out.session.bye();
    await ended(incoming.session);
  });

  it('carries DTMF as INFO', async () => {
    const { out, in: incoming } = await talk(on());
    const content = 'Signal=5\r\nDuration=160\r\n';
    const body = { contentDisposition: 'render', contentType: 'application/dtmf-relay', content };
    await out.session.info({ requestOptions: { body } });
    expect((await incoming.infos.next()).request.body).toBe(content);
    await incoming.session.info({ requestOptions: { body } });
    expect((await out.infos.next()).request.body).toBe(content);
    await out.session.bye();
    await ended(incoming.session);
  });

  const send = (from: SipDevice, user: string, text: string) =>
    new Promise<Outcome>((resolve, reject) => {
      const target = UserAgent.makeURI(`sip:${user}@${on().domain}`);
      if (!target) return reject(new Error('no target'));
      const give = (response: Parameters<typeof outcomeOf>[0]) => resolve(outcomeOf(response));
      const requestDelegate = { onAccept: give, onReject: give };
      new Messager(from.ua, target, text).message({ requestDelegate }).catch(reject);
    });

  it('carries a MESSAGE between devices', async () => {
    const [from, to] = [await on().phone(), await on().phone()];
    expect((await send(from, to.username, 'Hej på dig! 👋')).status).toBe(200);
    const message = await to.messages.next();
    expect(message.request.body).toBe('Hej på dig! 👋');
    expect(message.request.from.uri.user).toBe(from.username);
  });

  it('says 404 to a MESSAGE for nobody', async () => {
    const from = await on().phone();
    expect((await send(from, '101', 'Hej')).status).toBe(404);
  });
}
