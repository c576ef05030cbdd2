import { beforeEach, expect, it } from 'vitest';
import type { CommandResult } from '@/utils/contract/commands';
import { pressCallShortcut } from '@/utils/platform/shell/call-shortcuts';
import type { SendCommand } from '@/utils/messaging/send-command';

let asked: unknown[];
let notices: string[];
let answer: CommandResult;
const press = (name: string, rings = true) =>
  pressCallShortcut(name, {
    view: async () => ({ incoming: rings ? { callId: 'c1', number: '', name: null } : null }),
    command: (async (command: string, input: unknown) => {
      asked.push([command, input]);
      return answer;
    }) as unknown as SendCommand,
    notice: async (error) => void notices.push(error),
  });

beforeEach(() => {
  asked = [];
  notices = [];
  answer = { ok: true };
});

it('answers and declines the call that rings', async () => {
  await press('answer-call');
  await press('decline-call');
  expect(asked).toEqual([
    ['phone.answer', { callId: 'c1' }],
    ['phone.decline', { callId: 'c1' }],
  ]);
});

it('does nothing while nothing rings, and nothing for other shortcuts', async () => {
  await press('answer-call', false);
  await press('next-number');
  expect(asked).toEqual([]);
});

it.each([
  ['microphone-refused', ['microphone-refused']],
  ['no-such-call', []],
] as const)('tells what went wrong, but not that the call is over: %s', async (error, told) => {
  answer = { ok: false, error };
  await press('answer-call');
  expect(notices).toEqual(told);
});
