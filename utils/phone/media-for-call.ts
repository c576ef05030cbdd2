import type { Logger } from '@/utils/contract/logger';
import type { CallSession } from './call-session';
import type { CallMedia } from './media/call-media';
import type { PreparedMedia } from './media/prepared-media';

interface MediaParts {
  readonly media: PreparedMedia;
  readonly log: Logger;
}

/** Null, and the call over, where the browser makes no connection: TURN settings it refuses, WebRTC switched off. */
export function mediaForCall(session: CallSession, { media, log }: MediaParts, make: (media: PreparedMedia) => CallMedia): CallMedia | null {
  try {
    return make(media);
  } catch (error) {
    log.error('no media for a call', { error: String(error) });
    session.fail('media-failed');
    return null;
  }
}
