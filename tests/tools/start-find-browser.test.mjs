import { expect, it } from 'vitest';
import { findBrowser } from '../../tools/start/find-browser.mjs';

const having = (...paths) => (path) => paths.includes(path);
const PATH = '/usr/local/bin:/usr/bin';

it('takes Chromium before Chrome before Edge', () => {
  const all = ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome', '/usr/bin/chromium'];
  expect(findBrowser('linux', { PATH }, having(...all))).toBe('/usr/bin/chromium');
  expect(findBrowser('linux', { PATH }, having(...all.slice(0, 2)))).toBe('/usr/bin/google-chrome');
  expect(findBrowser('linux', { PATH }, having(...all.slice(0, 1)))).toBe('/usr/bin/microsoft-edge');
  expect(findBrowser('linux', { PATH }, having())).toBeNull();
});

it('looks where macOS and Windows keep theirs', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser('darwin', {}, having(mac))).toBe(mac);
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  expect(findBrowser('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, having(edge))).toBe(edge);
});

it('ONE_BROWSER names the one to use, and no other is taken when it is not there', () => {
  expect(findBrowser('linux', { PATH, ONE_BROWSER: '/opt/chrome' }, having('/opt/chrome', '/usr/bin/chromium'))).toBe('/opt/chrome');
  expect(findBrowser('linux', { PATH, ONE_BROWSER: '/opt/chrome' }, having('/usr/bin/chromium'))).toBeNull();
});
