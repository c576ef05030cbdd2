import { beforeEach, describe, expect, it } from 'vitest';
import type { NumbersMessage, StepAnswer } from '@/utils/platform/page/numbers/number-messages';
import { createNumberSteps, type NumberSteps, type StepTabs } from '@/utils/platform/shell/number-steps';

const TAB = 7;
/** Frames of the tab that have numbers, in the order they answer. */
let withNumbers: number[];
let focus: number | null;
/** The frame with the focus has numbers left. */
let more: boolean;
let stepped: [frame: number | undefined, from: string, direction: number][];
let steps: NumberSteps;

const tabs: StepTabs = {
  query: async () => [{ id: TAB }],
  async sendMessage(tabId, message: NumbersMessage, options): Promise<StepAnswer | undefined> {
    expect(tabId).toBe(TAB);
    if (message.kind === 'numbers.whoOffers') for (const frameId of withNumbers) steps.offer({ tabId, frameId }, frameId === focus);
    else if (message.from !== 'focus' || (focus !== null && more)) {
      stepped.push([options?.frameId, message.from, message.direction]);
      return 'stepped';
    }
    // What Chrome says of frames that all stay silent.
    throw new Error('The message port closed before a response was received.');
  },
};
beforeEach(() => {
  withNumbers = [0];
  focus = 0;
  more = true;
  stepped = [];
  steps = createNumberSteps({ tabs, wait: () => Promise.resolve() });
});

describe('a shortcut', () => {
  it.each([
    ['next-number', 1],
    ['previous-number', -1],
  ] as const)('%s asks every frame of the active tab, and the one with the focus steps', async (command, direction) => {
    await steps.command(command);
    expect(stepped).toEqual([[undefined, 'focus', direction]]);
  });

  it.each([
    [4, 'next-number', 9],
    [9, 'next-number', 0],
    [0, 'previous-number', 9],
    [9, 'previous-number', 4],
  ] as const)('at the end of frame %i %s goes on in frame %i', async (from, command, to) => {
    withNumbers = [9, 0, 4];
    [focus, more] = [from, false];
    await steps.command(command);
    expect(stepped).toEqual([[to, 'edge', command === 'next-number' ? 1 : -1]]);
  });

  it('at the end of the only frame with numbers begins it anew', async () => {
    withNumbers = [4];
    [focus, more] = [4, false];
    await steps.command('next-number');
    await steps.command('previous-number');
    expect(stepped).toEqual([[4, 'edge', 1], [4, 'edge', -1]]);
  });

  it.each([
    ['the page itself, where the person looks', [4, 0], [0, 'view', 1]],
    ['the first frame that has numbers', [9, 4], [4, 'edge', 1]],
  ] as const)('with the focus where no numbers are steps in %s', async (_, frames, wanted) => {
    withNumbers = [...frames];
    focus = null;
    await steps.command('next-number');
    expect(stepped).toEqual([wanted]);
  });

  it('that is pressed again while frames answer steps once', async () => {
    focus = null;
    await Promise.all([steps.command('next-number'), steps.command('next-number')]);
    expect(stepped).toEqual([[0, 'view', 1]]);
  });

  it('hears no frame of another tab, and none that was not asked', async () => {
    withNumbers = [];
    more = false;
    steps.offer({ tabId: TAB, frameId: 3 }, false);
    steps = createNumberSteps({
      tabs,
      wait: async () => {
        steps.offer({ tabId: 8, frameId: 0 }, true);
      },
    });
    await steps.command('next-number');
    expect(stepped).toEqual([]);
  });

  it('of another name, in a window without a tab, or on a page without our script is no harm', async () => {
    await steps.command('answer');
    await createNumberSteps({ tabs: { ...tabs, query: async () => [] }, wait: () => Promise.resolve() }).command('next-number');
    expect(stepped).toEqual([]);
    const silent = { ...tabs, sendMessage: () => Promise.reject(new Error('Receiving end does not exist.')) };
    await createNumberSteps({ tabs: silent, wait: () => Promise.resolve() }).command('next-number');
  });
});
