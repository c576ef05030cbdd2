import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Contact } from '@/utils/contract/contact';
import type { NumberFormatter } from './number-formatter';

export interface ContactValues {
  readonly name: string;
  readonly company: string;
  readonly number: string;
}
export type ContactFieldError = 'required' | 'not-a-number';

export interface ContactFormModel {
  readonly values: ReadonlySignal<ContactValues>;
  /** Shown once somebody tried to save. */
  readonly errors: ReadonlySignal<Partial<Record<keyof ContactValues, ContactFieldError>>>;
  /** Somebody else who has the number already. */
  readonly holder: ReadonlySignal<Contact | null>;
  /** The contact that is changed; null for a new one. */
  readonly editing: ReadonlySignal<Contact | null>;
  readonly saving: ReadonlySignal<boolean>;
  /** The browser's storage refused. */
  readonly failed: ReadonlySignal<boolean>;
  set(field: keyof ContactValues, value: string): void;
  /** Goes on with the holder instead of a new contact. */
  editHolder(): void;
  /** True when it is kept. */
  save(): Promise<boolean>;
  dispose(): void;
}

interface ContactFormParts {
  readonly number: string;
  /** Whose contacts; null while nobody is signed in. */
  readonly owner: ReadonlySignal<string | null>;
  readonly region: ReadonlySignal<string>;
  readonly formatter: ReadonlySignal<NumberFormatter | null>;
  readonly store: { withNumber(account: string, number: string): Promise<Contact | null>; save(contact: Contact): Promise<void> };
  readonly readNumber: (input: string, region: string) => Contact['numbers'][number] | null;
  readonly now: () => number;
  readonly randomId: () => string;
}

/** The form that keeps a number as a contact. */
export function createContactForm(parts: ContactFormParts): ContactFormModel {
  const { owner, region, formatter, store, readNumber } = parts;
  const values = signal<ContactValues>({ name: '', company: '', number: parts.number });
  const tried = signal(false);
  const holder = signal<Contact | null>(null);
  const editing = signal<Contact | null>(null);
  const saving = signal(false);
  const failed = signal(false);
  let touched = false;

  const read = computed(() => readNumber(values.value.number, region.value));
  const stopFormatting = effect(() => {
    const shown = formatter.value?.formatForPerson(readNumber(parts.number, region.value)?.number ?? parts.number, region.value);
    if (!touched && shown !== undefined) values.value = { ...values.peek(), number: shown };
  });
  const stopLooking = effect(() => {
    const number = read.value?.number;
    const account = owner.value;
    holder.value = null;
    if (number === undefined || account === null) return;
    void store.withNumber(account, number).then(
      (found) => {
        if (read.peek()?.number === number && owner.peek() === account) holder.value = found;
      },
      () => undefined,
    );
  });

  return {
    values,
    errors: computed(() => {
      if (!tried.value) return {};
      const { name, number } = values.value;
      return {
        ...(name.trim() === '' && { name: 'required' as const }),
        ...(number.trim() === '' ? { number: 'required' as const } : read.value === null && { number: 'not-a-number' as const }),
      };
    }),
    holder: computed(() => (holder.value?.id === editing.value?.id ? null : holder.value)),
    editing,
    saving,
    failed,
    set(field, value) {
      if (field === 'number') touched = true;
      values.value = { ...values.peek(), [field]: value };
    },
    editHolder() {
      const found = holder.peek();
      if (found === null) return;
      batch(() => {
        editing.value = found;
        values.value = { ...values.peek(), name: found.name, company: found.company ?? '' };
      });
    },
    async save() {
      tried.value = true;
      const account = owner.peek();
      const number = read.peek();
      const { name, company } = values.peek();
      if (saving.peek() || account === null || number === null || name.trim() === '') return false;
      saving.value = true;
      failed.value = false;
      const now = parts.now();
      const before = editing.peek();
      // The one number the form shows; the others of a contact stay.
      const shown = readNumber(parts.number, region.peek())?.number;
      const others = before?.numbers.filter((one) => one.number !== number.number && one.number !== shown) ?? [];
      try {
        await store.save({
          id: before?.id ?? parts.randomId(),
          account,
          name: name.trim().slice(0, 100),
          company: company.trim() === '' ? null : company.trim().slice(0, 100),
          numbers: [number, ...others],
          createdAt: before?.createdAt ?? now,
          updatedAt: now,
        });
        return true;
      } catch {
        failed.value = true;
        return false;
      } finally {
        saving.value = false;
      }
    },
    dispose() {
      stopFormatting();
      stopLooking();
    },
  };
}
