import type { CandidateKind, CandidatePair } from '@/utils/domain/quality/quality-sample';

/** What `getStats` tells of one audio call (WebRTC statistics, W3C): counters since it began, and the present values. */
export interface StatsReading {
  readonly packetsReceived: number | null;
  readonly packetsLost: number;
  /** Arrived too late to be played. */
  readonly packetsDiscarded: number;
  /** Seconds, as browsers count; so are all delays here. */
  readonly jitter: number | null;
  /** Sum over all samples played, and how many those are. */
  readonly jitterBufferDelay: number | null;
  readonly jitterBufferEmitted: number | null;
  /** Grows with everything that arrives, connection checks included. */
  readonly activity: number | null;
  readonly levelIn: LevelReading;
  readonly levelOut: LevelReading;
  /** 0 to 1, of the other side's last report. */
  readonly fractionLost: number | null;
  /** When that came. */
  readonly reportedAt: number | null;
  readonly roundTrip: number | null;
  readonly codec: string | null;
  readonly pair: CandidatePair | null;
}

export interface LevelReading {
  /** 0 to 1, now. */
  readonly peak: number | null;
  /** Squared levels times seconds, and those seconds. */
  readonly energy: number | null;
  readonly duration: number | null;
}

type Stat = Readonly<Record<string, unknown>>;

/** Reads Chrome's report and Firefox's, which lacks some of it; what is not there is null. */
export function readStats(report: RTCStatsReport): StatsReading {
  const stats = new Map<string, Stat>();
  report.forEach((stat: Stat, id: string) => stats.set(id, stat));
  const all = [...stats.values()];
  const audio = (type: string) => all.find((stat) => stat['type'] === type && (stat['kind'] ?? stat['mediaType'] ?? 'audio') === 'audio');
  const inbound = audio('inbound-rtp');
  const reported = audio('remote-inbound-rtp');
  const pair = selectedPair(stats, all);
  return {
    packetsReceived: number(inbound, 'packetsReceived'),
    packetsLost: number(inbound, 'packetsLost') ?? 0,
    packetsDiscarded: number(inbound, 'packetsDiscarded') ?? 0,
    jitter: number(inbound, 'jitter'),
    jitterBufferDelay: number(inbound, 'jitterBufferDelay'),
    jitterBufferEmitted: number(inbound, 'jitterBufferEmittedCount'),
    activity: activityOf(pair),
    levelIn: levelOf(inbound),
    levelOut: levelOf(audio('media-source')),
    fractionLost: number(reported, 'fractionLost'),
    reportedAt: number(reported, 'timestamp'),
    // Firefox says 0 of its pairs.
    roundTrip: number(reported, 'roundTripTime') ?? (number(pair, 'currentRoundTripTime') || null),
    codec: codecOf(stats.get(String(inbound?.['codecId']))),
    pair: pair === undefined ? null : pairOf(stats.get(String(pair['localCandidateId'])), stats.get(String(pair['remoteCandidateId']))),
  };
}

/** Chrome names it in the transport, Firefox marks it. */
function selectedPair(stats: ReadonlyMap<string, Stat>, all: readonly Stat[]): Stat | undefined {
  const named = all.find((stat) => stat['type'] === 'transport' && typeof stat['selectedCandidatePairId'] === 'string');
  if (named) return stats.get(String(named['selectedCandidatePairId']));
  const pairs = all.filter((stat) => stat['type'] === 'candidate-pair');
  return pairs.find((pair) => pair['selected'] === true) ?? pairs.find((pair) => pair['nominated'] === true && pair['state'] === 'succeeded');
}

/** Bytes leave connection checks out (Chrome counts those apart); Firefox has a time instead of counts of checks. */
function activityOf(pair: Stat | undefined): number | null {
  const counts = ['bytesReceived', 'responsesReceived', 'requestsReceived', 'lastPacketReceivedTimestamp'].map((key) => number(pair, key));
  return counts.every((count) => count === null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function levelOf(stat: Stat | undefined): LevelReading {
  return { peak: number(stat, 'audioLevel'), energy: number(stat, 'totalAudioEnergy'), duration: number(stat, 'totalSamplesDuration') };
}

function codecOf(stat: Stat | undefined): string | null {
  const type = stat?.['mimeType'];
  return typeof type === 'string' ? (type.split('/')[1] ?? null) : null;
}

const KINDS: readonly CandidateKind[] = ['host', 'srflx', 'prflx', 'relay'];
const kindOf = (stat: Stat | undefined): CandidateKind | null => KINDS.find((kind) => kind === stat?.['candidateType']) ?? null;

function pairOf(local: Stat | undefined, remote: Stat | undefined): CandidatePair | null {
  const [near, far] = [kindOf(local), kindOf(remote)];
  if (near === null || far === null) return null;
  const protocol = local?.['relayProtocol'] ?? local?.['protocol'];
  return { local: near, remote: far, protocol: protocol === 'tcp' || protocol === 'tls' ? protocol : 'udp' };
}

function number(stat: Stat | undefined, key: string): number | null {
  const value = stat?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
