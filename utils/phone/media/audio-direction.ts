export type AudioDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

const DIRECTION = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m;

/** What an SDP says of its audio: of the audio section, else of the session, else both ways (RFC 8866 section 6.7). */
export function audioDirection(sdp: string): AudioDirection {
  const [session = '', ...sections] = sdp.split(/^(?=m=)/m);
  const audio = sections.find((section) => section.startsWith('m=audio')) ?? '';
  const found = DIRECTION.exec(audio)?.[1] ?? DIRECTION.exec(session)?.[1];
  return (found as AudioDirection | undefined) ?? 'sendrecv';
}

/** Its sender wants to hear what we say. An address of 0.0.0.0, hold as in RFC 2543, means nothing here: with ICE it is the rule. */
export function wantsToHear(sdp: string): boolean {
  const direction = audioDirection(sdp);
  return direction === 'sendrecv' || direction === 'recvonly';
}
