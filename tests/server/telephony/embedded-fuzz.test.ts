import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createEmbeddedEdge } from '@/server/telephony/embedded';
import { ended, newDeviceName } from '@/tests/support/sip-client';
import { openStage, type EdgeStage } from '@/tests/support/sip-edge-stage';
import type { Logger } from '@/utils/contract/logger';
import { newToken, registerRaw, statusOf, writeRequest, type RawSip } from '@/tests/support/sip-raw-client';

const errors: unknown[] = [];
const note = () => undefined;
const log: Logger = { debug: note, info: note, warn: note, error: (message, detail) => errors.push({ message, ...detail }) };
const onRejection = (reason: unknown) => errors.push(reason);

let stage: EdgeStage;
beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  stage = await openStage(({ domain }) => createEmbeddedEdge({ domain, log }));
});
afterEach(() => stage.clear());
afterAll(async () => {
  process.off('unhandledRejection', onRejection);
  await stage.close();
});

const METHODS = ['INVITE', 'ACK', 'BYE', 'CANCEL', 'REGISTER', 'OPTIONS', 'INFO', 'REFER', 'NOTIFY', 'MESSAGE', 'UPDATE', 'PRACK'];

/** What hurts parsers: separators, quotes, escapes, long runs, headers that decide where a message goes. */
const POISON = [
  '', '\r\n', '\n', '\0', ';', ',', '"', '\\', '<', '>', '<<<>', '%', '%E5', '%zz', '\u{1F44B}', ' ', '\t', '-1', '99999999999999999999',
  '__proto__', 'constructor', 'A'.repeat(5000), ';tag=', ';branch=', '\r\nTo: <sip:x@y>;tag=2', '\r\n__proto__: x', '\r\n\r\n',
  '\r\nRoute: <sip:127.0.0.1:9>', '\r\nContact: *', '\r\nExpires: -5', '\r\nReplaces: a;b;c', '\r\nMax-Forwards: 1e9',
  '\r\nProxy-Authorization: Digest username="', '\r\nAuthorization: Digest nc=ffffffff', '\r\nContent-Length: 1',
];

const edit = fc.record({ at: fc.nat(1200), cut: fc.nat(40), insert: fc.constantFrom(...POISON) });
const seed = fc.record({
  kind: fc.constantFrom('request', 'response'),
  method: fc.constantFrom(...METHODS),
  toTag: fc.boolean(),
  edits: fc.array(edit, { maxLength: 5 }),
});
type Seed = typeof seed extends fc.Arbitrary<infer T> ? T : never;

function mutate({ kind, method, toTag, edits }: Seed, username: string): string {
  const { domain } = stage;
  const aor = `<sip:${username}@${domain}>`;
  const to = `<sip:${username}@${domain}>${toTag ? `;tag=${newToken()}` : ''}`;
  const headers = [`Contact: <sip:${username}@raw.invalid;transport=ws>`, `Route: <sip:${domain};lr>`];
  const request = { method, uri: `sip:${username}@${domain}`, from: `"A" ${aor};tag=${newToken()}`, to, headers, body: 'v=0\r\n' };
  const text = writeRequest(request);
  const whole = kind === 'request' ? text : text.replace(/^[^\r]*/, 'SIP/2.0 200 OK');
  return edits.reduce((so, { at, cut, insert }) => so.slice(0, at) + insert + so.slice(at + cut), whole);
}

/** The edge answers a plain question after everything before it on the connection was taken. */
async function expectAlive(raw: RawSip): Promise<void> {
  const uri = `sip:${stage.domain}`;
  const answer = await raw.ask({ method: 'OPTIONS', uri, from: `<${uri}>;tag=1`, to: `<${uri}>` });
  expect(statusOf(answer)).toBe(200);
}

it.each(['a stranger', 'a registered device'])('survives thousands of broken messages of %s', async (who) => {
  const raw = await stage.raw();
  const username = newDeviceName();
  const password = stage.server.enrol(username);
  if (who !== 'a stranger') await registerRaw(raw, stage.domain, username, password);
  stage.server.plan(username, [{ act: 'reply', status: 486, reason: 'Busy Here' }]);

  const perRun = fc.array(seed, { minLength: 40, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(perRun, async (seeds) => {
      for (const one of seeds) raw.send(mutate(one, username));
      await expectAlive(raw);
    }),
    { numRuns: 50 },
  );
  expect(errors).toEqual([]);

  const [caller, callee] = [await stage.phone(), await stage.phone()];
  stage.server.plan(callee.username, stage.ring([callee]));
  const call = caller.call(callee.username);
  const incoming = await callee.calls.next();
  await incoming.session.accept();
  expect((await call.done).status).toBe(200);
  await call.session.bye();
  await ended(incoming.session);
});

it('closes a connection that sends more than a SIP message can be, and only that one', async () => {
  const [raw, other] = [await stage.raw(), await stage.raw()];
  raw.send('A'.repeat(100_000));
  await raw.closed;
  await expectAlive(other);
});
