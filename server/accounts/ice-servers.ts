import { createHmac } from 'node:crypto';
import type { IceSettings } from '@/utils/contract/account-api';
import type { ServerConfig } from '../config';

/**
 * Seconds that credentials are good for. Browsers renew them at half of it, so that any call has hours left; a browser that was
 * signed out keeps the relay no longer than this.
 */
export const TURN_LIFETIME = 43_200;

export interface TurnCredential {
  readonly username: string;
  readonly credential: string;
}

/**
 * A credential as TURN servers take it that share a secret with us (coturn's `use-auth-secret`; draft-uberti-behave-turn-rest-00):
 * the user name is when it ends and whose it is, the password its HMAC-SHA1. `endsAt`: epoch seconds.
 */
export function turnCredential(secret: string, user: string, endsAt: number): TurnCredential {
  const username = `${endsAt}:${user}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** What a user's browsers are told of STUN and TURN. `now`: epoch ms. */
export function createIceServers(config: Pick<ServerConfig, 'iceServers' | 'turnSecret'>, now: () => number): (userId: string) => IceSettings {
  const { iceServers, turnSecret } = config;
  return (userId) => {
    if (turnSecret === null) return { iceServers: iceServers.map((server) => ({ ...server })), iceLifetime: null };
    const credential = turnCredential(turnSecret, userId, Math.floor(now() / 1_000) + TURN_LIFETIME);
    return { iceServers: iceServers.map((server) => ({ ...server, ...credential })), iceLifetime: TURN_LIFETIME };
  };
}
