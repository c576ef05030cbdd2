import type { Clock } from '@/utils/contract/clock';
import type { RelayProbe } from '@/utils/contract/relay-probe';
import type { IceServer } from '@/utils/contract/sip-account';
import { candidateType } from './gathering';
import { rtcIceServers } from './ice-servers';

/** A relay answers within two round trips; one that has not by then is not there. Milliseconds. */
const PATIENCE = 5_000;

export interface RelayProbeOptions {
  readonly createPeerConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly iceServers: readonly IceServer[];
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

/** Asks the account's TURN servers for an allocation, or its STUN servers for an address (RFC 8656, RFC 8489), as a call would. */
export async function probeRelay({ createPeerConnection, iceServers, clock }: RelayProbeOptions): Promise<RelayProbe> {
  const urls = iceServers.flatMap((server) => server.urls);
  if (urls.length === 0) return { kind: 'none' };
  const turn = urls.some((url) => /^turns?:/.test(url));
  const connection = createPeerConnection({ iceServers: rtcIceServers(iceServers), iceTransportPolicy: turn ? 'relay' : 'all' });
  const began = clock.now();
  try {
    connection.addTransceiver('audio', { direction: 'recvonly' });
    const found = new Promise<RelayProbe>((resolve) => {
      clock.after(PATIENCE, () => resolve({ kind: 'silent' }));
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) return resolve({ kind: 'silent' });
        const type = candidateType(candidate.candidate);
        if (type === 'relay' || (!turn && type === 'srflx')) resolve({ kind: 'reached', ms: clock.now() - began });
      });
    });
    await connection.setLocalDescription(await connection.createOffer());
    return await found;
  } finally {
    connection.close();
  }
}
