/** Counts of one suite from the JSON it left. Each returns `{ passed, failed, skipped }`. */
export function vitestCounts(report) {
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** A flaky test (passed on a retry) is a failure: retries are off. `errors` are those outside any test. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * What a suite counts as. Without a report, by its exit code: one passed or one failed.
 * With one, a bad exit that no failed test explains is one failure more, and a suite that ran nothing has failed.
 */
export function suiteCounts(counts, exitCode) {
  if (counts === null) return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const unexplained = exitCode !== 0 && counts.failed === 0;
  const empty = counts.passed + counts.failed === 0;
  return { ...counts, failed: counts.failed + (unexplained || empty ? 1 : 0) };
}

export function total(results) {
  return results.reduce(
    (sum, result) => ({ passed: sum.passed + result.passed, failed: sum.failed + result.failed }),
    { passed: 0, failed: 0 },
  );
}
