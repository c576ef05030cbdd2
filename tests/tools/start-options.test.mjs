import { expect, it } from 'vitest';
import { UsageError, hasDisplay, isNodeNewEnough, playsTour, readOptions } from '../../tools/start/options.mjs';

it('takes what it is told', () => {
  expect(readOptions(['--once', '--headless', '--port', '9001', '--lang', 'sv'], {})).toEqual({ once: true, headless: true, help: false, port: 9001, lang: 'sv' });
});

it('goes by the environment otherwise', () => {
  expect(readOptions([], {})).toMatchObject({ once: false, headless: false, port: 8443, lang: 'en' });
  expect(readOptions([], { ONE_PORT: '9002', LANG: 'sv_SE.UTF-8' })).toMatchObject({ port: 9002, lang: 'sv' });
  expect(readOptions([], { LANG: 'sv_SE.UTF-8', LC_ALL: 'en_US.UTF-8' }).lang).toBe('en');
});

it.each([['--port', 'eighty'], ['--port', '70000'], ['--lang', 'de'], ['--fast']])('refuses %s %s', (...argv) => {
  expect(() => readOptions(argv.filter(Boolean), {})).toThrow(UsageError);
});

it.each([
  ['v20.18.1', false],
  ['v20.19.0', true],
  ['v18.20.4', false],
  ['v21.7.0', false],
  ['v22.12.0', false],
  ['v22.13.0', true],
  ['v23.11.0', false],
  ['v24.0.0', true],
  ['v25.1.0', true],
])('Node %s: %s', (version, enough) => {
  expect(isNodeNewEnough(version)).toBe(enough);
});

it('plays the tour without a display, when told to, and for --once, whose exit code is the tour’s', () => {
  const window = { DISPLAY: ':0' };
  expect(playsTour({ headless: false, once: false }, 'linux', window)).toBe(false);
  expect(playsTour({ headless: false, once: true }, 'linux', window)).toBe(true);
  expect(playsTour({ headless: true, once: false }, 'linux', window)).toBe(true);
  expect(playsTour({ headless: false, once: false }, 'linux', {})).toBe(true);
});

it('needs X11 or Wayland for a window on Linux, and nothing elsewhere', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
});
