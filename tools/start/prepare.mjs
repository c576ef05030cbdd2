import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { HOW_TO_GET_A_BROWSER, findBrowser } from './find-browser.mjs';
import { whyInstall } from './modules.mjs';
import { Stopped, detail, step } from './say.mjs';

const isDebian = () => {
  try {
    return /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** node_modules as package-lock.json has it. */
export function installModules(root) {
  const why = whyInstall(root);
  if (why === null) return;
  step(`Installing node modules: ${why}`);
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Stopped('npm ci failed: its message is above.');
}

/** A browser; where there is none, Debian's and Ubuntu's root gets Chromium. */
export function provideBrowser(root) {
  const found = findBrowser(process.platform, process.env);
  if (found !== null) return found;
  if (process.env.ONE_BROWSER) throw new Stopped(`ONE_BROWSER names no program: ${process.env.ONE_BROWSER}`);
  const hint = HOW_TO_GET_A_BROWSER[process.platform] ?? HOW_TO_GET_A_BROWSER.linux;
  if (process.platform !== 'linux' || !isDebian() || process.getuid() !== 0) throw new Stopped(`No Chrome, Chromium or Edge was found.\n${hint}`);
  step('No Chrome, Chromium or Edge was found: installing chromium with apt');
  spawnSync('sh', ['tools/install-debian.sh', 'chromium', 'chromium-l10n'], { cwd: root, stdio: 'inherit' });
  const installed = findBrowser(process.platform, process.env);
  if (installed === null) throw new Stopped(`Chromium could not be installed.\n${hint}`);
  return installed;
}

const hasProgram = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'].filter(Boolean).some((folder) => existsSync(join(folder, name)));

/** Says what carries the calls, and what would be added. */
export function tellTelephony() {
  const missing = [
    ['kamailio', 'Kamailio'],
    ['rtpengine', 'rtpengine'],
  ].filter(([program]) => !hasProgram(program));
  const forced = process.env.ONE_EDGE === 'embedded';
  if (missing.length === 0 && !forced) return detail('Calls go through Kamailio and rtpengine.');
  if (!hasProgram('kamailio') || forced) detail('Calls go through the embedded edge: no trunk to the telephone network, no recording, no hold music.');
  else detail('Calls go through Kamailio, browser to browser: without rtpengine no trunk to the telephone network, no recording, no hold music.');
  if (missing.length > 0) detail(`tools/install-debian.sh would add ${missing.map(([, name]) => name).join(' and ')} (as root, on Debian or Ubuntu).`);
}
