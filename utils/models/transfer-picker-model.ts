import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { CommandError } from '@/utils/contract/commands';
import type { TransferKind } from '@/utils/domain/call/put-through';
import type { PersonMatch } from '@/utils/domain/people/search-people';
import type { PhoneModel } from './phone-model';

/** A row of the list: somebody, or the number as it was typed. */
export type PickerOption = PersonMatch | { readonly kind: 'number'; readonly name: null; readonly number: string };

export interface TransferPickerModel {
  readonly text: ReadonlySignal<string>;
  readonly options: ReadonlySignal<readonly PickerOption[]>;
  /** The option Enter means; -1 when there is none. */
  readonly active: ReadonlySignal<number>;
  /** The list answers what is typed: before, that nobody was found is not known. */
  readonly settled: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<CommandError | null>;
  type(text: string): void;
  move(step: number): void;
  point(at: number): void;
  /** True when the transfer is under way. What was typed stays when it is not. */
  choose(kind: TransferKind): Promise<boolean>;
}

const NUMBER = /^[+\d*#][\d*#\s().\-/]*$/;

/** The field that finds whom a call is handed on to. Searches at once, with nothing typed for everybody. */
export function createTransferPicker(phone: Pick<PhoneModel, 'people' | 'transfer'>, callId: string): TransferPickerModel {
  const text = signal('');
  const found = signal<readonly PersonMatch[]>([]);
  const active = signal(0);
  /** A row was marked by hand since the last typing. */
  const picked = signal(false);
  const settled = signal(false);
  const error = signal<CommandError | null>(null);
  let newest = 0;
  let sending = false;

  const options = computed((): readonly PickerOption[] => {
    const typed = text.value.trim();
    // An extension that is somebody's is theirs.
    const theirs = found.value.some(({ number }) => number === typed);
    return NUMBER.test(typed) && !theirs ? [{ kind: 'number', name: null, number: typed }, ...found.value] : found.value;
  });
  const search = async () => {
    newest += 1;
    const mine = newest;
    settled.value = false;
    const people = await phone.people(text.value);
    if (mine !== newest) return;
    batch(() => {
      found.value = people;
      settled.value = true;
    });
  };
  let searching = search();
  // With nothing typed the list is everybody, and nobody in it is meant yet.
  const marked = computed(() => (text.value.trim() === '' && !picked.value ? -1 : Math.min(active.value, options.value.length - 1)));

  return {
    text,
    options,
    active: marked,
    settled,
    error,
    type(next) {
      batch(() => {
        text.value = next;
        active.value = 0;
        picked.value = false;
        error.value = null;
      });
      searching = search();
    },
    move(step) {
      const { length } = options.value;
      if (length === 0) return;
      // From outside the list the first step down marks the first row, the first step up the last.
      const from = marked.value < 0 && step < 0 ? 0 : marked.value;
      active.value = (from + step + length) % length;
      picked.value = true;
    },
    point(at) {
      active.value = at;
      picked.value = true;
    },
    async choose(kind) {
      if (sending) return false;
      sending = true;
      // Faster than the answer: what was typed counts, not the list of before. A number needs no answer.
      if (!picked.value && options.value[0]?.kind !== 'number') await searching;
      const target = options.value[marked.value]?.number ?? text.value.trim();
      if (target !== '') error.value = await phone.transfer(callId, target, kind);
      sending = false;
      return target !== '' && error.value === null;
    },
  };
}
