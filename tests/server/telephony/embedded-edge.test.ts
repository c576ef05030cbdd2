import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedEdge } from '@/server/telephony/embedded';
import { EdgeStartError } from '@/server/telephony/ports';
import { ended, newDeviceName } from '@/tests/support/sip-client';
import { openStage, SHOWN, type EdgeStage } from '@/tests/support/sip-edge-stage';
import { quietLog } from '@/tests/support/sip-quiet-log';
import { fieldOf, newToken, registerRaw, statusOf, writeRequest, type RawRequest, type RawSip } from '@/tests/support/sip-raw-client';

let stage: EdgeStage;
beforeAll(async () => {
  stage = await openStage(({ domain }) => createEmbeddedEdge({ domain, log: quietLog }));
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** A raw connection on which a fresh device is registered. */
async function device(): Promise<{ raw: RawSip; username: string }> {
  const raw = await stage.raw();
  const username = newDeviceName();
  const response = await registerRaw(raw, stage.domain, username, stage.server.enrol(username));
  expect(statusOf(response)).toBe(200);
  return { raw, username };
}

const from = (username: string): Pick<RawRequest, 'from'> => ({ from: `<sip:${username}@${stage.domain}>;tag=${newToken()}` });

describe('the embedded edge', () => {
  it('has no trunk and says so to the routing', async () => {
    const caller = await stage.phone();
    const targets = [{ kind: 'trunk', number: '+46701234567' }] as const;
    stage.server.plan('0701234567', [{ act: 'route', targets, ringMs: 1000, identity: SHOWN }]);
    const call = caller.call('0701234567');
    expect((await call.done).status).toBe(503);
    const failure = await stage.server.failures.next(({ callId }) => callId === call.callId);
    expect(failure).toMatchObject({ status: 503, reason: 'rejected' });
  });

  it('ends a plan that goes in circles', async () => {
    const caller = await stage.phone();
    const target = { kind: 'device' as const, username: newDeviceName() };
    const step = { act: 'route' as const, targets: [target], ringMs: 1000, identity: SHOWN };
    stage.server.plan('loop', Array.from({ length: 100 }, () => step));
    expect((await caller.call('loop').done).status).toBe(500);
  });

  it('refuses a second call with the Call-ID of one in progress', async () => {
    const [first, second] = [await device(), await device()];
    const asked: { done?: () => void } = {};
    const answer = new Promise<void>((resolve) => (asked.done = resolve));
    stage.server.plan('taken', [() => answer.then(() => ({ act: 'reply', status: 404, reason: 'Not Found' }))]);
    const request = { method: 'INVITE', uri: `sip:taken@${stage.domain}`, to: `<sip:taken@${stage.domain}>`, callId: newToken() };
    const one = first.raw.ask({ ...request, ...from(first.username) });
    await stage.server.requests.next(({ callId }) => callId === request.callId);
    expect(statusOf(await second.raw.ask({ ...request, ...from(second.username) }))).toBe(482);
    asked.done?.();
    expect(statusOf(await one)).toBe(404);
  });

  it('refuses a number that is no SIP address', async () => {
    const { raw, username } = await device();
    const request = { method: 'INVITE', uri: 'tel:+46701234567', to: '<tel:+46701234567>', ...from(username) };
    expect(statusOf(await raw.ask(request))).toBe(404);
  });

  it('refuses a request that has no hop left', async () => {
    const { raw, username } = await device();
    const uri = `sip:101@${stage.domain}`;
    const request = writeRequest({ method: 'INVITE', uri, to: `<${uri}>`, ...from(username) });
    raw.send(request.replace('Max-Forwards: 70', 'Max-Forwards: 0'));
    expect(statusOf(await raw.inbox.next((text) => statusOf(text) >= 200 && fieldOf(text, 'CSeq') === '1 INVITE'))).toBe(483);
  });

  it.each([
    ['BYE', 481],
    ['INFO', 481],
    ['SUBSCRIBE', 405],
    ['REFER', 405],
    ['NOTIFY', 405],
    ['FOO', 405],
  ])('refuses %s outside of a dialog with %i', async (method, status) => {
    const { raw, username } = await device();
    const to = `<sip:x@${stage.domain}>`;
    expect(statusOf(await raw.ask({ method, uri: `sip:${username}@${stage.domain}`, to, ...from(username) }))).toBe(status);
  });

  it('does not let a stranger cancel a call, even one that knows its branch', async () => {
    const [caller, callee] = [await stage.phone(), await stage.phone()];
    stage.server.plan(callee.username, stage.ring([callee]));
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await call.provisional.next((status) => status === 180);
    const { request } = call.session;
    const stranger = await stage.raw();
    const fields = ['Via', 'From', 'To', 'Call-ID'].map((name) => `${name}: ${request.getHeader(name)}`);
    const more = [`CSeq: ${request.cseq} CANCEL`, 'Max-Forwards: 70', 'Content-Length: 0', '\r\n'];
    stranger.send([`CANCEL ${request.ruri.toString()} SIP/2.0`, ...fields, ...more].join('\r\n'));
    expect(statusOf(await stranger.inbox.next())).toBe(481);
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    await call.session.bye();
    await ended(incoming.session);
  });

  it('keeps a hang-up for a phone that is changing its connection', async () => {
    const [caller, callee] = [await stage.phone(), await stage.phone()];
    stage.server.plan(callee.username, stage.ring([callee]));
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await incoming.session.accept();
    await call.done;
    await incoming.acks.next();
    const gone = stage.server.registrations.next(
      (event) => event.kind === 'unregistered' && event.deviceUsername === callee.username,
    );
    await callee.ua.transport.disconnect();
    await gone;
    await call.session.bye();
    expect((await stage.server.whole(call.callId)).at(-1)).toBe('ended 200 caller');
    await callee.reconnect();
    await callee.register();
    await ended(incoming.session);
  });

  it('forgets a registration that runs out', async () => {
    const raw = await stage.raw();
    const username = newDeviceName();
    await registerRaw(raw, stage.domain, username, stage.server.enrol(username), 1);
    await stage.server.registrations.next((event) => event.kind === 'unregistered' && event.deviceUsername === username);
    expect(await stage.edge.registeredDevices()).not.toContain(username);
  });

  it('shows no name a sender of a MESSAGE gave itself', async () => {
    const [sender, receiver] = [await device(), await device()];
    const addresses = { from: `"Your Bank" ${from(sender.username).from}`, to: `<sip:${receiver.username}@${stage.domain}>` };
    const uri = `sip:${receiver.username}@${stage.domain}`;
    sender.raw.send(writeRequest({ method: 'MESSAGE', uri, ...addresses, body: 'Hej' }));
    const message = await receiver.raw.inbox.next((text) => text.startsWith('MESSAGE'));
    expect(fieldOf(message, 'From')).not.toContain('Bank');
    expect(fieldOf(message, 'From')).toContain(`<sip:${sender.username}@`);
  });

  it('answers the keep-alive of RFC 5626', async () => {
    const raw = await stage.raw();
    raw.send('\r\n\r\n');
    expect(await raw.inbox.next()).toBe('\r\n');
  });

  it('says which port is taken when it cannot start', async () => {
    const port = stage.edge.webSocketPort;
    const second = createEmbeddedEdge({ domain: stage.domain, log: quietLog, port });
    await expect(second.start(stage.server.handlers)).rejects.toThrow(EdgeStartError);
    await expect(second.start(stage.server.handlers)).rejects.toThrow(String(port));
    expect(() => second.webSocketPort).toThrow(EdgeStartError);
  });
});
