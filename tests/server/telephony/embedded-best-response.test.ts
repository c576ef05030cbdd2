import { expect, it } from 'vitest';
import { bestStatus } from '@/server/telephony/embedded/best-response';

it.each([
  [[486], 486],
  [[480, 486], 486],
  [[486, 603], 603],
  [[503, 404], 404],
  [[500, 486], 486],
  [[408, 480], 480],
  [[407, 503], 407],
  [[302, 486], 302],
  [[], 480],
])('of %j the caller hears %i', (statuses, best) => {
  expect(bestStatus(statuses)).toBe(best);
});
