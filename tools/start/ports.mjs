import { createServer } from 'node:net';

/** The port itself when it is free on this machine's loopback, a free one for 0, null when it is taken. */
export function takePort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });
}

/** What to tell somebody whose port is taken. */
export async function portInUse(port) {
  const other = (port < 65_535 ? await takePort(port + 1) : null) ?? (await takePort(0));
  const who = await isOneServer(port);
  return [
    `Port ${port} is in use${who ? ' by another One server: is npm start running already?' : ' by another program.'}`,
    `The way out: ONE_PORT=${other} npm start`,
  ].join('\n');
}

async function isOneServer(port) {
  // A timer of its own: AbortSignal.timeout does not keep Node alive while it is waited for.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 1000);
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: patience.signal });
    const body = await answer.json();
    return typeof body.status === 'string' && typeof body.database === 'string';
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
