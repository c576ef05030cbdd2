import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = new URL('../../tools/install-debian.sh', import.meta.url).pathname;

describe.each(['sh', 'bash'])('tools/install-debian.sh run by %s', (shell) => {
  let dir;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'one-install-'));
    stub('systemctl', 'exit 0');
    stub('apt-cache', '[ "$2" != no-such-package ]');
    stub('dpkg-query', 'for name do :; done; case " $INSTALLED " in *" $name "*) printf installed;; esac');
    stub('apt-get', `echo "apt-get $*; services held back: $([ -e "$POLICY_RC_D" ] && echo yes || echo no)" >>"${dir}/calls"; exit "\${APT_EXIT:-0}"`);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  function stub(name, body) {
    writeFileSync(join(dir, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(dir, name), 0o755);
  }
  function install({ packages = ['chromium', 'kamailio'], installed = '', user = 0, env = {} } = {}) {
    stub('id', `echo ${user}`);
    const { status, stdout, stderr } = spawnSync(shell, [SCRIPT, ...packages], {
      encoding: 'utf8',
      env: { PATH: `${dir}:${process.env.PATH}`, POLICY_RC_D: join(dir, 'policy-rc.d'), INSTALLED: installed, ...env },
    });
    const calls = existsSync(join(dir, 'calls')) ? readFileSync(join(dir, 'calls'), 'utf8').trim().split('\n') : [];
    return { status, said: stdout + stderr, calls };
  }

  it('touches nothing when everything is there', () => {
    const { status, said, calls } = install({ installed: 'chromium kamailio' });
    expect({ status, calls }).toEqual({ status: 0, calls: [] });
    expect(said).toBe('install-debian: everything is installed.\n');
  });

  it('refreshes the package lists, then installs only what is missing, with its services held back', () => {
    const { status, said, calls } = install({ installed: 'chromium' });
    expect(calls).toEqual([
      expect.stringMatching(/^apt-get update;/),
      expect.stringMatching(/^apt-get install .* kamailio; services held back: yes$/),
    ]);
    expect(calls[1]).not.toContain('chromium');
    expect(said).toMatch(/install-debian: done\.\n$/);
    expect(status).toBe(0);
    expect(existsSync(join(dir, 'policy-rc.d'))).toBe(false);
  });

  it('says what the archives do not have, installs the rest, and fails', () => {
    const { status, said, calls } = install({ packages: ['chromium', 'no-such-package'] });
    expect(calls[1]).toMatch(/ chromium;/);
    expect(calls[1]).not.toContain('no-such-package');
    expect(said).toContain('the archives of this system have no no-such-package');
    expect(status).toBe(1);
  });

  it('fails when apt fails, and puts the services policy back', () => {
    const { status, said } = install({ env: { APT_EXIT: '100' } });
    expect(said).toContain('not everything could be installed');
    expect(status).toBe(1);
    expect(existsSync(join(dir, 'policy-rc.d'))).toBe(false);
  });

  it('tells anybody but root what is missing and how to install it', () => {
    const { status, said, calls } = install({ user: 1000 });
    expect({ status, calls }).toEqual({ status: 3, calls: [] });
    expect(said).toContain('missing: chromium kamailio');
    expect(said).toContain('sudo tools/install-debian.sh');
  });
});
