import type { Clock } from '@/utils/contract/clock';

/** After the first candidate that suffices, so long more come in with it (other interfaces). Milliseconds. */
const SETTLE = 20;
/** With STUN or TURN configured, the longest wait for their candidate; host candidates suffice then. */
const RELAY_WAIT = 500;
/** Nothing at all came: the offer goes without candidates and the other side's checks must find us. */
const NOTHING_WAIT = 1_000;

export type CandidateType = 'host' | 'srflx' | 'prflx' | 'relay';

/** Type of an `a=candidate` line (RFC 8839 section 5.1); null for what is none. */
export function candidateType(line: string): CandidateType | null {
  const type = / typ (host|srflx|prflx|relay)\b/.exec(line)?.[1];
  return (type as CandidateType | undefined) ?? null;
}

/** Whether the candidates so far let the offer go: any without servers, a mapped one with them. */
export function suffices(types: readonly CandidateType[], servers: { stun: boolean; turn: boolean }): boolean {
  if (servers.turn) return types.includes('relay');
  if (servers.stun) return types.includes('srflx') || types.includes('relay');
  return types.length > 0;
}

/**
 * Resolves when the local description has enough candidates. Without trickle (RFC 8840) an offer must wait for them, and
 * waiting for the end of gathering is what makes WebRTC phones slow: here the first that suffices ends it.
 */
export function gathered(
  connection: RTCPeerConnection,
  options: { clock: Clock; servers: { stun: boolean; turn: boolean }; restarted?: boolean },
): Promise<void> {
  // Just restarted, the state may still be that of the gathering before.
  const late = options.restarted === true && !(connection.localDescription?.sdp ?? '').includes('\na=candidate:');
  if (connection.iceGatheringState === 'complete' && !late) return Promise.resolve();
  const { clock, servers } = options;
  return new Promise((resolve) => {
    const types: CandidateType[] = [];
    const stops: (() => void)[] = [];
    const listening = new AbortController();
    const done = () => {
      listening.abort();
      for (const stop of stops) stop();
      resolve();
    };
    const withServers = servers.stun || servers.turn;
    const longest = withServers ? RELAY_WAIT : NOTHING_WAIT;
    stops.push(clock.after(longest, () => (types.length > 0 ? done() : stops.push(clock.after(NOTHING_WAIT, done)))));
    connection.addEventListener(
      'icecandidate',
      ({ candidate }) => {
        if (candidate === null) return done();
        const type = candidateType(candidate.candidate);
        if (type === null) return;
        const before = suffices(types, servers);
        types.push(type);
        if (!before && suffices(types, servers)) stops.push(clock.after(SETTLE, done));
      },
      { signal: listening.signal },
    );
    connection.addEventListener(
      'icegatheringstatechange',
      () => {
        if (connection.iceGatheringState === 'complete') done();
      },
      { signal: listening.signal },
    );
  });
}
