import type { CommandError, CommandResult } from '@/utils/contract/commands';
import type { CallView } from '@/utils/contract/phone-state';
import { isSettingUp } from '@/utils/domain/call/call-state';
import { decideFocus, hasRoom, type FocusRequest } from '@/utils/domain/call/focus';
import type { CallSession } from './call-session';
import type { AudioOutputPort } from './ports';
import { Ringer } from './ringer';

/** The calls that are not over, what rings of them, and the one that is spoken in. */
export class LiveCalls {
  readonly #sessions = new Map<string, CallSession>();
  readonly #ringer: Ringer;
  /** Calls the user is answering while the microphone opens: their ring has done its work. */
  readonly #taken = new Set<string>();

  constructor(output: AudioOutputPort) {
    this.#ringer = new Ringer(output);
  }

  get all(): CallSession[] {
    return [...this.#sessions.values()].filter((session) => session.live);
  }

  get hasRoom(): boolean {
    return hasRoom(this.#views());
  }

  /** Nobody is talked to, and nobody is about to be. */
  get isQuiet(): boolean {
    return this.#taken.size === 0 && !this.#views().some(({ state }) => state === 'active' || isSettingUp(state));
  }

  find(callId: string): CallSession | null {
    const session = this.#sessions.get(callId);
    return session?.live === true ? session : null;
  }

  add(session: CallSession): void {
    this.#sessions.set(session.view.id, session);
  }

  /** After every change of a call. */
  changed(view: CallView): void {
    if (view.state === 'ended') this.#sessions.delete(view.id);
    this.#ring();
  }

  /** Quiet about this call while it is being answered; it rings on when that fails. */
  async whileTaking<T>(callId: string, work: () => Promise<T>): Promise<T> {
    this.#taken.add(callId);
    this.#ring();
    try {
      return await work();
    } finally {
      this.#taken.delete(callId);
      this.#ring();
    }
  }


  /** Holds and ends others, as {@link decideFocus} says; null when the way is free. */
  takeFocus(request: FocusRequest): CommandError | null {
    const decision = decideFocus(request, this.#views());
    if (!decision.ok) return decision.error;
    for (const id of decision.end) this.find(id)?.hangUp();
    for (const id of decision.hold) this.find(id)?.hold();
    return null;
  }

  /** Does it with a live call, which may say no. */
  with(callId: string, act: (session: CallSession) => CommandResult | undefined): CommandResult {
    const session = this.find(callId);
    return session ? (act(session) ?? { ok: true }) : { ok: false, error: 'no-such-call' };
  }

  #ring(): void {
    this.#ringer.update(this.#views().map(({ id, state, silenced }) => ({ state, silenced: silenced || this.#taken.has(id) })));
  }

  #views(): CallView[] {
    return this.all.map(({ view }) => view);
  }
}
