import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of the renderers of extensions under the browser that runs on this profile. */
export function extensionProcesses(profileDir: string): number[] {
  const processes = readdirSync('/proc').flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
      return /^\d+$/.test(name) ? [{ pid: Number(name), parent, command }] : [];
    } catch {
      return [];
    }
  });
  const browser = processes.find(({ command }) => command.includes(profileDir) && !command.includes('--type='));
  const family = new Set(browser === undefined ? [] : [browser.pid]);
  for (let grew = true; grew; ) {
    const children = processes.filter(({ pid, parent }) => family.has(parent) && !family.has(pid));
    for (const { pid } of children) family.add(pid);
    grew = children.length > 0;
  }
  return processes.filter(({ pid, command }) => family.has(pid) && command.includes('--extension-process')).map(({ pid }) => pid);
}
