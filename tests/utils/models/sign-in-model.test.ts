import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Preset } from '@/utils/contract/preset';
import type { SignedInFields } from '@/utils/contract/signed-in-fields';
import { createSignInModel } from '@/utils/models/sign-in-model';
import type { SignInDraftStore, SignInValues } from '@/utils/models/sign-in-values';
import { createTicker } from '@/utils/models/ticker';
import { createFakePhone } from '@/tests/components/support/fake-phone';
import { createHandClock } from '@/tests/components/support/hand-clock';
import { NOW, signedOut } from '@/tests/components/support/phone-states';

function draftStore(): SignInDraftStore & { kept: SignInValues | null } {
  const store = {
    kept: null as SignInValues | null,
    read: () => store.kept,
    write: (values: SignInValues) => void (store.kept = values),
    clear: () => void (store.kept = null),
  };
  return store;
}

function form(preset: Preset | null = null, draft = draftStore()) {
  const phone = createFakePhone(signedOut());
  const clock = createHandClock(NOW);
  const now = createTicker(clock);
  const model = createSignInModel({ send: phone.send, clock, now, preset: signal(preset), draft, deviceName: 'Chrome on Linux', region: 'SE' });
  return { phone, clock, model, draft };
}

function fillOne({ model }: ReturnType<typeof form>, server = 'one.exempel.se') {
  model.setOne('server', server);
  model.setOne('email', ' anna@exempel.se ');
  model.setOne('password', 'hemligt');
}

describe('a One account', () => {
  it('signs in, knowing the scheme of an address typed without one', async () => {
    const one = form();
    fillOne(one);
    expect(await one.model.submit()).toBeNull();
    expect(one.phone.sent).toEqual([
      {
        command: 'account.signIn',
        input: { server: 'https://one.exempel.se', email: 'anna@exempel.se', password: 'hemligt', deviceName: 'Chrome on Linux' },
      },
    ]);
  });

  it.each([
    ['localhost:8080', 'http://localhost:8080'],
    ['https://one.exempel.se/nagot', 'https://one.exempel.se'],
  ])('%s means %s', async (typed, server) => {
    const one = form();
    fillOne(one, typed);
    await one.model.submit();
    expect(one.phone.sent[0]?.input).toMatchObject({ server });
  });

  it.each([
    ['', 'required'],
    ['http://one.exempel.se', 'insecure'],
    ['http://[::1]:8443', 'insecure'],
    ['ett två', 'not-an-address'],
  ])('says what is wrong with the server %j', async (typed, error) => {
    const one = form();
    fillOne(one, typed);
    expect(await one.model.submit()).toBe('server');
    expect(one.model.errors.value).toEqual({ server: error });
    expect(one.phone.sent).toEqual([]);
    one.model.setOne('server', 'one.exempel.se');
    expect(one.model.errors.value).toEqual({});
  });

  it('loses nothing typed when the password is wrong, and points at it', async () => {
    const one = form();
    one.phone.answerWith('account.signIn', 'wrong-credentials');
    fillOne(one);
    expect(await one.model.submit()).toBe('password');
    expect(one.model.problem.value).toBe('wrong-credentials');
    expect(one.model.values.value.one).toEqual({ server: 'one.exempel.se', email: ' anna@exempel.se ', password: 'hemligt' });
  });

  it('counts down and sends nothing before another try is allowed', async () => {
    const one = form();
    one.phone.answerWith('account.signIn', 'too-many-tries', 30);
    fillOne(one);
    await one.model.submit();
    expect(one.model.waitSeconds.value).toBe(30);
    await one.model.submit();
    expect(one.phone.sent).toHaveLength(1);
    one.clock.advance(30_000);
    await one.model.submit();
    expect(one.phone.sent).toHaveLength(2);
  });

  it('sends once while an answer is awaited', async () => {
    const one = form();
    fillOne(one);
    const first = one.model.submit();
    expect(one.model.busy.value).toBe(true);
    await Promise.all([first, one.model.submit()]);
    expect(one.phone.sent).toHaveLength(1);
    expect(one.model.busy.value).toBe(false);
  });
});

describe('a SIP account', () => {
  it('sends every field, with TURN credentials and without empty servers', async () => {
    const { model, phone } = form();
    model.choose('sip');
    model.setSip('server', 'vaxel.exempel.se:8089/ws');
    model.setSip('user', '210');
    model.setSip('password', 'hemligt');
    model.addIceServer();
    model.addIceServer();
    model.addIceServer();
    model.setIceServer(0, { url: 'turn:turn.exempel.se', username: 'u', credential: 'c' });
    model.setIceServer(2, { url: 'stun.exempel.se' });
    expect(await model.submit()).toBeNull();
    expect(phone.sent[0]?.input).toEqual({
      server: 'wss://vaxel.exempel.se:8089/ws',
      user: '210',
      authenticationUser: '',
      password: 'hemligt',
      domain: '',
      displayName: '',
      region: 'SE',
      iceServers: [{ urls: ['turn:turn.exempel.se'], username: 'u', credential: 'c' }, { urls: ['stun:stun.exempel.se'] }],
    });
  });

  it('names the row of a STUN server that cannot be read', async () => {
    const { model } = form();
    model.choose('sip');
    model.setSip('server', 'wss://vaxel.exempel.se/ws');
    model.setSip('user', '210');
    model.setSip('password', 'x');
    model.addIceServer();
    model.setIceServer(0, { url: 'http://fel' });
    expect(await model.submit()).toBe('ice-0');
  });

  it('asks for the name and the password that TURN cannot be used without', async () => {
    const { model, phone } = form();
    model.choose('sip');
    model.setSip('server', 'wss://vaxel.exempel.se/ws');
    model.setSip('user', '210');
    model.setSip('password', 'x');
    model.addIceServer();
    model.setIceServer(0, { url: 'turn:turn.exempel.se', username: 'u' });
    expect(await model.submit()).toBe('ice-0');
    expect(model.errors.value).toEqual({ 'ice-0': 'turn-credentials' });
    expect(phone.sent).toEqual([]);
    model.setIceServer(0, { credential: 'c' });
    expect(await model.submit()).toBeNull();
  });
});

describe('what was typed', () => {
  it('survives the closing of the popup, without its secrets', () => {
    const first = form();
    fillOne(first);
    first.model.addIceServer();
    first.model.setIceServer(0, { url: 'turn:t.se', username: 'u', credential: 'hemligt' });
    expect(JSON.stringify(first.draft.kept)).not.toContain('hemligt');
    const again = form(null, first.draft);
    expect(again.model.values.value.one).toEqual({ server: 'one.exempel.se', email: ' anna@exempel.se ', password: '' });
  });

  it('is forgotten after a sign-in', async () => {
    const one = form();
    fillOne(one);
    await one.model.submit();
    expect(one.draft.kept).toBeNull();
    expect(one.model.values.value.one.password).toBe('');
  });
});

describe('signing in again', () => {
  const fields: Extract<SignedInFields, { kind: 'sip' }> = {
    kind: 'sip',
    server: 'wss://vaxel.exempel.se:8089/ws',
    user: '210',
    authenticationUser: 'auth-210',
    domain: 'exempel.se',
    displayName: 'Anna',
    region: 'NO',
    iceServers: [{ urls: ['turn:turn.exempel.se'], username: 'u' }, { urls: ['stun:stun.exempel.se'] }],
  };

  it('starts with every field of the SIP account but its password, also in the next popup', async () => {
    const one = form();
    one.phone.fields = fields;
    await one.model.refill();
    const { kind, ...typed } = fields;
    const iceServers = [
      { url: 'turn:turn.exempel.se', username: 'u', credential: '' },
      { url: 'stun:stun.exempel.se', username: '', credential: '' },
    ];
    expect(one.model.values.value).toMatchObject({ kind, sip: { ...typed, password: '', iceServers } });
    expect(form(null, one.draft).model.values.value).toEqual(one.model.values.value);
    expect(await one.model.submit()).toBe('password');
  });

  it('keeps what an administrator has locked', async () => {
    const one = form({ sipServer: 'wss://ny.exempel.se/ws', locked: true });
    one.phone.fields = fields;
    await one.model.refill();
    expect(one.model.values.value.sip).toMatchObject({ server: 'wss://ny.exempel.se/ws', user: '210' });
  });

  it('starts with an empty form when nobody knows the fields', async () => {
    const one = form();
    one.phone.answerWith('account.fields', 'not-signed-in');
    await one.model.refill();
    expect(one.draft.kept).toBeNull();
  });
});

describe('a preset', () => {
  it('fills in the server and leaves it to the user', () => {
    const { model } = form({ server: 'https://one.exempel.se' });
    expect(model.values.value.one.server).toBe('https://one.exempel.se');
    expect(model.locked.value.oneServer).toBe(false);
  });

  it('that is locked replaces what was typed and cannot be changed', () => {
    const draft = draftStore();
    fillOne(form(null, draft), 'egen.server.se');
    const { model } = form({ server: 'https://one.exempel.se', accountKind: 'one', locked: true }, draft);
    expect(model.values.value.one.server).toBe('https://one.exempel.se');
    expect(model.locked.value).toEqual({ kind: true, oneServer: true, sipServer: false, sipDomain: false });
  });
});
