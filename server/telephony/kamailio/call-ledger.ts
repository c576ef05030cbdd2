import type { CallEvent } from '../ports';
import type { EdgeMessage } from './evapi-message';

type EndedBy = 'caller' | 'callee' | 'server';

export interface AnsweredCall {
  readonly callId: string;
  readonly caller: string;
  readonly callee: string;
  /** Media session of the trunk leg, or empty. */
  readonly media: string;
}

interface Entry {
  answered: AnsweredCall | null;
  /** The final answer that was ordered for a call that is not answered. */
  ordered: { status: number; by: EndedBy } | null;
}

/** What the adapter remembers of calls: how an unanswered one ends, and who is in an answered one. */
export interface CallLedger {
  asked(callId: string): void;
  /** A final answer goes to the caller; `by` is whose doing that is. */
  ordered(callId: string, status: number, by: EndedBy): void;
  answered(call: AnsweredCall): void;
  /** Another device is a party now. */
  handedOver(callId: string, as: 'caller' | 'callee', device: string): void;
  ended(message: Extract<EdgeMessage, { ev: 'ended' }>): CallEvent;
  /** The edge process died: unanswered calls died with it; answered ones go on between their ends. */
  edgeDied(at: number): CallEvent[];
  inProgress(): AnsweredCall[];
}

export function createCallLedger(): CallLedger {
  const calls = new Map<string, Entry>();
  const ended = (callId: string, status: number, by: EndedBy, at: number): CallEvent => ({ kind: 'ended', callId, status, by, at });

  return {
    asked: (callId) => void calls.set(callId, { answered: null, ordered: null }),
    ordered(callId, status, by) {
      const entry = calls.get(callId);
      if (entry) entry.ordered = { status, by };
    },
    answered: (call) => void calls.set(call.callId, { answered: call, ordered: null }),
    handedOver(callId, as, device) {
      const answered = calls.get(callId)?.answered;
      if (answered) calls.set(callId, { answered: { ...answered, [as]: device }, ordered: null });
    },
    ended(message) {
      const { callid, by, at } = message;
      const ordered = calls.get(callid)?.ordered;
      calls.delete(callid);
      if (by === 'cancel') return ended(callid, 487, 'caller', at);
      if (by === 'failed') return ended(callid, ordered?.status ?? 503, ordered?.by ?? 'server', at);
      return ended(callid, 200, by, at);
    },
    edgeDied(at) {
      const events: CallEvent[] = [];
      for (const [callId, entry] of calls) {
        if (entry.answered) continue;
        calls.delete(callId);
        events.push(ended(callId, 503, 'server', at));
      }
      return events;
    },
    inProgress: () => [...calls.values()].flatMap(({ answered }) => (answered ? [answered] : [])),
  };
}
