import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: process.cwd() });

/** Rules that a line of code in a new file of `folder` breaks. */
async function broken(folder: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: `${folder}/new-file.ts` });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'unreadable');
}
const importing = (what: string) => `export * from '${what}';`;

describe('what a folder may not import', () => {
  it.each([
    ['utils/domain', '@/utils/contract/events'],
    ['utils/domain', 'node:fs'],
    ['utils/contract', '@/utils/phone/phone'],
    ['utils/phone', 'sip.js'],
    ['utils/phone', '../storage/vault'],
    ['utils/phone/media', 'sip.js/lib/core'],
    ['utils/phone/sipjs', '#imports'],
    ['utils/server-link', '@/utils/phone/phone'],
    ['utils/core', 'sip.js'],
    ['utils/core', '@/utils/platform/host/clock'],
    ['utils/models', 'wxt/browser'],
    ['utils/models', '@/utils/phone/phone'],
    ['utils/models', 'dexie'],
    ['utils/platform/shell', '@/components/ui/button'],
    ['utils/platform/shell', 'idb'],
    ['utils/storage', '@/server/app'],
    ['components/ui', '#imports'],
    ['components/ui', '@webext-core/messaging'],
    ['components/ui', '@/utils/storage/vault'],
    ['components/ui', '@/utils/messaging/messenger'],
    ['entrypoints/popup', '@/server/app'],
    ['entrypoints/popup', 'sip.js'],
    ['server/http', 'sip.js'],
    ['server/telephony', '@/utils/phone/phone'],
    ['server/telephony', '#imports'],
  ])('%s not %s', async (folder, what) => {
    expect(await broken(folder, importing(what))).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['utils/phone/sipjs', 'sip.js'],
    ['utils/phone/sipjs', '@/utils/phone/sip-user'],
    ['utils/storage', 'dexie'],
    ['utils/messaging', '#imports'],
    ['utils/models', '@/utils/contract/events'],
    ['components/ui', '@/utils/models/context'],
    ['entrypoints/popup', '@/utils/storage/vault'],
    ['server/telephony/embedded', 'sip.js'],
    ['server/http', 'node:http'],
  ])('%s may %s', async (folder, what) => {
    expect(await broken(folder, importing(what))).toEqual([]);
  });
});

describe('what a folder may not touch', () => {
  it.each([
    ['components/ui', 'export const id = browser.runtime.id;'],
    ['components/ui', 'export const id = globalThis.chrome;'],
    ['components/ui', "export const kept = localStorage.getItem('x');"],
    ['utils/models', "export const page = fetch('/x');"],
    ['utils/domain', 'export const title = document.title;'],
    ['utils/phone', 'export const database = window.indexedDB;'],
    ['utils/core', 'export const id = chrome.runtime;'],
  ])('%s: %s', async (folder, code) => {
    expect(await broken(folder, code)).toEqual(['no-restricted-globals']);
  });

  it('loads nothing round the import rules', async () => {
    expect(await broken('components/ui', "export const later = import('@/utils/storage/vault');")).toEqual(['no-restricted-syntax']);
    expect(await broken('entrypoints/popup', "export const later = import('@/utils/storage/vault');")).toEqual([]);
  });
});

it.each([
  ['export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  ["export const x = 'a'.at(0)!;", '@typescript-eslint/no-non-null-assertion'],
  ['export enum X { A }', 'no-restricted-syntax'],
  ['console.log(1);', 'no-console'],
  [`export const x = 1;${'\n'.repeat(301)}`, 'max-lines'],
])('nowhere: %s', async (code, rule) => {
  expect(await broken('utils/storage', code)).toEqual([rule]);
});
