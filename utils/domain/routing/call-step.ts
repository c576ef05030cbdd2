import type { CallRoute, ServiceName, Wanted } from './call-route';

/**
 * One recorded reason of what became of a call, in the order they came. Codes are added, never reused: clients leave out
 * what they do not know. Numbers are as in {@link Wanted}; seconds are whole.
 */
export type CallStep =
  /** A PBX or a person forwarded it to us: RFC 5806 Diversion of the trunk. */
  | { readonly code: 'diverted-from'; readonly number: string }
  | { readonly code: 'transferred-by'; readonly number: string; readonly name: string }
  | { readonly code: 'dialled-extension'; readonly number: string }
  | { readonly code: 'dialled-number'; readonly number: string }
  /** Let through whatever a rule says. */
  | { readonly code: 'emergency'; readonly number: string }
  | { readonly code: 'service'; readonly service: ServiceName }
  | { readonly code: 'to-trunk'; readonly number: string }
  | { readonly code: 'nobody-has-number' }
  | { readonly code: 'no-trunk' }
  | { readonly code: 'rang-devices'; readonly count: number }
  | { readonly code: 'no-device-registered' }
  | { readonly code: 'no-answer-after'; readonly seconds: number }
  /** Final SIP status of who was rung. */
  | { readonly code: 'rejected'; readonly status: number }
  /** Device user name; in the record of the user it belongs to only. */
  | { readonly code: 'answered-by'; readonly device: string }
  /** A number on the telephone network, most often the user's mobile; as above. */
  | { readonly code: 'answered-at'; readonly number: string };

export interface RoutedCall {
  readonly wanted: Wanted;
  readonly path: CallRoute;
  /** As the trunk said; null: not forwarded. */
  readonly divertedFrom: string | null;
  readonly transferredBy: { readonly number: string; readonly name: string } | null;
}

/** Why a call goes where it goes. What happens there is told later. */
export function stepsOf({ wanted, path, divertedFrom, transferredBy }: RoutedCall): CallStep[] {
  const steps: CallStep[] = [];
  if (divertedFrom !== null) steps.push({ code: 'diverted-from', number: divertedFrom });
  if (transferredBy !== null) steps.push({ code: 'transferred-by', ...transferredBy });
  if (wanted.kind === 'emergency') steps.push({ code: 'emergency', number: wanted.digits });
  if (wanted.kind === 'number') steps.push({ code: 'dialled-number', number: wanted.e164 });
  if (wanted.kind === 'short') steps.push({ code: path.to === 'user' ? 'dialled-extension' : 'dialled-number', number: wanted.digits });
  switch (path.to) {
    case 'service':
      steps.push({ code: 'service', service: path.service });
      break;
    case 'trunk':
      steps.push({ code: 'to-trunk', number: path.number });
      break;
    case 'reject':
      steps.push({ code: path.status === 503 ? 'no-trunk' : 'nobody-has-number' });
      break;
    case 'user':
  }
  return steps;
}

export interface StepFailure {
  readonly status: number;
  readonly reason: 'rejected' | 'no-answer' | 'unregistered';
}

/** What was tried last did not work, and this is how. `ringMs`: how long it may have rung. */
export function stepOfFailure({ status, reason }: StepFailure, ringMs: number): CallStep {
  if (reason === 'no-answer') return { code: 'no-answer-after', seconds: Math.round(ringMs / 1000) };
  if (reason === 'unregistered') return { code: 'no-device-registered' };
  return { code: 'rejected', status };
}
