import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { test } from '@/tests/support/e2e-pair';
import { survivesLossOfServer } from '@/tests/support/e2e-recovery-contract';

// The embedded edge's return is a conformance test.
test.describe('the server and its edge go away and come back', () => {
  test.afterEach(({ pair }, info) => pair.stage.report(info));

  test('a call in progress keeps its audio, both phones are registered soon after, hanging up still works, and so does the next call', ({ pair: { server, karin, johan } }) =>
    survivesLossOfServer(server, { phone: karin, person: KARIN }, { phone: johan, person: JOHAN }));
});
