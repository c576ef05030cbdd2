import { expect, it } from 'vitest';
import { steps } from '@/tools/test/choose.mjs';

const suite = (name, beside) => ({ name, beside });

it.each([
  [[], []],
  [[suite('a', true), suite('b', true), suite('c'), suite('d')], ['a b', 'c', 'd']],
  [[suite('a', true), suite('b'), suite('c', true)], ['a', 'b', 'c']],
  [[suite('a'), suite('b', true), suite('c', true)], ['a', 'b c']],
])('only neighbours that may run beside each other do', (suites, groups) => {
  expect(steps(suites).map((step) => step.suites.map(({ name }) => name).join(' '))).toEqual(groups);
});

it('says which goes on meanwhile, and which wants the machine alone', () => {
  const all = steps([{ name: 'soak', meanwhile: true }, { name: 'unit' }, { name: 'e2e', alone: true }]);
  expect(all.map(({ meanwhile, alone }) => [meanwhile, alone])).toEqual([[true, false], [false, false], [false, true]]);
});
