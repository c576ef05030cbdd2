import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeNetstring } from '@/server/telephony/kamailio/netstring';
import { EdgeStartError } from '@/server/telephony/ports';
import { readState } from '@/server/telephony/process/daemon-state';
import { processStart } from '@/server/telephony/process/process-table';
import type { KamailioEdge } from '@/server/telephony/kamailio/kamailio-edge';
import { makeRunDir, testKamailio } from '../../support/kamailio-edge';
import { connectDevice, ended, newDeviceName, type OutgoingCall, type SipDevice } from '../../support/sip-client';
import { createEdgeRecorder, type EdgeRecorder } from '../../support/sip-edge-recorder';
import { SHOWN } from '../../support/sip-edge-stage';
import { until } from '../../support/sip-inbox';
import type { IncomingCall } from '../../support/sip-incoming-call';
import { openPipe, type SipPipe } from '../../support/sip-pipe';

const domain = 'one.test';

describe('the Kamailio process', () => {
  let runDir: string;
  let remove: () => void;
  let server: EdgeRecorder;
  let pipe: SipPipe;
  let edge: KamailioEdge;
  const phones: SipDevice[] = [];

  const state = () => readState(join(runDir, 'kamailio.state.json'));
  const pid = () => state()?.pid ?? 0;
  async function startEdge(options: Partial<Parameters<typeof testKamailio>[0]> = {}): Promise<KamailioEdge> {
    edge = testKamailio({ runDir, domain, ...options });
    await edge.start(server.handlers);
    pipe.pointTo(edge.webSocketPort);
    return edge;
  }
  async function phone(): Promise<SipDevice> {
    const username = newDeviceName();
    const device = await connectDevice({ server: pipe.url, domain, username, password: server.enrol(username) });
    phones.push(device);
    expect((await device.register()).status).toBe(200);
    return device;
  }
  async function talk(caller: SipDevice, callee: SipDevice): Promise<{ out: OutgoingCall; in: IncomingCall }> {
    const targets = [{ kind: 'device' as const, username: callee.username }];
    server.plan(callee.username, [{ act: 'route', targets, ringMs: 20_000, identity: SHOWN }]);
    const out = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await incoming.session.accept();
    expect((await out.done).status).toBe(200);
    await incoming.acks.next();
    return { out, in: incoming };
  }
  async function comeBack(...devices: SipDevice[]): Promise<void> {
    for (const device of devices) {
      await until(async () => {
        await device.reconnect().catch(() => undefined);
        return device.ua.isConnected();
      }, 'the phone is connected again');
      expect((await device.register()).status).toBe(200);
    }
  }

  beforeEach(async () => {
    ({ runDir, remove } = makeRunDir('lifetime'));
    server = createEdgeRecorder(domain);
    pipe = await openPipe();
  });
  afterEach(async () => {
    await Promise.all(phones.splice(0).map((device) => device.stop()));
    await edge.close('stop');
    await pipe.close();
    remove();
  });

  it('is started again on the same ports when it dies; a call goes on between its ends and is ended as any other', async () => {
    await startEdge();
    const ports = [edge.webSocketPort, edge.sipPort];
    const [caller, callee, other] = [await phone(), await phone(), await phone()];
    const call = await talk(caller, callee);
    server.plan('ringing', [{ act: 'route', targets: [{ kind: 'device', username: other.username }], ringMs: 20_000, identity: SHOWN }]);
    const unanswered = caller.call('ringing');
    unanswered.done.catch(() => undefined);
    await (await other.calls.next()).session.progress();
    await server.events.next((event) => event.kind === 'ringing' && event.callId === unanswered.callId);

    const first = pid();
    process.kill(first, 'SIGKILL');
    expect((await server.whole(unanswered.callId)).at(-1)).toBe('ended 503 server');
    await until(() => pid() !== first && processStart(pid()) !== null, 'Kamailio runs again');
    pipe.breakAll();
    await comeBack(caller, callee);
    expect([edge.webSocketPort, edge.sipPort]).toEqual(ports);
    await until(async () => {
      const known = await edge.registeredDevices();
      return known.includes(caller.username) && known.includes(callee.username);
    }, 'both phones are known again');

    await call.in.session.bye();
    await ended(call.out.session);
    expect(await server.whole(call.out.callId)).toEqual([`ringing ${callee.username}`, `answered ${callee.username}`, 'ended 200 callee']);
  });

  it('keeps registrations and calls while the server is away, and tells the next one what it missed', async () => {
    await startEdge();
    const [caller, callee] = [await phone(), await phone()];
    const [lasting, short] = [await talk(caller, callee), await talk(callee, caller)];
    const first = pid();
    await edge.close('detach');
    expect(processStart(first)).not.toBeNull();
    await short.out.session.bye();
    await ended(short.in.session);

    await startEdge();
    expect(pid()).toBe(first);
    expect((await edge.registeredDevices()).toSorted()).toEqual([caller.username, callee.username].toSorted());
    expect((await server.whole(short.out.callId)).at(-1)).toBe('ended 200 caller');
    await lasting.in.session.info();
    await lasting.out.infos.next();
    await lasting.in.session.bye();
    await ended(lasting.out.session);
    expect(await server.whole(lasting.out.callId)).toEqual([`ringing ${callee.username}`, `answered ${callee.username}`, 'ended 200 callee']);
    const again = await talk(caller, callee);
    await again.out.session.bye();
    await server.whole(again.out.callId);
  });

  it('tells that a call is over when it has lasted the longest time: both ends may be gone', async () => {
    await startEdge({ longestCallSeconds: 2 });
    const call = await talk(await phone(), await phone());
    expect((await server.whole(call.out.callId)).at(-1)).toBe('ended 200 server');
    await call.out.session.bye();
    await ended(call.in.session);
    expect(server.story(call.out.callId).filter((line) => line.startsWith('ended'))).toHaveLength(1);
  });

  it('is replaced when the configuration changed', async () => {
    await startEdge();
    const first = pid();
    await edge.close('detach');
    await startEdge({ memoryMb: 72 });
    expect(pid()).not.toBe(first);
    expect(processStart(first)).toBeNull();
  });

  it('is gone after a stop, and nothing listens', async () => {
    await startEdge();
    const [first, port] = [pid(), edge.webSocketPort];
    await edge.close('stop');
    expect(processStart(first)).toBeNull();
    const refused = await new Promise((resolve) => connect(port, '127.0.0.1').once('error', () => resolve(true)).once('connect', () => resolve(false)));
    expect(refused).toBe(true);
  });

  it('says why it does not start', async () => {
    await startEdge();
    const taken = { host: '127.0.0.1', port: edge.sipPort };
    const trunk = { host: '127.0.0.1', port: 5999, transport: 'udp' as const, username: null, password: null };
    await edge.close('stop');
    await startEdge({ trunk, sip: taken });
    const second = makeRunDir('second');
    const rival = testKamailio({ runDir: second.runDir, domain, trunk, sip: taken });
    await expect(rival.start(server.handlers)).rejects.toThrow(EdgeStartError);
    await expect(rival.start(server.handlers)).rejects.toThrow(/in use/i);
    second.remove();
  });

  it('tells nothing to another program of this machine', async () => {
    await startEdge();
    const port = Number(state()?.settings['evapi']);
    const stranger = connect(port, '127.0.0.1');
    let heard = '';
    stranger.on('data', (chunk) => (heard += chunk.toString()));
    await new Promise((resolve) => stranger.once('connect', resolve));
    await phone();
    const closed = new Promise((resolve) => stranger.once('close', resolve));
    stranger.write(encodeNetstring(JSON.stringify({ act: 'hello', key: 'guess' })));
    await closed;
    expect(heard).toBe('');
  });
});
