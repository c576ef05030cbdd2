import { expect } from 'vitest';
import type { OutgoingCall, SipDevice } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import type { IncomingCall } from '@/tests/support/sip-incoming-call';

export interface EstablishedCall {
  readonly caller: SipDevice;
  readonly callee: SipDevice;
  readonly out: OutgoingCall;
  readonly in: IncomingCall;
}

/** A call between two phones that talk. */
export async function talk(stage: EdgeStage, caller?: SipDevice, callee?: SipDevice): Promise<EstablishedCall> {
  const near = caller ?? (await stage.phone());
  const far = callee ?? (await stage.phone());
  stage.server.plan(far.username, stage.ring([far]));
  const out = near.call(far.username);
  const incoming = await far.calls.next();
  await incoming.session.accept();
  expect((await out.done).status).toBe(200);
  await incoming.acks.next();
  return { caller: near, callee: far, out, in: incoming };
}
