import { beforeEach, expect, it } from 'vitest';
import type { StepAnswer, StepMessage } from '@/utils/platform/page/numbers/number-messages';
import { stepNumbers, type StepTabs } from '@/utils/platform/shell/number-commands';

let sent: [number, StepMessage, unknown][];
let focused: boolean;
const tabs: StepTabs = {
  query: async () => [{ id: 7 }],
  async sendMessage(tabId, message, options): Promise<StepAnswer | undefined> {
    sent.push([tabId, message, options]);
    // What Chrome says of frames that all stay silent.
    if (!focused && !message.anyway) throw new Error('The message port closed before a response was received.');
    return 'stepped';
  },
};
beforeEach(() => {
  sent = [];
  focused = true;
});

it.each([
  ['next-number', 1],
  ['previous-number', -1],
] as const)('%s asks every frame of the active tab, and the one with the focus steps', async (command, direction) => {
  await stepNumbers(command, tabs);
  expect(sent).toEqual([[7, { kind: 'numbers.step', direction, anyway: false }, undefined]]);
});

it('with the focus in no frame the page itself steps', async () => {
  focused = false;
  await stepNumbers('next-number', tabs);
  expect(sent[1]).toEqual([7, { kind: 'numbers.step', direction: 1, anyway: true }, { frameId: 0 }]);
});

it('another command, a window without a tab and a page without our script are no harm', async () => {
  await stepNumbers('answer', tabs);
  await stepNumbers('next-number', { ...tabs, query: async () => [] });
  expect(sent).toEqual([]);
  await stepNumbers('next-number', { ...tabs, sendMessage: () => Promise.reject(new Error('Receiving end does not exist.')) });
});
