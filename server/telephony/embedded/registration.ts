import { parameterOf, parseAddress, userOf } from './address';
import type { Authenticator } from './authenticator';
import type { ClientTransactions } from './client-transactions';
import type { Connection } from './connection';
import { headerOf, headersOf, type SipRequest, type SipResponse } from './message';
import type { Registrar } from './registrar';
import { respondTo } from './response';

/** Seconds. A browser that vanishes without closing its socket is gone from the registrar after at most this. */
const MAX_EXPIRES = 3600;
const DEFAULT_EXPIRES = 600;

function secondsOf(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Math.min(Number(text), MAX_EXPIRES) : otherwise;
}

export interface RegistrationParts {
  readonly authenticator: Authenticator;
  readonly registrar: Registrar;
  readonly clients: Pick<ClientTransactions, 'resume'>;
  readonly now: () => number;
}

/** Answers REGISTER (RFC 3261 10.3) for devices, each the only user of its own AOR. */
export async function register(
  { authenticator, registrar, clients, now }: RegistrationParts,
  connection: Connection,
  request: SipRequest,
): Promise<SipResponse> {
  const verdict = await authenticator.check(connection, request, 'registrar');
  if ('refuse' in verdict) {
    return respondTo(request, verdict.refuse, { headers: verdict.header ? [verdict.header] : [] });
  }
  const { username } = verdict;
  if (userOf(parseAddress(headerOf(request, 'To') ?? '')?.uri ?? '') !== username) return respondTo(request, 403);

  const contacts = headersOf(request, 'Contact');
  const bound = registrar.find(username);
  const listed = (uri: string, seconds: number) =>
    respondTo(request, 200, { headers: [{ name: 'Contact', value: `<${uri}>;expires=${seconds}` }] });
  const general = secondsOf(headerOf(request, 'Expires'), DEFAULT_EXPIRES);

  const [value] = contacts;
  if (value === undefined) {
    return bound ? listed(bound.contact, Math.ceil((bound.expiresAt - now()) / 1000)) : respondTo(request, 200);
  }
  if (value === '*') {
    if (general !== 0) return respondTo(request, 400);
    registrar.unbind(username);
    return respondTo(request, 200);
  }
  const contact = parseAddress(value);
  if (!contact || contacts.length > 1 || userOf(contact.uri) === null) return respondTo(request, 400);

  const seconds = secondsOf(parameterOf(contact.parameters, 'expires'), general);
  if (seconds === 0) {
    // A late goodbye of an old connection must not end the registration of the new one.
    if (bound && (bound.connection === connection || bound.contact === contact.uri)) registrar.unbind(username);
    return respondTo(request, 200);
  }
  if (!connection.open) return respondTo(request, 480);
  registrar.bind(username, { connection, contact: contact.uri }, seconds);
  if (bound?.connection !== connection) clients.resume(username);
  return listed(contact.uri, seconds);
}
