import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeMarkedNumbers, type FakeMarkedNumbers } from '@/tests/support/fake-marked-numbers';
import { CARD_PARTS } from '@/tests/support/card-parts';
import type { CardParts } from '@/utils/contract/card-parts';
import type { NumberCard, Position } from '@/utils/platform/page/number-card/number-card';
import type { CardTarget } from '@/utils/platform/page/numbers/card-target';
import type { StepAnswer, StepMessage } from '@/utils/platform/page/numbers/number-messages';
import { serveSteps } from '@/utils/platform/page/numbers/serve-steps';

let tell: (message: StepMessage, sender: unknown, respond: (answer: StepAnswer) => void) => void;
let shown: { text: string; position: Position | undefined }[];
let target: CardTarget | null;
let numbers: FakeMarkedNumbers;
let active: boolean;
let now: CardParts | null;
let arrive: (are: boolean) => void;

beforeEach(() => {
  shown = [];
  target = null;
  active = true;
  now = CARD_PARTS;
  document.body.innerHTML = '<p>08-410 000 10</p><p>070-174 06 07</p><iframe></iframe>';
  numbers = { ...fakeMarkedNumbers(document), rects: () => [new DOMRect(0, 100, 80, 18)] };
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(700);
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const card: NumberCard = {
    show(one, position) {
      target = one;
      shown.push({ text: one.text, position });
    },
    hide: () => undefined,
    get target() {
      return target;
    },
    hasFocus: () => target !== null,
    owns: () => false,
  };
  const parts = {
    get now() {
      return now;
    },
    load: () => new Promise<boolean>((done) => (arrive = done)),
  };
  const onMessage = { addListener: (listener: typeof tell) => void (tell = listener) };
  serveSteps({ scope: window, runtime: { onMessage }, numbers, card, parts, active: () => active, takeOver: () => undefined });
});
afterEach(() => vi.restoreAllMocks());

const step = (direction: 1 | -1 = 1, anyway = false) => {
  const answers: StepAnswer[] = [];
  tell({ kind: 'numbers.step', direction, anyway }, null, (answer) => answers.push(answer));
  return answers;
};

describe('a step', () => {
  it('shows the card of each number in turn, with its place among them, and marks it', () => {
    expect([step(), step(), step()]).toEqual([['stepped'], ['stepped'], ['stepped']]);
    expect(shown).toEqual([
      { text: '08-410 000 10', position: { at: 1, of: 2 } },
      { text: '070-174 06 07', position: { at: 2, of: 2 } },
      { text: '08-410 000 10', position: { at: 1, of: 2 } },
    ]);
    expect(numbers.highlighted).toEqual(['08-410 000 10', '070-174 06 07', '08-410 000 10']);
  });

  it('goes on from where it was when the card was closed meanwhile', () => {
    step();
    target = null;
    step();
    expect(shown.map(({ text }) => text)).toEqual(['08-410 000 10', '070-174 06 07']);
  });

  it('shows the card when its parts have come, unless another step was taken meanwhile', async () => {
    now = null;
    expect(step()).toEqual(['stepped']);
    const first = arrive;
    step();
    expect(shown).toEqual([]);
    now = CARD_PARTS;
    first(true);
    arrive(true);
    await Promise.resolve();
    expect(shown).toEqual([{ text: '070-174 06 07', position: { at: 2, of: 2 } }]);
  });

  it('is for the frame with the focus: not for one without, nor for the one around it', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    expect(step()).toEqual([]);
    expect(step(1, true)).toEqual(['stepped']);
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(document.querySelector('iframe'));
    expect(step()).toEqual([]);
  });

  it('is not answered where there are no numbers, or none of ours', () => {
    active = false;
    expect(step(1, true)).toEqual([]);
    active = true;
    document.body.innerHTML = '';
    expect(step(1, true)).toEqual([]);
    expect(shown).toEqual([]);
  });
});
