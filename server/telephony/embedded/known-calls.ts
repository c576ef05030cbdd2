import type { Connection, Peer } from './connection';
import type { Envelope } from './envelope';
import { ABANDONED_MS, CALL_MS, TRANSACTION_MS, type Timers } from './timers';

export type Side = 'caller' | 'callee';

/** One dialog of a call: INVITEs fork, so a call may have several while it rings. */
export interface Leg {
  readonly callee: Peer;
  /** The caller's From as this callee sees it, without tag. */
  readonly shownFrom: string;
}

/** A call whose INVITE the edge has seen: who may send what in its dialogs, and where to. */
export interface KnownCall {
  readonly callId: string;
  readonly callerTag: string;
  readonly caller: Peer;
  /** From as the caller wrote it, without tag. */
  readonly callerFrom: string;
  /** By the callee's tag. */
  readonly legs: Map<string, Leg>;
  readonly over: boolean;
  /** Ends a call that was answered. */
  hungUp(by: Side | 'server'): void;
}

/** Where a request within a dialog goes. */
export interface DialogPath {
  readonly call: KnownCall;
  readonly leg: Leg;
  readonly from: Side;
  readonly sender: string | null;
  readonly target: Peer;
}

export interface KnownCalls {
  /** False: another call in progress has this Call-ID. */
  begin(call: KnownCall): boolean;
  find(callId: string): KnownCall | undefined;
  /** Keeps an ended call for a while, so that a crossing BYE or the NOTIFYs of a transfer still find their way. */
  retire(call: KnownCall): void;
  /** A connection broke: ends the calls that no phone is left in, after time enough to come back. */
  lost(): void;
  /** Null: the tags are those of no dialog of the call, or the sender is not the side they make it. */
  pathOf(call: KnownCall, envelope: Envelope, sender: Connection): DialogPath | null;
}

const provenBy = (connection: Connection, { username }: Peer) => username !== null && connection.proven.has(username);

export function createKnownCalls(timers: Timers, locate: (peer: Peer) => Connection | null): KnownCalls {
  const calls = new Map<string, KnownCall>();
  const limits = new Map<KnownCall, () => void>();

  const abandoned = (call: KnownCall) =>
    !call.over && call.legs.size > 0 && ![call.caller, ...[...call.legs.values()].map((leg) => leg.callee)].some(locate);

  return {
    find: (callId) => calls.get(callId),
    begin(call) {
      const known = calls.get(call.callId);
      if (known && (!known.over || known.caller.username !== call.caller.username)) return false;
      calls.set(call.callId, call);
      limits.set(call, timers.after(CALL_MS, () => call.hungUp('server')));
      return true;
    },
    retire(call) {
      limits.get(call)?.();
      limits.delete(call);
      timers.after(2 * TRANSACTION_MS, () => {
        if (calls.get(call.callId) === call) calls.delete(call.callId);
      });
    },
    lost() {
      for (const call of calls.values()) {
        if (abandoned(call)) timers.after(ABANDONED_MS, () => abandoned(call) && call.hungUp('server'));
      }
    },
    pathOf(call, { fromTag, toTag }, sender) {
      const outward = fromTag === call.callerTag;
      if (!outward && toTag !== call.callerTag) return null;
      const leg = call.legs.get((outward ? toTag : fromTag) ?? '');
      if (!leg) return null;
      const [near, target] = outward ? [call.caller, leg.callee] : [leg.callee, call.caller];
      if (!provenBy(sender, near)) return null;
      return { call, leg, from: outward ? 'caller' : 'callee', sender: near.username, target };
    },
  };
}
