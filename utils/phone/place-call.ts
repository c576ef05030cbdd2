import { whatOfForwarding, type ForwardedTo } from '@/utils/domain/call/forwarded';
import type { CallSession } from './call-session';
import type { CallMedia } from './media/call-media';
import type { LegEnd, LegEvents, SipUser } from './sip-user';

export interface CallPlacing {
  readonly session: CallSession;
  readonly user: SipUser;
  /** The own domain. */
  readonly domain: string;
  /** Null where there can be none, and the call is over. */
  readonly media: () => CallMedia | null;
}

/**
 * Sends the INVITE of an outgoing call. `before`: who has forwarded it so far. Inside the company a forwarding (3xx) is
 * followed as the same call; before it leaves, the call ends and the user is asked.
 */
export function placeCall(placing: CallPlacing, to: ForwardedTo, before: readonly ForwardedTo[] = []): void {
  const { session, user, domain } = placing;
  const media = placing.media();
  if (!media) return;
  const chain = [...before, to];
  const ended = (end: LegEnd, events: LegEvents) => {
    const { forwardedTo, ...rest } = end;
    const next = forwardedTo && whatOfForwarding(forwardedTo, { domain, before: chain });
    if (forwardedTo && next === 'follow' && session.live) return placeCall(placing, forwardedTo, chain);
    events.ended(next === 'ask' ? end : rest);
  };
  session.take(media, (events) => {
    return user.call({ callId: session.view.id, ...to, media, events: { ...events, ended: (end) => ended(end, events) } });
  });
}
