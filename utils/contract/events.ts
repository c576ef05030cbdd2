import * as v from 'valibot';
import { changeSchema } from './change-feed';

/**
 * WebSocket /api/events. The client's first message must be `hello`, within 5 s of opening.
 * Close codes: 4401 session unknown or revoked, 4400 malformed message, 1012 server restarts.
 */
export const clientEventSchema = v.variant('type', [
  v.object({ type: v.literal('hello'), token: v.string(), since: v.number() }),
  v.object({ type: v.literal('ping'), at: v.number() }),
]);
export type ClientEvent = v.InferOutput<typeof clientEventSchema>;

export const serverEventSchema = v.variant('type', [
  /** Sent after `hello` was accepted; changes after `since` follow as `changes`. */
  v.object({ type: v.literal('welcome'), cursor: v.number() }),
  v.object({ type: v.literal('changes'), changes: v.array(changeSchema) }),
  v.object({ type: v.literal('pong'), at: v.number() }),
]);
export type ServerEvent = v.InferOutput<typeof serverEventSchema>;

export const EVENTS_CLOSE = Object.freeze({ revoked: 4401, malformed: 4400, restarting: 1012 });
