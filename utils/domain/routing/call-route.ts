import { normaliseDialled } from '@/utils/domain/phone-number/dialling';
import { isEmergencyNumber } from './emergency-numbers';

/** A user of the company, as routing needs to know one. Numbers are E.164 with plus. */
export interface RoutingUser {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly extension: string;
  readonly fixedNumber: string;
  readonly mobileNumber: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
}

export type ServiceName = 'echo' | 'announcement';

/** What a caller wants to reach, before anybody looked up who has that number. */
export type Wanted =
  | { readonly kind: 'service'; readonly service: ServiceName }
  | { readonly kind: 'emergency'; readonly digits: string }
  /** An extension of the caller's company, else a short number of the region (1177, 11414). */
  | { readonly kind: 'short'; readonly digits: string }
  | { readonly kind: 'number'; readonly e164: string }
  | { readonly kind: 'nothing' };

export interface ServiceNumbers {
  readonly echo: string;
  readonly announcement: string;
}

/** Reads what was dialled by the caller's region. Pure; never throws. */
export function wantedFrom(dialled: string, region: string, services: ServiceNumbers): Wanted {
  if (dialled === services.echo) return { kind: 'service', service: 'echo' };
  if (dialled === services.announcement) return { kind: 'service', service: 'announcement' };
  const result = normaliseDialled(dialled, region);
  switch (result.kind) {
    case 'number':
      return { kind: 'number', e164: result.e164 };
    case 'short':
      if (isEmergencyNumber(result.digits, region)) return { kind: 'emergency', digits: result.digits };
      return { kind: 'short', digits: result.digits };
    case 'invalid':
      return { kind: 'nothing' };
  }
}

export type Caller =
  | { readonly kind: 'user'; readonly user: RoutingUser }
  /** From the trunk; '' when the number is withheld. */
  | { readonly kind: 'outside'; readonly number: string; readonly name: string };

/** Who the number belongs to, after the look-up. */
export type Reached =
  | { readonly kind: 'user'; readonly user: RoutingUser }
  | { readonly kind: 'service'; readonly service: ServiceName }
  | { readonly kind: 'outside'; readonly number: string }
  | { readonly kind: 'nobody' };

export type CallRoute =
  | { readonly to: 'user'; readonly user: RoutingUser; readonly from: CallerId }
  | { readonly to: 'service'; readonly service: ServiceName; readonly from: CallerId }
  | { readonly to: 'trunk'; readonly number: string; readonly from: CallerId }
  | { readonly to: 'reject'; readonly status: number; readonly reason: string };

/** Number and name the called party is shown. */
export interface CallerId {
  readonly number: string;
  readonly name: string;
}

/**
 * Where a call goes and whom it shows. The caller's claimed identity is not an input: a user is shown by
 * its fixed number, an outside caller by what the trunk asserts (RFC 3325).
 * A caller from outside reaches users only, so the trunk can never be used to reach the trunk.
 */
export function routeCall(caller: Caller, reached: Reached, trunk: boolean): CallRoute {
  const from: CallerId =
    caller.kind === 'user'
      ? { number: caller.user.fixedNumber, name: caller.user.name }
      : { number: caller.number === '' ? 'anonymous' : caller.number, name: caller.name };
  switch (reached.kind) {
    case 'user':
      return { to: 'user', user: reached.user, from };
    case 'service':
      if (caller.kind === 'outside') return { to: 'reject', status: 404, reason: 'Not Found' };
      return { to: 'service', service: reached.service, from };
    case 'outside':
      if (caller.kind === 'outside') return { to: 'reject', status: 404, reason: 'Not Found' };
      if (!trunk) return { to: 'reject', status: 503, reason: 'No Trunk' };
      return { to: 'trunk', number: reached.number, from };
    case 'nobody':
      return { to: 'reject', status: 404, reason: 'Not Found' };
  }
}
