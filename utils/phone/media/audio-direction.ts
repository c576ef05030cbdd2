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

const MAY_ANSWER: Readonly<Record<AudioDirection, readonly AudioDirection[]>> = Object.freeze({
  sendrecv: ['sendrecv', 'sendonly', 'recvonly', 'inactive'],
  sendonly: ['recvonly', 'inactive'],
  recvonly: ['sendonly', 'inactive'],
  inactive: ['inactive'],
});

/**
 * An answer as it may be to what was offered (RFC 3264 section 6.1). Many a phone and gateway answers every offer with
 * sendrecv, which a browser refuses, and the call would end with a hold.
 */
export function fittingAnswer(answer: string, offered: AudioDirection): string {
  const allowed = MAY_ANSWER[offered];
  if (allowed.includes(audioDirection(answer))) return answer;
  const [session = '', ...sections] = answer.split(/^(?=m=)/m);
  const fitting = sections.map((section) => {
    if (!section.startsWith('m=audio')) return section;
    return `${section.replace(/^a=(?:sendrecv|sendonly|recvonly|inactive)[ \t]*\r?\n?/gm, '').replace(/(?:\r?\n)?$/, '\r\n')}a=${allowed[0]}\r\n`;
  });
  return session + fitting.join('');
}
