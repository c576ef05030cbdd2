import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { whyInstall } from '../../tools/start/modules.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'one-modules-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true }));

const lock = (packages) => JSON.stringify({ lockfileVersion: 3, packages });
const wanted = (packages) => writeFileSync(join(root, 'package-lock.json'), lock({ '': { name: 'one' }, ...packages }));
const present = (packages) => writeFileSync(join(root, 'node_modules/.package-lock.json'), lock(packages));

it('nothing is needed when all is there, but for optional packages of other systems', () => {
  wanted({ 'node_modules/ws': { version: '8.0.0' }, 'node_modules/fsevents': { version: '2.0.0', optional: true } });
  present({ 'node_modules/ws': { version: '8.0.0' } });
  expect(whyInstall(root)).toBeNull();
});

it('says why it is needed', () => {
  wanted({ 'node_modules/ws': { version: '8.1.0' } });
  expect(whyInstall(root)).toBe('node_modules is missing');
  present({ 'node_modules/ws': { version: '8.0.0' } });
  expect(whyInstall(root)).toBe('package-lock.json has changed (ws)');
  present({});
  expect(whyInstall(root)).toBe('package-lock.json has changed (ws)');
});

it('nothing is needed in this project, whose tests run', () => {
  expect(whyInstall(process.cwd())).toBeNull();
});
