import type { HttpBindings } from '@hono/node-server';
import type { LiveSession } from '../accounts/sessions';

/** What Hono's context holds in every route of this server. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: { session: LiveSession };
}
