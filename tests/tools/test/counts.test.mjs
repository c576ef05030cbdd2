import { describe, expect, it } from 'vitest';
import { chosenSuites } from '@/tools/test/choose.mjs';
import { playwrightCounts, suiteCounts, total, vitestCounts } from '@/tools/test/counts.mjs';
import { nodeProblem } from '@/tools/test/prepare.mjs';

const file = (status, tests) => ({ status, assertionResults: Array.from({ length: tests }, () => ({})) });

describe('counting what the suites of npm test left', () => {
  it('adds a test file that could not be loaded to the failures', () => {
    const report = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, testResults: [file('failed', 5), file('failed', 0), file('passed', 2)] };
    expect(vitestCounts(report)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it('counts a test that passed on a retry, and an error outside every test, as failures', () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] };
    expect(playwrightCounts(report)).toEqual({ passed: 7, failed: 3, skipped: 0 });
  });

  it.each([
    ['no report, good exit', null, 0, { passed: 1, failed: 0, skipped: 0 }],
    ['no report, bad exit', null, 2, { passed: 0, failed: 1, skipped: 0 }],
    ['bad exit explained by a failed test', { passed: 3, failed: 1, skipped: 0 }, 1, { passed: 3, failed: 1, skipped: 0 }],
    ['bad exit nothing explains', { passed: 3, failed: 0, skipped: 0 }, 1, { passed: 3, failed: 1, skipped: 0 }],
    ['nothing ran', { passed: 0, failed: 0, skipped: 2 }, 0, { passed: 0, failed: 1, skipped: 2 }],
  ])('%s', (_name, counts, exitCode, expected) => {
    expect(suiteCounts(counts, exitCode)).toEqual(expected);
  });

  it('sums all suites for the last line', () => {
    expect(total([{ passed: 1, failed: 0 }, { passed: 20, failed: 3 }])).toEqual({ passed: 21, failed: 3 });
  });
});

describe('what npm test is asked to run', () => {
  const suites = [{ name: 'lint' }, { name: 'build' }, { name: 'e2e', needs: ['build'] }];

  it('is everything by default', () => {
    expect(chosenSuites([], suites)).toEqual({ suites });
  });

  it.each([[['--only', 'e2e']], [['--only=e2e']]])('is the named suites and what they need: %j', (args) => {
    expect(chosenSuites(args, suites)).toEqual({ suites: suites.slice(1) });
  });

  it.each([[['--only', 'nothing']], [['--only']], [['--fast']]])('is refused when it cannot be understood: %j', (args) => {
    expect(chosenSuites(args, suites)).toHaveProperty('problem');
  });
});

describe('the Node that runs it', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['21.7.0', false],
    ['22.12.0', false],
    ['22.13.1', true],
    ['24.0.0', true],
    ['26.2.0', true],
    ['20.18.1', false],
    ['18.20.0', false],
  ])('%s', (version, good) => {
    expect(nodeProblem(version, '^20.19.0 || ^22.13.0 || >=24') === null).toBe(good);
  });
});
