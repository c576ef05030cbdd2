import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './root.mjs';

const path = (name) => fileURLToPath(new URL(name, root));

/** Node, node modules and, on Debian as root, browsers and SIP tools. `fatal`: no suite can run at all. */
export function prepare(suites) {
  const node = nodeProblem(process.versions.node, JSON.parse(readFileSync(path('package.json'), 'utf8')).engines.node);
  if (node !== null) return { ok: false, fatal: true, problem: node };
  if (!existsSync(path('node_modules/.package-lock.json'))) {
    console.log('Installing node modules (npm ci)');
    if (!run('npm', ['ci'])) return { ok: false, fatal: true, problem: 'npm ci failed' };
  }
  if (!suites.some((suite) => suite.system)) return { ok: true };
  return prepareSystem();
}

/** Null when `version` is in `range` (`^20.19.0 || ^22.13.0 || >=24`), else what to say. */
export function nodeProblem(version, range) {
  const numbers = (text) => text.replace(/^\D*/, '').split('.').map(Number);
  const [major, minor] = numbers(version);
  const fits = range.split('||').some((part) => {
    const [least, leastMinor = 0] = numbers(part.trim());
    return (major === least && minor >= leastMinor) || (major > least && part.trim().startsWith('>='));
  });
  return fits ? null : `Node ${range} is needed, this is ${version}`;
}

function prepareSystem() {
  const script = path('tools/install-debian.sh');
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0 && existsSync(script)) {
    console.log('Browsers and SIP tools (tools/install-debian.sh)');
    return run('bash', [script]) ? { ok: true } : { ok: false, fatal: false, problem: 'tools/install-debian.sh failed' };
  }
  console.log('Not root on Debian: using the browsers and SIP tools that are here (tools/install-debian.sh lists them).');
  return { ok: true };
}

function run(command, args) {
  return spawnSync(command, args, { cwd: fileURLToPath(root), stdio: 'inherit' }).status === 0;
}
