import type { Logger } from '@/utils/contract/logger';
import type { RoutingDecision } from '../ports';
import { DECISION_MS, type Timers } from './timers';

/** Asks the One server. A failure becomes 500 and a silence 503, so that a caller always hears something. */
export async function decide(
  ask: () => Promise<RoutingDecision>,
  { timers, log }: { readonly timers: Timers; readonly log: Logger },
): Promise<RoutingDecision & { readonly failed?: true }> {
  return new Promise((resolve) => {
    const stop = timers.after(DECISION_MS, () => {
      log.error('no routing decision in time');
      resolve({ act: 'reply', status: 503, reason: 'Service Unavailable', failed: true });
    });
    const settle = (decision: RoutingDecision & { readonly failed?: true }) => {
      stop();
      resolve(decision);
    };
    new Promise<RoutingDecision>((give) => give(ask())).then(settle, (error: unknown) => {
      log.error('routing decision failed', { error: String(error) });
      settle({ act: 'reply', status: 500, reason: 'Server Internal Error', failed: true });
    });
  });
}
