import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEdge, type EdgeConfig } from '@/server/telephony/choose-edge';
import { EdgeStartError } from '@/server/telephony/ports';
import { findBinary } from '@/server/telephony/process/find-binary';
import { makeRunDir, silentLog } from '../../support/kamailio-edge';

const { runDir, remove } = makeRunDir('choose');
const config: EdgeConfig = { edge: 'auto', sipDomain: 'one.test', dataDir: runDir, trunk: null };
const trunk = { host: '127.0.0.1', port: 5060, transport: 'udp' as const, username: null, password: null };

afterAll(remove);

/** A machine on which only these programs are installed. */
const machine = (...programs: string[]) => (name: string) => (programs.includes(name) ? join('/usr/bin', name) : null);

describe('the choice between the edges', () => {
  it.each([
    [['kamailio', 'rtpengine'], 'kamailio', 0],
    [['kamailio'], 'kamailio', 0],
    [[], 'embedded', 1],
  ] as const)('with %j installed: %s', async (programs, kind, lacking) => {
    const { edge, relay, lacks } = await createEdge(config, silentLog, machine(...programs));
    expect([edge.kind, relay, lacks.length]).toEqual([kind, null, lacking]);
  });

  it('says what the embedded edge lacks, and what would help', async () => {
    const { lacks } = await createEdge({ ...config, trunk }, silentLog, machine());
    expect(lacks.join(' ')).toMatch(/tools\/install-debian\.sh.*without a trunk.*recording.*hold music.*trunk is not used/);
  });

  it('takes the relay with a trunk, and says so when it is missing', async () => {
    expect((await createEdge({ ...config, trunk }, silentLog, machine('kamailio', 'rtpengine'))).relay).not.toBeNull();
    const without = await createEdge({ ...config, trunk }, silentLog, machine('kamailio'));
    expect([without.relay, without.edge.kind]).toEqual([null, 'kamailio']);
    expect(without.lacks.join(' ')).toContain('rtpengine is not installed');
  });

  it('lets desk phones in with Kamailio and rtpengine only, and says so where they are missing', async () => {
    const wanted = { ...config, sipAddress: '127.0.0.1', phonePort: 5070, publicAddress: '192.0.2.1' };
    const whole = await createEdge(wanted, silentLog, machine('kamailio', 'rtpengine'));
    expect([whole.phones, whole.relay === null, whole.lacks]).toEqual([{ host: '192.0.2.1', port: 5070 }, false, []]);
    for (const programs of [['kamailio'], []]) {
      const { phones, lacks } = await createEdge(wanted, silentLog, machine(...programs));
      expect([phones, lacks.join(' ')]).toEqual([null, expect.stringMatching(/desk phones/i)]);
    }
  });

  it('does what it is told, or says why not', async () => {
    expect((await createEdge({ ...config, edge: 'embedded' }, silentLog, machine('kamailio'))).edge.kind).toBe('embedded');
    await expect(createEdge({ ...config, edge: 'kamailio' }, silentLog, machine())).rejects.toThrow(EdgeStartError);
  });
});

describe('looking for programs', () => {
  it('finds what may be run, in the order of the PATH', () => {
    for (const name of ['one-tool', 'one-note']) writeFileSync(join(runDir, name), '');
    chmodSync(join(runDir, 'one-tool'), 0o755);
    expect(findBinary('one-tool', `/nowhere:${runDir}`)).toBe(join(runDir, 'one-tool'));
    expect(findBinary('one-note', runDir)).toBeNull();
    expect(findBinary('one-tool', undefined)).toBeNull();
  });
});
