import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { presetSchema } from '@/utils/contract/preset';
import config from '@/wxt.config';

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions?: unknown;
  readonly action?: { readonly default_icon: Readonly<Record<string, string>> };
  readonly browser_action?: { readonly default_icon: Readonly<Record<string, string>> };
  readonly content_security_policy: { readonly extension_pages: string };
}

const manifestOf = (browser: string): Manifest => {
  const make = config.manifest as unknown as (env: { browser: string }) => Manifest;
  return make({ browser });
};
const text = (path: string) => readFileSync(path, 'utf8');

/** First cells of the table of docs/privacy.md that are code, with the browsers of the second. */
const explained = [...text('docs/privacy.md').matchAll(/^\| `(\w+)` \| (both|Chrome|Firefox) \| \S/gm)].map((row) => ({ name: row[1], where: row[2] }));

it.each([
  ['chrome', 'Chrome'],
  ['firefox', 'Firefox'],
])('%s asks for the permissions that docs/privacy.md explains, and no others', (browser, name) => {
  const { permissions, host_permissions } = manifestOf(browser);
  const wanted = explained.filter(({ where }) => where === 'both' || where === name).map((row) => row.name);
  expect([...permissions].sort()).toEqual(wanted.sort());
  expect(host_permissions).toBeUndefined();
});

it.each(['chrome', 'firefox'])('%s: pages of the extension run only their own code, and speak encrypted beyond this machine', (browser) => {
  const policy = manifestOf(browser).content_security_policy.extension_pages;
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  const reached = (/connect-src ([^;]*)/.exec(policy)?.[1] ?? '').split(' ');
  const plain = reached.filter((source) => /^(http|ws):/.test(source));
  expect(reached.filter((source) => !plain.includes(source))).toEqual(["'self'", 'https:', 'wss:']);
  for (const source of plain) expect(new URL(source.replace('*.', '').replace(':*', '')).hostname).toMatch(/^(localhost|127\.0\.0\.1)$/);
});

// WXT gives its popup to the key of the manifest version, and an icon under the other one is lost.
it.each([
  ['chrome', 'action'],
  ['firefox', 'browser_action'],
] as const)('%s shows the offline icon until the first state comes', (browser, key) => {
  const manifest = manifestOf(browser);
  expect(Object.keys(manifest).filter((name) => name.endsWith('action'))).toEqual([key]);
  const files = manifest[key]?.default_icon ?? {};
  expect(files).toEqual({ 16: 'icon/offline-16.png', 32: 'icon/offline-32.png', 48: 'icon/offline-48.png' });
  for (const file of Object.values(files)) expect(existsSync(`public/${file}`)).toBe(true);
});

it('an administrator can preset in Chrome exactly what the extension reads', () => {
  const { properties } = JSON.parse(text('public/managed-schema.json')) as { properties: Record<string, unknown> };
  expect(Object.keys(properties).sort()).toEqual(Object.keys(presetSchema.entries).sort());
  const operations = text('docs/operations.md');
  for (const key of Object.keys(properties)) expect(operations).toContain(`\`${key}\``);
});
