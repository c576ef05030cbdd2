import { signal, type Signal } from '@preact/signals';
import type { Session } from '@/utils/contract/account-api';
import type { CommandError, CommandName, CommandResult } from '@/utils/contract/commands';
import type { DeskPhones, DeskPhoneSecret } from '@/utils/contract/desk-phones';
import type { PhoneState } from '@/utils/contract/phone-state';
import type { PersonMatch } from '@/utils/domain/people/search-people';
import type { SignedInFields } from '@/utils/contract/signed-in-fields';
import type { PhoneAdapter } from '@/utils/models/phone-adapter';

export interface FakePhone extends PhoneAdapter {
  readonly state: Signal<PhoneState>;
  readonly sent: { command: CommandName; input: unknown }[];
  /** What `sessions.list` answers. */
  sessions: readonly Session[];
  /** Whom `people.search` finds, whatever is asked. */
  people: readonly PersonMatch[];
  /** What `deskPhones.list` answers, and `deskPhones.add` and `renewSecret`. */
  deskPhones: DeskPhones;
  secret: DeskPhoneSecret | null;
  /** What `account.fields` answers. */
  fields: SignedInFields;
  /** What the next commands of this name are answered with. */
  answerWith(command: CommandName, error: CommandError, retryAfter?: number): void;
  /** They succeed again. */
  answerWell(command: CommandName): void;
}

/** A phone that remembers what it was asked and does nothing. */
export function createFakePhone(initial: PhoneState): FakePhone {
  const sent: FakePhone['sent'] = [];
  const failures = new Map<CommandName, CommandResult>();
  const reply = async (command: CommandName, input: unknown) => {
    sent.push({ command, input });
    return failures.get(command) ?? { ok: true, callId: 'call-new', sessions: phone.sessions, fields: phone.fields, people: phone.people, ...phone.deskPhones, secret: phone.secret };
  };
  const phone: FakePhone = {
    sessions: [],
    people: [],
    deskPhones: { phones: [], server: { host: '192.0.2.1', port: 5060 } },
    secret: null,
    fields: { kind: 'one', server: 'https://one.exempelbolaget.se', email: 'anna.lindgren@exempelbolaget.se' },
    state: signal(initial),
    sent,
    answerWith: (command, error, retryAfter) =>
      failures.set(command, { ok: false, error, ...(retryAfter !== undefined && { retryAfter }) }),
    answerWell: (command) => void failures.delete(command),
    send: reply as PhoneAdapter['send'],
  };
  return phone;
}
