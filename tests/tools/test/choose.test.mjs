import { expect, it } from 'vitest';
import { together } from '@/tools/test/choose.mjs';

const suite = (name, beside) => ({ name, beside });

it.each([
  [[], []],
  [[suite('a', true), suite('b', true), suite('c'), suite('d')], ['a b', 'c', 'd']],
  [[suite('a', true), suite('b'), suite('c', true)], ['a', 'b', 'c']],
  [[suite('a'), suite('b', true), suite('c', true)], ['a', 'b c']],
])('only neighbours that may run beside each other do', (suites, groups) => {
  expect(together(suites).map((group) => group.map(({ name }) => name).join(' '))).toEqual(groups);
});
