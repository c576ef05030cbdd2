import { UserAgent, type Session, type SessionReferOptions, type URI } from 'sip.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { DEMO_AGENT, DEMO_ANSWERER, DEMO_CALLER } from '@/server/demo/company';
import { EventClient } from '@/tests/server/support/event-client';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { ended, startCall, type SipDevice } from '@/tests/support/sip-client';
import { createInbox } from '@/tests/support/sip-inbox';
import { toneOf } from '@/tests/support/tone-media';
import { openTransferStage, type TransferStage } from '@/tests/support/transfer-stage';
import type { TrunkEnd } from '@/tests/support/trunk-end';
import { callRecordSchema } from '@/utils/contract/call-record';

const CUSTOMER = '+46701740611';
let stage: TransferStage;
let trunk: TrunkEnd;
let events: EventClient;
let browser: SipDevice;
let desk: SipDevice;
let colleague: SipDevice;
let third: SipDevice;

beforeAll(async () => {
  stage = await openTransferStage();
  ({ trunk } = stage);
  const [agent, other, last] = [await stage.signIn(DEMO_AGENT), await stage.signIn(DEMO_ANSWERER), await stage.signIn(DEMO_CALLER)];
  browser = await stage.browser(agent);
  desk = await stage.desk(agent, 500);
  colleague = await stage.desk(other, 700);
  third = await stage.desk(last, 900);
  events = await new EventClient(stage.server()).hello(other.token);
});
afterAll(async () => {
  events.socket.close();
  await stage.close();
});

const at = (user: string): URI => UserAgent.makeURI(`sip:${user}@one.example`) ?? expect.fail('no address');

/** A customer calls the agent, who answers with this phone. */
async function customerCalls(phone: SipDevice, hertz = 1000, from = CUSTOMER) {
  const outside = trunk.call(DEMO_AGENT.fixedNumber, from, hertz);
  const inside = await phone.calls.next(({ session }) => session.request.callId === outside.callId);
  await inside.session.accept();
  expect((await outside.done).status).toBe(200);
  await inside.acks.next();
  return { outside, inside };
}

/** Sends a REFER and collects what is reported of it within the call. */
async function refer(session: Session, to: URI | Session) {
  const reports = createInbox<string>('a NOTIFY within the call');
  const answer = createInbox<number>('an answer to the REFER');
  const options: SessionReferOptions = {
    onNotify: (notification) => {
      reports.push(notification.request.body.trim());
      void notification.accept();
    },
    requestDelegate: { onAccept: () => answer.push(202), onReject: ({ message }) => answer.push(message.statusCode ?? 0) },
  };
  await session.refer(to, options);
  return { reports, status: await answer.next() };
}

const hearEachOther = (one: Session, oneHertz: number, other: Session, otherHertz: number) =>
  waitFor('both ends to hear each other', () => {
    const heard = [toneOf(one).hears(otherHertz), toneOf(other).hears(oneHertz)];
    if (!heard.every(Boolean)) throw new Error(String(heard));
    return true;
  });

const hears = (session: Session, hertz: number) =>
  waitFor(`${hertz} Hz to be heard`, () => {
    if (!toneOf(session).hears(hertz)) throw new Error('not heard');
    return true;
  });

const renew = (session: Session) =>
  new Promise<true>((resolve, reject) => {
    session.invite({ requestDelegate: { onAccept: () => resolve(true), onReject: ({ message }) => reject(new Error(`re-INVITE refused: ${message.statusCode}`)) } }).catch(reject);
  });

/** Sends a re-INVITE; again where it overtook the ACK of the last one (RFC 3261 14.2). */
async function hold(session: Session, held: boolean) {
  toneOf(session).direction = held ? 'sendonly' : 'sendrecv';
  await waitFor('the re-INVITE to be taken', () => renew(session));
}

/** Calls a colleague, who answers. */
async function talk(from: SipDevice, dialled: string, to: SipDevice) {
  const out = from.call(dialled);
  const incoming = await to.calls.next(({ session }) => session.request.callId === out.callId);
  await incoming.session.accept();
  expect((await out.done).status).toBe(200);
  await incoming.acks.next();
  return { out, in: incoming };
}

/** A call of a phone to somebody outside, who answers. */
async function talkOutside(from: SipDevice, number: string) {
  const out = from.call(number);
  const outside = await trunk.calls.next();
  await outside.session.accept();
  expect((await out.done).status).toBe(200);
  return { out, outside };
}

describe('calls that the trunk does not hand on itself', () => {
  afterEach(async () => void (await expect.poll(() => stage.mediaSessions()).toBe(0)));

  it('blind: the colleague sees the customer and who sent them, both hear each other, and the customer hangs up', async () => {
    const { outside, inside } = await customerCalls(browser);
    const { status } = await refer(inside.session, at(DEMO_ANSWERER.extension));
    expect(status).toBe(202);
    const theirs = await colleague.calls.next();
    expect(theirs.from).toContain(CUSTOMER);
    expect(theirs.session.request.getHeader('Referred-By')).toContain(DEMO_AGENT.fixedNumber);
    await browser.notices.next((notice) => notice.startsWith('SIP/2.0 180'));
    await theirs.session.accept();
    await browser.notices.next((notice) => notice.startsWith('SIP/2.0 200'));
    await inside.session.bye();
    await hearEachOther(outside.session, 1000, theirs.session, 700);
    await outside.session.bye();
    await ended(theirs.session);
    const records = () => events.changes.filter((change) => change.collection === 'calls').map(({ item }) => v.parse(callRecordSchema, item));
    await expect.poll(() => records().at(-1)?.endedAt ?? null).not.toBeNull();
    expect(records().at(-1)).toMatchObject({ direction: 'incoming', number: CUSTOMER, status: 200, endedBy: 'caller', callId: theirs.session.request.callId });
    expect(records().at(-1)?.reasons[0]).toMatchObject({ code: 'transferred-by', name: DEMO_AGENT.name });
  });

  it('attended: the consulted colleague goes on with the customer, holds and resumes, and hands them on again; the last one hangs up', async () => {
    const { outside, inside } = await customerCalls(desk);
    await hold(inside.session, true);
    const consultation = await talk(desk, DEMO_ANSWERER.extension, colleague);
    const { reports } = await refer(inside.session, consultation.out.session);
    const theirs = await colleague.calls.next();
    expect(theirs.from).toContain(CUSTOMER);
    await theirs.session.accept();
    await ended(consultation.out.session);
    // A desk phone is told within its call, and helped out of it.
    await reports.next((report) => report.startsWith('SIP/2.0 200'));
    await ended(inside.session);
    await hearEachOther(outside.session, 1000, theirs.session, 700);

    await hold(theirs.session, true);
    expect(toneOf(outside.session).remote).toContain('a=sendonly');
    await hold(theirs.session, false);
    const again = await refer(theirs.session, at(DEMO_CALLER.extension));
    expect(again.status).toBe(202);
    const last = await third.calls.next();
    expect(last.from).toContain(CUSTOMER);
    await last.session.accept();
    await again.reports.next((report) => report.startsWith('SIP/2.0 200'));
    await theirs.session.bye();
    await hearEachOther(outside.session, 1000, last.session, 900);
    await last.session.bye();
    await ended(outside.session);
  });

  it('attended, both behind the trunk: they hear each other, one holds, and hangs up', async () => {
    const { outside, inside } = await customerCalls(browser);
    const second = await talkOutside(browser, '+46701740612');
    const { status } = await refer(inside.session, second.out.session);
    expect(status).toBe(202);
    await browser.notices.next((notice) => notice.startsWith('SIP/2.0 200'));
    await inside.session.bye();
    await ended(second.out.session);
    await hearEachOther(outside.session, 1000, second.outside.session, 1200);
    await hold(outside.session, true);
    expect(toneOf(second.outside.session).remote).toContain('a=sendonly');
    await hold(outside.session, false);
    await hearEachOther(outside.session, 1000, second.outside.session, 1200);
    await second.outside.session.bye();
    await ended(outside.session);
  });

  it('an outgoing call goes on to a number outside, which sees the agent’s number, or to a service', async () => {
    const first = await talkOutside(browser, '+46701740613');
    await refer(first.out.session, at('0701740614'));
    const next = await trunk.calls.next();
    expect(next.from).toContain(DEMO_AGENT.fixedNumber);
    await next.session.accept();
    await browser.notices.next((notice) => notice.startsWith('SIP/2.0 200'));
    await first.out.session.bye();
    await hearEachOther(first.outside.session, 1200, next.session, 1200);
    await next.session.bye();
    await ended(first.outside.session);

    const { outside, inside } = await customerCalls(browser);
    await refer(inside.session, at('*43'));
    await browser.notices.next((notice) => notice.startsWith('SIP/2.0 200'));
    await inside.session.bye();
    await hears(outside.session, 1000);
    await outside.session.bye();
  });

  it('a colleague is put through to somebody outside who was asked first', async () => {
    const first = await talk(colleague, DEMO_AGENT.extension, desk);
    const second = await talkOutside(desk, '+46701740615');
    void first.in.session.refer(second.out.session);
    const referral = await first.out.referrals.next();
    await referral.accept();
    const third = startCall(referral.makeInviter());
    expect((await third.done).status).toBe(200);
    await ended(second.out.session);
    await hearEachOther(second.outside.session, 1200, third.session, 700);
    await first.in.session.bye();
    await second.outside.session.bye();
    await ended(third.session);
  });

  it('busy: the call comes back with its reason and its sound, and the customer can still hang up', async () => {
    const web = await customerCalls(browser);
    await refer(web.inside.session, at(DEMO_ANSWERER.extension));
    await (await colleague.calls.next()).session.reject({ statusCode: 486 });
    await browser.notices.next((notice) => notice.startsWith('SIP/2.0 486'));
    await web.outside.session.bye();
    await ended(web.inside.session);

    const { outside, inside } = await customerCalls(desk);
    await hold(inside.session, true);
    await refer(inside.session, at(DEMO_ANSWERER.extension));
    const theirs = await colleague.calls.next();
    // Taken off hold, it is taken back.
    await hold(inside.session, false);
    await ended(theirs.session);
    await hearEachOther(outside.session, 1000, inside.session, 500);
    await refer(inside.session, at('999'));
    await outside.session.bye();
    await ended(inside.session);
  });

  it('a phone may hang up at once: the target is called on, and when it declines the customer’s call ends', async () => {
    const { outside, inside } = await customerCalls(desk);
    await refer(inside.session, at(DEMO_ANSWERER.extension));
    await inside.session.bye();
    const theirs = await colleague.calls.next();
    await theirs.session.accept();
    await hearEachOther(outside.session, 1000, theirs.session, 700);
    await theirs.session.bye();
    await ended(outside.session);

    const short = await customerCalls(desk);
    await refer(short.inside.session, at(DEMO_ANSWERER.extension));
    await short.inside.session.bye();
    const glance = await colleague.calls.next();
    await glance.session.accept();
    await glance.acks.next();
    // Before the trunk has agreed to the new end.
    await glance.session.bye();
    await ended(short.outside.session);

    const next = await customerCalls(desk);
    await refer(next.inside.session, at(DEMO_ANSWERER.extension));
    await next.inside.session.bye();
    await (await colleague.calls.next()).session.reject({ statusCode: 603 });
    await ended(next.outside.session);
  });

  it('nobody refers what is not theirs: neither the call nor the one it is to take the place of', async () => {
    const { outside, inside } = await customerCalls(browser);
    const foreign = await talk(colleague, DEMO_CALLER.extension, third);
    expect((await refer(inside.session, foreign.out.session)).status).toBe(403);
    const { dialog } = inside.session;
    const stolen = await talk(third, DEMO_ANSWERER.extension, colleague);
    // The dialog of the agent's call under another phone's connection.
    Object.assign(stolen.out.session.dialog ?? {}, { dialogState: Reflect.get(dialog ?? {}, 'dialogState') });
    expect((await refer(stolen.out.session, at(DEMO_CALLER.extension))).status).toBe(481);
    await outside.session.bye();
    await ended(inside.session);
    await foreign.out.session.bye();
    await stolen.in.session.bye();
  });

  it('stands while the One server is away: heard on, and the next server knows who is in it', async () => {
    const calls = [];
    for (const [phone, extension, hertz] of [[colleague, DEMO_ANSWERER.extension, 1000], [third, DEMO_CALLER.extension, 1100]] as const) {
      const { outside, inside } = await customerCalls(browser, hertz);
      await refer(inside.session, at(extension));
      const theirs = await phone.calls.next();
      await theirs.session.accept();
      await browser.notices.next((notice) => notice.startsWith('SIP/2.0 200'));
      await inside.session.bye();
      calls.push({ outside, theirs });
    }
    const [one, two] = calls;
    if (!one || !two) throw new Error('not two calls');
    await hearEachOther(one.outside.session, 1000, one.theirs.session, 700);
    await stage.leave();
    await hearEachOther(two.outside.session, 1100, two.theirs.session, 900);
    await one.outside.session.bye();
    await stage.follow();
    await ended(one.theirs.session);
    await hold(two.theirs.session, true);
    expect(toneOf(two.outside.session).remote).toContain('a=sendonly');
    await two.theirs.session.bye();
    await ended(two.outside.session);
  });
});
