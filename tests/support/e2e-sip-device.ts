import type { Credentials } from './e2e-actions';
import { api, type OneServer } from './e2e-one-server';
import { connectDevice, type SipDevice } from './sip-client';

interface SignedIn {
  device: { username: string; password: string; domain: string };
}

/** A SIP user agent in Node with a device of its own at this server; not registered yet. */
export async function sipDeviceOf(server: OneServer, who: Credentials, deviceName = 'test phone', displayName?: string): Promise<SipDevice> {
  const { json, status } = await api<SignedIn>(server, 'POST', '/api/session', { email: who.email, password: who.password, deviceName });
  if (status !== 200) throw new Error(`signing in answered ${status}`);
  return connectDevice({
    server: `${server.url.replace('http', 'ws')}/sip`,
    ...json.device,
    ...(displayName !== undefined && { displayName }),
  });
}
