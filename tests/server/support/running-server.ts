import os from 'node:os';
import path from 'node:path';
import { readConfig, type ServerConfig } from '@/server/config';
import { DEMO_AGENT, DEMO_PASSWORD } from '@/server/demo/company';
import { startServer, type RunningServer, type StartOptions } from '@/server/start';
import type { SignInResponse } from '@/utils/contract/account-api';
import { silentLog } from './silent-log';
import { SteppedClock } from './stepped-clock';

/** A server on a free port with the demo company; `options` says what else. */
export async function runServer(options: Partial<StartOptions> & { readonly settings?: Partial<ServerConfig> } = {}) {
  const config = { ...readConfig({ ONE_PORT: '0', ONE_DEMO: '1', ONE_SIP_DOMAIN: 'one.example' }, () => ''), ...options.settings };
  const clock = new SteppedClock();
  const server = await startServer({ log: silentLog, clock, ...options, config });
  return { server, clock };
}

export const dataDirectory = (name: string) => path.join(os.tmpdir(), `one-${name}-${process.pid}-${Date.now().toString(36)}`);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look at bodies whose shape they check themselves.
  readonly body: Record<string, unknown>;
}

/** One request to the API; a string body is sent as it is. */
export async function call(server: RunningServer, method: string, path: string, sent: { token?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(sent.body !== undefined && { 'content-type': 'application/json' }),
      ...(sent.token !== undefined && { authorization: `Bearer ${sent.token}` }),
      ...sent.headers,
    },
    ...(sent.body !== undefined && { body: typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

export async function signInDemo(server: RunningServer, deviceName = 'Chrome on Linux'): Promise<SignInResponse> {
  const answer = await call(server, 'POST', '/api/session', { body: { email: DEMO_AGENT.email, password: DEMO_PASSWORD, deviceName } });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
  return answer.body as unknown as SignInResponse;
}
