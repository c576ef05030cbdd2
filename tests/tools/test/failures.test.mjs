import { describe, expect, it } from 'vitest';
import { playwrightFailures, vitestFailures } from '@/tools/test/failures.mjs';

describe('what failed, told at the end of npm test', () => {
  it('of vitest: the failed tests, and a file that could not be loaded', () => {
    const report = {
      testResults: [
        { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'fine' }, { status: 'failed', fullName: 'is two', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\n  to be 2\n'] }] },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        { name: 'c.test.ts', status: 'passed', assertionResults: [] },
      ],
    };
    expect(vitestFailures(report)).toEqual([
      { name: 'is two', lines: ['expected 1', '  to be 2'] },
      { name: 'b.test.ts', lines: ['no such module'] },
    ]);
  });

  it('of Playwright: the failed tests by where they stand, and errors outside of them', () => {
    const result = (...messages) => ({ results: [{ errors: messages.map((message) => ({ message })) }] });
    const report = {
      suites: [{ title: 'calls.spec.ts', specs: [], suites: [{ title: 'a call', specs: [{ ok: true, title: 'rings', tests: [] }, { ok: false, title: 'ends', tests: [result('too late', 'and silent')] }] }] }],
      errors: [{ message: 'no browser' }],
    };
    expect(playwrightFailures(report)).toEqual([
      { name: 'calls.spec.ts › a call › ends', lines: ['too late', 'and silent'] },
      { name: 'outside of the tests', lines: ['no browser'] },
    ]);
  });
});
