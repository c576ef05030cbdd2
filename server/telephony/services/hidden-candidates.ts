/**
 * Browsers without a microphone grant hide their address behind a random mDNS name (RFC 8828, draft-ietf-mmusic-mdns-ice-candidates),
 * but tell the true port. werift fails at once when it can resolve none of them. So each such candidate is tried at this
 * machine's own `addresses`: right where the browser runs here, and elsewhere the attempt lasts long enough for the
 * browser's own check to arrive and tell its address.
 */
export function revealCandidates(sdp: string, addresses: readonly string[]): string {
  const lines = sdp.split(/\r?\n/).flatMap((line) => {
    const hidden = /^(a=candidate:)(\S+)( \d+ udp \d+ )(\S+\.local)( .*)$/i.exec(line);
    if (!hidden) return [line];
    const [, name = '', foundation = '', before = '', , after = ''] = hidden;
    return addresses.map((address, i) => `${name}${foundation}${i}${before}${address}${after}`);
  });
  return lines.join('\r\n');
}
