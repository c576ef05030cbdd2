import type { Identity, RouteTarget, RoutingDecision, TrunkConfig } from '../ports';
import type { ServerMessage } from './evapi-message';

/** A quoted-string (RFC 3261 25.1); empty for no name. Control characters are dropped: they would end the header. */
export function quoteName(name: string): string {
  const printable = name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').trim();
  return printable === '' ? '' : `"${printable.replace(/[\\"]/g, '\\$&')}"`;
}

/** Only what a number, an extension or a service code consists of can become a user part. */
const userPart = (number: string) => number.replace(/[^+\d*A-Za-z.-]/g, '');

/** From and P-Asserted-Identity (RFC 3325) of what the callee may know; anonymous: RFC 3323 4.1. */
export function identityHeaders(identity: Identity, domain: string): { name: string; from: string; asserted: string } {
  if (identity.number === 'anonymous') return { name: '"Anonymous"', from: 'sip:anonymous@anonymous.invalid', asserted: '' };
  const user = userPart(identity.number);
  const from = `sip:${user}@${domain}`;
  return { name: quoteName(identity.name), from, asserted: from };
}

/** Of a Referred-By (RFC 3892) or P-Asserted-Identity (RFC 3325); empty for nobody, and for who is not to be known. */
function address(identity: Identity | undefined, domain: string): string {
  if (!identity || identity.number === 'anonymous') return '';
  const { name, from } = identityHeaders(identity, domain);
  return `${name} <${from}>`.trim();
}

/** Request URI at the trunk (RFC 3261 19.1.6 for `user=phone`). */
export function trunkUri(number: string, trunk: TrunkConfig): string {
  const transport = trunk.transport === 'tcp' ? ';transport=tcp' : '';
  return `sip:${userPart(number)}@${trunk.host}:${trunk.port}${transport};user=phone`;
}

const targetText = (target: RouteTarget, trunk: TrunkConfig | null): string[] => {
  if (target.kind === 'device') return [target.username];
  return trunk ? [trunkUri(target.number, trunk)] : [];
};

export interface DecisionContext {
  readonly ti: number;
  readonly tl: number;
  readonly domain: string;
  readonly trunk: TrunkConfig | null;
}

export function decisionMessage(decision: RoutingDecision, context: DecisionContext): ServerMessage {
  const { ti, tl } = context;
  if (decision.act === 'reply') return { act: 'reply', ti, tl, status: decision.status, reason: decision.reason };
  return {
    act: 'route',
    ti,
    tl,
    targets: decision.targets.flatMap((target) => targetText(target, context.trunk)),
    ring: Math.max(1, Math.round(decision.ringMs)),
    ...identityHeaders(decision.identity, context.domain),
    refby: address(decision.referredBy, context.domain),
    connected: address(decision.connected, context.domain),
  };
}
