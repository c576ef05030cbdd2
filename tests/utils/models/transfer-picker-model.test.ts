import { describe, expect, it } from 'vitest';
import type { CommandError } from '@/utils/contract/commands';
import type { PersonMatch } from '@/utils/domain/people/search-people';
import { createTransferPicker } from '@/utils/models/transfer-picker-model';

const person = (name: string, number: string): PersonMatch => ({ kind: 'colleague', name, number });
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A phone that answers when the test says so. */
function scene() {
  const asked: { query: string; answer: (people: readonly PersonMatch[]) => void }[] = [];
  const ordered: unknown[] = [];
  let verdict: CommandError | null = null;
  const picker = createTransferPicker(
    {
      people: (query) => new Promise((answer) => void asked.push({ query, answer })),
      transfer: async (...order) => {
        ordered.push(order);
        return verdict;
      },
    },
    'c1',
  );
  const answer = async (query: string, ...people: PersonMatch[]) => {
    asked.find((one) => one.query === query)?.answer(people);
    await turn();
  };
  const names = () => picker.options.value.map(({ name, number }) => name ?? number);
  return { picker, ordered, answer, names, refuse: (error: CommandError) => void (verdict = error) };
}

describe('the transfer picker', () => {
  it('an answer that was overtaken by more typing is not shown', async () => {
    const { picker, answer, names } = scene();
    picker.type('s');
    picker.type('sa');
    await answer('sa', person('Sara', '212'));
    expect([names(), picker.settled.value]).toStrictEqual([['Sara'], true]);
    await answer('s', person('Sven', '213'), person('Sara', '212'));
    await answer('', person('Anna', '210'));
    expect(names()).toStrictEqual(['Sara']);
  });

  it('the marked row stays within a list that became shorter, and goes round', async () => {
    const { picker, answer } = scene();
    await answer('', person('A', '1'), person('B', '2'), person('C', '3'));
    picker.move(-1);
    expect(picker.active.value).toBe(2);
    picker.move(1);
    expect(picker.active.value).toBe(0);
    picker.point(2);
    picker.type('b');
    await answer('b', person('B', '2'));
    expect(picker.active.value).toBe(0);
  });

  it.each([
    ['0701740607', ['0701740607']],
    ['+46 70-174', ['+46 70-174']],
    ['*43', ['*43']],
    ['212', ['Sara']],
    ['sara 2', ['Sara']],
    ['-', ['Sara']],
  ])('%j offers %j first', async (text, first) => {
    const { picker, answer, names } = scene();
    picker.type(text);
    await answer(text, person('Sara', '212'));
    expect(names().slice(0, 1)).toStrictEqual(first);
  });

  it('what is refused can be tried again, and is sent once at a time', async () => {
    const { picker, ordered, refuse } = scene();
    refuse('call-being-set-up');
    picker.type('070');
    expect(await Promise.all([picker.choose('blind'), picker.choose('blind')])).toStrictEqual([false, false]);
    expect([ordered, picker.error.value, picker.text.value]).toStrictEqual([[['c1', '070', 'blind']], 'call-being-set-up', '070']);
    await picker.choose('attended');
    expect(ordered).toHaveLength(2);
  });

  it('Enter before the list has answered means who was typed, not who stood first before', async () => {
    const { picker, ordered, answer } = scene();
    await answer('', person('Anna', '210'), person('Sara', '212'));
    picker.type('sara');
    const chosen = picker.choose('blind');
    await answer('sara', person('Sara', '212'));
    expect([await chosen, ordered]).toStrictEqual([true, [['c1', '212', 'blind']]]);
  });

  it('with nothing typed nobody is meant until a row is marked', async () => {
    const { picker, ordered, answer } = scene();
    await answer('', person('Anna', '210'), person('Sara', '212'));
    expect([picker.active.value, await picker.choose('blind'), ordered]).toStrictEqual([-1, false, []]);
    picker.move(1);
    expect([picker.active.value, await picker.choose('blind'), ordered]).toStrictEqual([0, true, [['c1', '210', 'blind']]]);
  });
});
