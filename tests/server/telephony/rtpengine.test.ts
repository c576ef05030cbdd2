import { createSocket } from 'node:dgram';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeBencode, encodeBencode } from '@/server/telephony/rtpengine/bencode';
import { createNgClient } from '@/server/telephony/rtpengine/ng-client';
import { createRtpengineRelay } from '@/server/telephony/rtpengine/rtpengine-relay';
import { EdgeStartError, type MediaRelay } from '@/server/telephony/ports';
import { findBinary } from '@/server/telephony/process/find-binary';
import { readState } from '@/server/telephony/process/daemon-state';
import { processStart } from '@/server/telephony/process/process-table';
import { makeRunDir, testLog } from '../../support/kamailio-edge';
import { until } from '../../support/sip-inbox';

describe('bencode', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.string({ unit: 'grapheme' }), fc.integer(), fc.array(tie('value')), fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), tie('value'), { noNullPrototype: true })),
  }));
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(decodeBencode(encodeBencode(one as string))).toEqual(one);
      }),
    );
  });
  it.each(['', 'i1', 'i1ei2e', '5:abc', 'l', 'd1:ae', 'x', '-1:', `${'l'.repeat(50)}${'e'.repeat(50)}`])('refuses %j', (text) => {
    expect(() => decodeBencode(Buffer.from(text))).toThrow('not bencode');
  });
});

describe('rtpengine as a process', () => {
  const { runDir, remove } = makeRunDir('relay');
  let relay: MediaRelay;
  const pid = () => readState(`${runDir}/rtpengine.state.json`)?.pid ?? 0;
  function make(address = '127.0.0.1'): MediaRelay {
    relay = createRtpengineRelay({ binary: findBinary('rtpengine', process.env['PATH']) ?? '', runDir, log: testLog, address, ports: { first: 22_000, last: 22_100 } });
    return relay;
  }
  const ping = async () => {
    const client = createNgClient(relay.controlAddress);
    const { result } = await client.command('ping').catch(() => ({ result: 'nothing' }));
    client.close();
    return result;
  };
  afterEach(async () => {
    await relay.close('stop');
    remove();
  });

  it('answers, is started again on the same port when it dies, and is gone after a stop', async () => {
    await make().start();
    const { port } = relay.controlAddress;
    const first = pid();
    process.kill(first, 'SIGKILL');
    await until(() => pid() !== first, 'rtpengine runs again');
    expect(await ping()).toBe('pong');
    expect(relay.controlAddress.port).toBe(port);
    const second = pid();
    await relay.close('stop');
    expect(processStart(second)).toBeNull();
  });

  it('outlives the server and is found again; another configuration replaces it', async () => {
    await make().start();
    const first = pid();
    await relay.close('detach');
    await make().start();
    expect([pid(), await ping()]).toEqual([first, 'pong']);
    await relay.close('detach');
    await make('127.0.0.2').start();
    expect(processStart(first)).toBeNull();
  });

  it('says why it does not start', async () => {
    await expect(make('192.0.2.250').start()).rejects.toThrow(EdgeStartError);
  });
});

describe('the NG client', () => {
  it('repeats a command with its cookie, takes the answer of that cookie, and tells a refusal', async () => {
    const server = createSocket('udp4');
    const cookies: string[] = [];
    server.on('message', (packet, { port }) => {
      const cookie = packet.toString('latin1', 0, packet.indexOf(' '));
      cookies.push(cookie);
      if (cookies.length === 1) return server.send('other d6:result2:oke', port);
      server.send(`${cookie} d12:error-reason4:none6:result5:errore`, port);
    });
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
    const client = createNgClient({ host: '127.0.0.1', port: server.address().port });
    await expect(client.command('offer')).rejects.toThrow('rtpengine refuses offer: none');
    expect(cookies[0]).toBe(cookies[1]);
    client.close();
    server.close();
  });
});
