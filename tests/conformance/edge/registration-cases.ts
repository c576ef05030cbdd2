import { expect, it } from 'vitest';
import { connectDevice, newDeviceName } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import { until } from '@/tests/support/sip-inbox';
import { registerRaw, statusOf } from '@/tests/support/sip-raw-client';

export function registrationCases(on: () => EdgeStage): void {
  const registered = async (username: string) => (await on().edge.registeredDevices()).includes(username);
  const event = (kind: 'registered' | 'unregistered', username: string) =>
    on().server.registrations.next((seen) => seen.kind === kind && seen.deviceUsername === username);

  it('registers a device with its password and says so', async () => {
    const phone = await on().phone();
    await event('registered', phone.username);
    expect(await registered(phone.username)).toBe(true);
  });

  it('unregisters', async () => {
    const phone = await on().phone();
    expect((await phone.unregister()).status).toBe(200);
    await event('unregistered', phone.username);
    expect(await registered(phone.username)).toBe(false);
  });

  it('forgets a device whose connection is lost', async () => {
    const phone = await on().phone();
    await phone.ua.transport.disconnect();
    await event('unregistered', phone.username);
    expect(await registered(phone.username)).toBe(false);
  });

  it('keeps one contact per device: the newest connection is rung', async () => {
    const { domain, server, pipe } = on();
    const [caller, old] = [await on().phone(), await on().phone()];
    const password = server.enrol(old.username);
    const fresh = await connectDevice({ server: pipe.url, domain, username: old.username, password });
    expect((await fresh.register()).status).toBe(200);

    server.plan(old.username, on().ring([old]));
    const call = caller.call(old.username);
    const incoming = await fresh.calls.next();
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    expect(old.calls.all).toHaveLength(0);
    await call.session.bye();
    await server.whole(call.callId);
    await fresh.stop();
  });

  it('stays registered when the old connection of a device that came back closes', async () => {
    const { domain, server, pipe } = on();
    const old = await on().phone();
    const fresh = await on().strange(old.username, server.enrol(old.username));
    expect((await fresh.register()).status).toBe(200);
    await old.ua.transport.disconnect();
    const other = await connectDevice({ server: pipe.url, domain, username: newDeviceName(), password: 'none' });
    expect((await other.register()).status).toBe(403);
    expect(await registered(old.username)).toBe(true);
    await other.stop();
  });

  it('cuts a device off: connection closed, registration gone, password refused', async () => {
    const { domain, edge, server } = on();
    const username = newDeviceName();
    const password = server.enrol(username);
    const raw = await on().raw();
    expect(statusOf(await registerRaw(raw, domain, username, password))).toBe(200);

    server.revoke(username);
    await edge.cutOff(username);
    await raw.closed;
    await until(async () => !(await registered(username)), 'the device is not registered');
    expect(statusOf(await registerRaw(await on().raw(), domain, username, password))).toBe(403);
  });

  it('answers OPTIONS, by which a phone checks the line', async () => {
    const { domain } = on();
    const raw = await on().raw();
    const uri = `sip:${domain}`;
    const response = await raw.ask({ method: 'OPTIONS', uri, from: `<sip:x@${domain}>;tag=1`, to: `<${uri}>` });
    expect(statusOf(response)).toBe(200);
  });
}
