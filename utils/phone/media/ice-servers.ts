import type { IceServer } from '@/utils/contract/sip-account';

/** As RTCPeerConnection takes them. */
export const rtcIceServers = (servers: readonly IceServer[]): RTCIceServer[] =>
  servers.map(({ urls, username, credential }) => ({
    urls,
    ...(username !== undefined && { username }),
    ...(credential !== undefined && { credential }),
  }));
