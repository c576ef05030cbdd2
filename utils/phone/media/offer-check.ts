/** What every browser's WebRTC speaks (RFC 7874), and G.722, which they all have too. */
const SPOKEN: readonly string[] = Object.freeze(['opus', 'pcmu', 'pcma', 'g722']);
/** Payload types that need no rtpmap, of those (RFC 3551 table 4). */
const STATIC: Readonly<Record<string, string>> = Object.freeze({ 0: 'pcmu', 8: 'pcma', 9: 'g722' });

/**
 * An SDP offer that a browser can answer with sound both ways: audio that is not switched off, over DTLS-SRTP
 * (RFC 8827 section 6.5), in a codec that it speaks.
 */
export function canBeAnswered(sdp: string): boolean {
  const [session = '', ...sections] = sdp.split(/^(?=m=)/m);
  return sections.some((section) => {
    const [, port, protocol = '', formats = ''] = /^m=audio (\d+)\S* (\S+) ([^\r\n]+)/.exec(section) ?? [];
    if (port === undefined || port === '0' || !protocol.includes('SAVP')) return false;
    if (!/^a=fingerprint:\S+ \S+/m.test(section) && !/^a=fingerprint:\S+ \S+/m.test(session)) return false;
    return formats.split(' ').some((type) => SPOKEN.includes(codecOf(section, type)));
  });
}

function codecOf(section: string, type: string): string {
  const named = [...section.matchAll(/^a=rtpmap:(\d+) ([^/\s]+)/gm)].find(([, number]) => number === type)?.[2];
  return named?.toLowerCase() ?? STATIC[type] ?? '';
}
