/** Failed tests of one suite from the JSON it left, each as its name and the first lines of its errors. */
export function vitestFailures(report) {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [failure(file.name, [file.message])];
    return failed.map(({ fullName, failureMessages }) => failure(fullName, failureMessages));
  });
}

export function playwrightFailures(report) {
  const within = (suite, path) => [
    ...(suite.suites ?? []).flatMap((inner) => within(inner, [...path, inner.title])),
    ...(suite.specs ?? []).filter(({ ok }) => !ok).map(({ title, tests }) => failure([...path, title].join(' › '), tests.flatMap(messagesOf))),
  ];
  return [...report.suites.flatMap((suite) => within(suite, [suite.title])), ...report.errors.map(({ message }) => failure('outside of the tests', [message]))];
}

const messagesOf = ({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message));

const COLOURS = /\u001b\[[\d;]*m/g;
const LINES = 8;

const failure = (name, messages) => ({
  name,
  lines: messages.flatMap((message) => (message ?? '').replace(COLOURS, '').split('\n').filter((line) => line.trim() !== '').slice(0, LINES)),
});
