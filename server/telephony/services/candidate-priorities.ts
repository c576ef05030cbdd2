/** One step of local preference in a candidate's priority (RFC 8445 section 5.1.2.1). */
const STEP = 256;

/**
 * Gives each candidate of a description a priority of its own, the first the highest and loopback the lowest, as a host of
 * several addresses must (RFC 8445 section 5.1.2.1): werift gives all the same, and rtpengine then keeps but one of the pairs.
 */
export function rankCandidates(sdp: string): string {
  let rank = 0;
  const lines = sdp.split('\r\n');
  const candidates = lines.flatMap((line, at) => {
    const [, before = '', priority = '', address = ''] = /^(a=candidate:\S+ \d+ \S+ )(\d+) (\S+) /.exec(line) ?? [];
    return address === '' ? [] : [{ at, before, priority, address, loopback: address.startsWith('127.') || address === '::1' }];
  });
  for (const { at, before, priority } of [...candidates.filter(({ loopback }) => !loopback), ...candidates.filter(({ loopback }) => loopback)]) {
    const rest = lines[at]?.slice(before.length + priority.length) ?? '';
    lines[at] = `${before}${Number(priority) - STEP * rank++}${rest}`;
  }
  return lines.join('\r\n');
}
