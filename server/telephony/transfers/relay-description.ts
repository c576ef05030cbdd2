/** Where the relay takes the sound of one side of a media session. */
export interface RelayPlace {
  /** Local to the relay: its sessions reach each other there, whatever is told outside. */
  readonly address: string;
  readonly port: number;
}

const EVENTS = 101;

/** An offer to send to that place: G.711 and telephone events (RFC 4733), RTP and RTCP on one port. The edge makes of it what the other side speaks. */
export function offerOf({ address, port }: RelayPlace): string {
  return [
    'v=0', `o=- 1 1 IN IP4 ${address}`, 's=-', `c=IN IP4 ${address}`, 't=0 0',
    `m=audio ${port} RTP/AVP 8 0 ${EVENTS}`, 'a=rtpmap:8 PCMA/8000', 'a=rtpmap:0 PCMU/8000', `a=rtpmap:${EVENTS} telephone-event/8000`, `a=fmtp:${EVENTS} 0-16`,
    'a=rtcp-mux', 'a=ptime:20', 'a=sendrecv', '',
  ].join('\r\n');
}

/** The same description with the relay's local address: what it tells others may lead through a NAT, and not back in. */
export function atRelay(sdp: string, address: string): string {
  return sdp.replace(/\bIN IP4 [\d.]+/g, `IN IP4 ${address}`);
}

/** Whether its sender holds the call (RFC 3264 section 8.4). */
export const holds = (sdp: string): boolean => /^a=(?:sendonly|inactive)\s*$/m.test(sdp);
