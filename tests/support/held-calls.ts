import { audioDirection, type AudioDirection } from '@/utils/phone/media/audio-direction';
import { settle } from './fake-clock';
import type { FakePeerConnection, FakeTrack } from './fake-peer-connection';
import type { TestPhone } from './phone-builder';
import type { FakeEdge, WireMessage } from './phone-edge';

/** Puts the newest call on hold, and lets what follows happen. */
export async function hold({ phone, call }: TestPhone): Promise<void> {
  const result = phone.hold(call.id);
  if (!result.ok) throw new Error(result.error);
  await settle();
}

export async function resume({ phone, call }: TestPhone): Promise<void> {
  const result = phone.resume(call.id);
  if (!result.ok) throw new Error(result.error);
  await settle();
}

/** What was offered and answered, in the order it went over the wire. */
export function directions(edge: FakeEdge): AudioDirection[] {
  const described = ({ method, status, text }: WireMessage) => method === 'INVITE' && (status === null || status === 200) && text.includes('m=audio');
  return edge.log.filter(described).map(({ text }) => audioDirection(text));
}

/** The connection that carries a call. */
export function inUse({ connections }: TestPhone): FakePeerConnection {
  const found = connections.made.find(({ remoteDescription, closed }) => remoteDescription && !closed);
  if (!found) throw new Error('no connection in use');
  return found;
}

export function microphoneOf(phone: TestPhone): FakeTrack | null | undefined {
  return inUse(phone).transceivers[0]?.sender.track;
}

export const isReInvite = ({ method, status }: WireMessage): boolean => method === 'INVITE' && status === null;
