import type { ReadonlySignal } from '@preact/signals';
import type { CommandInput, CommandName, ResultOf } from '@/utils/contract/commands';
import type { PhoneState } from '@/utils/contract/phone-state';

/** What a surface is given of the phone: its state as it changes, and the way to ask for something. */
export interface PhoneAdapter {
  readonly state: ReadonlySignal<PhoneState>;
  send<N extends CommandName>(command: N, input: CommandInput<N>): Promise<ResultOf<N>>;
}
