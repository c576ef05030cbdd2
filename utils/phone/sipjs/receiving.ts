import type { Core } from 'sip.js';

/**
 * While calls are not received here, an INVITE gets a 480 at once: only this branch of the call ends, others ring on (RFC 3261
 * section 16.7). Ahead of the agent, which answers each with a 180. One that takes the place of a call in progress (RFC 3891)
 * belongs to that call.
 */
export function refuseWhileNotReceiving(core: Core.UserAgentCore, receives: () => boolean): void {
  const { delegate } = core;
  const onInvite = delegate.onInvite?.bind(delegate);
  delegate.onInvite = (request) => {
    if (receives() || request.message.hasHeader('replaces')) onInvite?.(request);
    else request.reject({ statusCode: 480 });
  };
}
