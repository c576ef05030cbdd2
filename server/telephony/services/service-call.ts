import { SessionState, type Inviter, type Invitation, type Session } from 'sip.js';
import type { Clock } from '@/utils/contract/clock';
import { MediaDescription } from './media-description';
import type { MediaSession } from './media-session';

export interface CallLimits {
  /** Longest call, ms from the answer. */
  readonly maxCallMs: number;
  /** A call is ended when nothing has been heard for this long, ms. */
  readonly silenceMs: number;
}

/** One answered call of a service or robot. */
export interface ServiceCall {
  readonly media: MediaSession;
  /** Aborted when the call is over, whoever ended it. */
  readonly ended: AbortSignal;
}

/** A call that a service made was not answered; `status` is the final SIP status. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
  constructor(readonly status: number) {
    super(`not answered: ${status}`);
  }
}

/** What a service does in a call. The call is hung up when it resolves or rejects. */
export type CallBehaviour = (call: ServiceCall) => Promise<void>;

/** Resolves when the call is over. */
export function untilEnded(ended: AbortSignal): Promise<void> {
  if (ended.aborted) return Promise.resolve();
  return new Promise((resolve) => ended.addEventListener('abort', () => resolve(), { once: true }));
}

/** Ends a session whatever its state: BYE, CANCEL or a refusal. */
export async function endSession(session: Session): Promise<void> {
  if (session.state === SessionState.Established) await session.bye();
  else if (session.state === SessionState.Terminated) return;
  else if ('cancel' in session) await (session as Inviter).cancel();
  else if (session.state !== SessionState.Terminating) await (session as Invitation).reject({ statusCode: 480 });
}

/** Runs `behaviour` over an established session, within `limits`; resolves when the call is over. */
export async function runCall(session: Session, behaviour: CallBehaviour, limits: CallLimits, clock: Clock): Promise<void> {
  const description = session.sessionDescriptionHandler;
  if (!(description instanceof MediaDescription)) throw new Error('a call without media');
  const { media } = description;
  const over = new AbortController();
  const hangUp = () => endSession(session).catch(() => over.abort());
  session.stateChange.addListener((state) => {
    if (state === SessionState.Terminated) over.abort();
  });
  let heardAt = clock.now();
  media.onPacket(() => (heardAt = clock.now()));
  const cancelLength = clock.after(limits.maxCallMs, hangUp);
  const cancelSilence = clock.every(limits.silenceMs / 4, () => {
    if (clock.now() - heardAt >= limits.silenceMs) void hangUp();
  });
  try {
    // Hung up before the sound was there: over, and no failure.
    await Promise.race([media.connected, untilEnded(over.signal)]);
    if (!over.signal.aborted) await behaviour({ media, ended: over.signal });
  } finally {
    cancelLength();
    cancelSilence();
    if (!over.signal.aborted) await hangUp();
    await media.close();
  }
}
