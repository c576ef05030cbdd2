import type { CommandResult } from '@/utils/contract/commands';
import type { CallView } from '@/utils/contract/phone-state';
import { stands } from '@/utils/domain/call/call-state';
import { decideJoin } from '@/utils/domain/call/put-through';
import type { DialTarget } from '@/utils/domain/phone-number/dial-target';
import type { CallSession } from './call-session';
import type { Conference } from './conference';
import { addressOf, partyOf } from './dialled';
import type { LiveCalls } from './live-calls';

/** What a user does with calls there are. */
export abstract class CallCommands {
  protected readonly calls: LiveCalls;
  protected readonly threeWay: Conference;

  protected constructor(calls: LiveCalls, threeWay: Conference) {
    this.calls = calls;
    this.threeWay = threeWay;
  }

  protected abstract targetOf(input: string): DialTarget | null;
  protected abstract place(target: DialTarget, consultFor?: string): CommandResult<{ callId: string }>;

  hangUp(callId: string): CommandResult {
    return this.calls.with(callId, (session) => void session.hangUp());
  }

  hold(callId: string): CommandResult {
    return this.#withStanding(callId, (session) => void session.hold());
  }

  /** The active call is held instead. */
  resume(callId: string): CommandResult {
    return this.#withStanding(callId, (session) => {
      const busy = session.view.state === 'held' ? this.calls.takeFocus({ kind: 'resume', callId }) : null;
      if (busy) return { ok: false, error: busy };
      session.resume();
      return undefined;
    });
  }

  /** Stops the ring of this call here; it goes on ringing elsewhere and can still be answered. */
  silence(callId: string): CommandResult {
    return this.calls.with(callId, (session) => {
      if (session.view.state !== 'ringing') return { ok: false, error: 'no-such-call' };
      session.silence();
      return undefined;
    });
  }

  /** In a conference both hear us, or neither. */
  setMuted(callId: string, muted: boolean): CommandResult {
    return this.calls.with(callId, (session) => {
      for (const one of session.view.conference ? this.threeWay.members : [session]) one.setMuted(muted);
    });
  }

  sendDtmf(callId: string, tones: string): CommandResult {
    return this.calls.with(callId, (session) => {
      if (session.view.state === 'held') return { ok: false, error: 'call-on-hold' };
      if (session.view.state !== 'active') return { ok: false, error: 'no-such-call' };
      session.sendTones(tones);
      return undefined;
    });
  }

  /** Blind: the other side is asked to call there, and nobody there was asked before. */
  transfer(callId: string, input: string): CommandResult {
    const target = this.targetOf(input);
    if (!target) return { ok: false, error: 'not-a-number' };
    return this.#withStanding(callId, (session) => void session.transfer(partyOf(target), 'blind', addressOf(target)));
  }

  /** Holds the call and dials, as the first half of an attended transfer. */
  consult(callId: string, input: string): CommandResult<{ callId: string }> {
    const target = this.targetOf(input);
    if (!target) return { ok: false, error: 'not-a-number' };
    const standing = this.#withStanding(callId, () => undefined);
    return standing.ok ? this.place(target, callId) : standing;
  }

  /** The two others are put through to each other, and both calls end here. */
  completeTransfer(callId: string, otherId: string): CommandResult {
    const [session, other] = [this.calls.find(callId), this.calls.find(otherId)];
    const decision = decideJoin(session?.view ?? null, other?.view ?? null);
    if (!decision.ok || !session || !other) return decision.ok ? { ok: false, error: 'no-such-call' } : decision;
    const { remote } = other.view;
    if (decision.kind === 'blind') {
      const { address } = other;
      other.hangUp();
      if (address) session.transfer(remote, 'blind', address);
    } else if (other.leg) {
      other.setLeaving(true);
      session.transfer(remote, 'attended', { replaces: other.leg });
    }
    return { ok: true };
  }

  /** Ends the consultation for this call, or stops waiting for where it was sent, and talks on. */
  takeBack(callId: string): CommandResult {
    const session = this.calls.find(callId);
    if (!session) return { ok: false, error: 'no-such-call' };
    for (const one of this.calls.all) if (one.view.consultFor === callId) one.hangUp();
    session.takeBack();
    return this.resume(callId);
  }

  conference(callId: string, otherId: string): Promise<CommandResult> {
    return this.threeWay.begin(callId, otherId);
  }

  /** This call goes on, the other one of the conference is held. */
  split(callId: string): CommandResult {
    return this.calls.with(callId, (session) => {
      if (!session.view.conference) return { ok: false, error: 'no-such-call' };
      for (const one of this.threeWay.members) if (one !== session) one.hold();
      return undefined;
    });
  }

  /** After every change of a call that has been told: what follows from it for others. */
  protected callChanged(view: CallView): void {
    this.threeWay.changed();
    if (view.state !== 'ended') return;
    for (const one of this.calls.all) if (one.view.consultFor === view.id) one.consultationEnds();
  }

  /** A transfer came to nothing: both calls are as they were, and this one is talked in again unless another one is. */
  protected cameBack(session: CallSession): void {
    for (const one of this.calls.all) one.setLeaving(false);
    if (this.calls.isQuiet) session.resume();
  }

  /** Answered, and not being handed on. */
  #withStanding(callId: string, act: (session: CallSession) => CommandResult | undefined): CommandResult {
    return this.calls.with(callId, (session) => {
      if (!stands(session.view.state)) return { ok: false, error: 'call-being-set-up' };
      return act(session);
    });
  }
}
