import type { CommandResult } from '@/utils/contract/commands';
import type { Logger } from '@/utils/contract/logger';
import { decideConference } from '@/utils/domain/call/put-through';
import type { CallSession } from './call-session';
import type { LiveCalls } from './live-calls';
import type { Mixer, MixerPort } from './ports';

type Pair = readonly [CallSession, CallSession];

/** Two calls whose other sides hear each other and this user, mixed here. It lasts as long as both are active. */
export class Conference {
  readonly #calls: LiveCalls;
  readonly #port: MixerPort;
  readonly #log: Logger;
  #members: Pair | null = null;
  #mixer: Mixer | null = null;

  constructor(calls: LiveCalls, port: MixerPort, log: Logger) {
    this.#calls = calls;
    this.#port = port;
    this.#log = log;
  }

  get members(): readonly CallSession[] {
    return this.#members ?? [];
  }

  async begin(callId: string, otherId: string): Promise<CommandResult> {
    const refused = this.#refusal(callId, otherId);
    if (refused) return refused;
    let mixer: Mixer;
    try {
      mixer = await this.#port.open();
    } catch (error) {
      this.#log.warn('no conference', { error: String(error) });
      return { ok: false, error: 'conference-not-possible' };
    }
    // The calls may have changed meanwhile.
    const [first, second] = [this.#calls.find(callId), this.#calls.find(otherId)];
    const decision = decideConference(callId, otherId, this.#views());
    if (!decision.ok || !first || !second) {
      mixer.close();
      return decision.ok ? { ok: false, error: 'no-such-call' } : decision;
    }
    for (const id of decision.hold) this.#calls.find(id)?.hold();
    const muted = first.view.muted || second.view.muted;
    for (const session of [first, second]) {
      session.resume();
      session.setMuted(muted);
    }
    this.#members = [first, second];
    this.#mixer = mixer;
    this.#log.info('conference');
    void first.audio.join(second.audio, mixer.add());
    void second.audio.join(first.audio, mixer.add());
    for (const session of this.#members) session.setConference(true);
    return { ok: true };
  }

  /** One that is held, ended or handed on leaves a call of two. */
  changed(): void {
    const members = this.#members;
    if (!members || members.every(({ view }) => view.state === 'active')) return;
    this.#members = null;
    for (const session of members) {
      void session.audio.leave();
      if (session.live) session.setConference(false);
    }
    this.#mixer?.close();
    this.#mixer = null;
  }

  #refusal(callId: string, otherId: string): CommandResult | null {
    const decision = decideConference(callId, otherId, this.#views());
    return decision.ok ? null : decision;
  }

  #views() {
    return this.#calls.all.map(({ view }) => view);
  }
}
