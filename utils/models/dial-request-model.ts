import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { CommandError } from '@/utils/contract/commands';
import type { AccountView } from '@/utils/contract/phone-state';
import type { ReadNumber } from '@/utils/domain/phone-number/read-number';
import type { PhoneModel } from './phone-model';

export interface DialRequestModel {
  /** What would be called; null when the address holds no number. */
  readonly number: ReadonlySignal<ReadNumber | null>;
  /** Whose number it is, where a contact has it. */
  readonly name: ReadonlySignal<string | null>;
  readonly error: ReadonlySignal<CommandError | null>;
  readonly dialling: ReadonlySignal<boolean>;
  /** True when the call is on its way. */
  dial(): Promise<boolean>;
  dispose(): void;
}

interface DialRequestParts {
  /** As the browser handed it over: `tel:+46701234567`. */
  readonly uri: string;
  readonly phone: Pick<PhoneModel, 'dial' | 'account'>;
  readonly region: ReadonlySignal<string>;
  readonly read: (uri: string, region: string, account: AccountView | null) => ReadNumber | null;
  readonly nameOf: (account: AccountView, number: string) => Promise<string | null>;
}

/** A number that some page or program asked to have called. */
export function createDialRequest({ uri, phone, region, read, nameOf }: DialRequestParts): DialRequestModel {
  const name = signal<string | null>(null);
  const error = signal<CommandError | null>(null);
  const dialling = signal(false);
  const number = computed(() => read(uri, region.value, phone.account.value));
  const stop = effect(() => {
    const account = phone.account.value;
    const dial = number.value?.dial;
    name.value = null;
    if (account === null || dial === undefined) return;
    void nameOf(account, dial.replace(/;.*$/, '')).then(
      (found) => {
        if (number.peek()?.dial === dial) name.value = found;
      },
      () => undefined,
    );
  });
  return {
    number,
    name,
    error,
    dialling,
    async dial() {
      const target = number.peek()?.dial;
      if (target === undefined || dialling.peek()) return false;
      dialling.value = true;
      error.value = await phone.dial(target, 'page');
      dialling.value = false;
      return error.value === null;
    },
    dispose: stop,
  };
}
