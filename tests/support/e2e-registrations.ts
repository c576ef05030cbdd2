import type { Credentials } from './e2e-actions';
import { api, type OneServer } from './e2e-one-server';

interface SessionRow {
  readonly id: string;
  readonly deviceName: string;
  readonly current: boolean;
  readonly registered: boolean;
}

const OBSERVER = 'observer';

/** Looks at a user's sessions as another device of theirs would; itself it never registers. */
export async function sessionsOf(server: OneServer, who: Credentials) {
  const { json } = await api<{ token: string }>(server, 'POST', '/api/session', { email: who.email, password: who.password, deviceName: OBSERVER });
  const list = async () => (await api<{ sessions: SessionRow[] }>(server, 'GET', '/api/sessions', undefined, json.token)).json.sessions;
  return {
    list,
    /** The edge holds a registration of every session that is not one like this. */
    allRegistered: async () => {
      const others = (await list()).filter((one) => !one.current && one.deviceName !== OBSERVER);
      return others.length > 0 && others.every((one) => one.registered);
    },
    revoke: (id: string) => api(server, 'DELETE', `/api/sessions/${id}`, undefined, json.token),
  };
}
