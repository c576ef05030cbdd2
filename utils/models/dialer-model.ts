import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { CommandError } from '@/utils/contract/commands';
import { numberInPaste, reformat } from './dial-text';
import type { NumberFormatter } from './number-formatter';
import type { PhoneModel } from './phone-model';

export interface DialerModel {
  readonly text: ReadonlySignal<string>;
  /** Where the caret belongs after a change made here; null leaves it where it is. */
  readonly caret: ReadonlySignal<number | null>;
  /** Why the last try made no call. */
  readonly error: ReadonlySignal<CommandError | null>;
  readonly dialling: ReadonlySignal<boolean>;
  /** There is a number that submitting nothing brings back. */
  readonly canRedial: ReadonlySignal<boolean>;
  type(text: string, caret: number): void;
  paste(pasted: string, start: number, end: number): void;
  /** A key of the pad, put in place of the selection. */
  press(key: string, start: number, end: number): void;
  backspace(start: number, end: number): void;
  clear(): void;
  /** Calls; with nothing typed it brings back the last number called, so that Enter twice redials. */
  submit(): Promise<void>;
}

interface DialerParts {
  readonly phone: Pick<PhoneModel, 'dial' | 'account'>;
  readonly formatter: ReadonlySignal<NumberFormatter | null>;
  readonly region: ReadonlySignal<string>;
  readonly lastDialled: ReadonlySignal<string | null>;
}

export function createDialerModel({ phone, formatter, region, lastDialled }: DialerParts): DialerModel {
  const text = signal('');
  const caret = signal<number | null>(null);
  const error = signal<CommandError | null>(null);
  const dialling = signal(false);

  const format = (digits: string) => formatter.value?.formatAsYouType(digits, region.value) ?? digits;
  const edit = (next: string, at: number) => {
    const edited = formatter.value === null ? { text: next, caret: at } : reformat(next, at, format);
    batch(() => {
      text.value = edited.text;
      caret.value = edited.caret;
      error.value = null;
    });
  };
  const replace = (insert: string, start: number, end: number) =>
    edit(text.value.slice(0, start) + insert + text.value.slice(end), start + insert.length);

  return {
    text,
    caret,
    error,
    dialling,
    canRedial: computed(() => (lastDialled.value ?? '') !== ''),
    type: edit,
    paste: (pasted, start, end) => replace(numberInPaste(pasted), start, end),
    press: replace,
    backspace(start, end) {
      if (start !== end) return replace('', start, end);
      // The separator in front of the caret is the formatter's; the digit before it is what the user means.
      let from = start - 1;
      while (from > 0 && !/[\d+*#]/.test(text.value.charAt(from))) from--;
      if (from >= 0) replace('', from, end);
    },
    clear: () => edit('', 0),
    async submit() {
      if (dialling.value) return;
      if (text.value.trim() === '') {
        const last = lastDialled.value;
        const shown = last === null ? '' : (formatter.value?.formatForPerson(last, region.value) ?? last);
        return edit(shown, shown.length);
      }
      dialling.value = true;
      const failed = await phone.dial(text.value, 'popup');
      batch(() => {
        dialling.value = false;
        error.value = failed;
        if (failed === null) {
          text.value = '';
          caret.value = 0;
        }
      });
    },
  };
}
