import { expect, it } from 'vitest';
import { createPanelSpots, MOST_SITES } from '@/utils/storage/panel-spots';

const memory = (first: string | null = null) => {
  let stored = first;
  return { getItem: () => stored, setItem: (_: string, value: string) => void (stored = value) };
};

it('remembers where the panel was moved to, by site, and forgets the oldest', () => {
  const storage = memory();
  const spots = createPanelSpots(storage);
  expect(spots.read('a.se')).toBeNull();
  for (let site = 0; site < MOST_SITES; site += 1) spots.keep(`${site}.se`, { x: 0, y: 1 });
  spots.keep('0.se', { x: 0.5, y: 0 });
  spots.keep('new.se', { x: 1, y: 1 });
  expect([spots.read('0.se'), spots.read('1.se'), createPanelSpots(storage).read('new.se')]).toEqual([{ x: 0.5, y: 0 }, null, { x: 1, y: 1 }]);
});

it.each(['{', '[["a.se",{"x":7,"y":0}]]', '7'])('begins anew with what cannot be read: %s', (stored) => {
  expect(createPanelSpots(memory(stored)).read('a.se')).toBeNull();
});
