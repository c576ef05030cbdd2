/** One packet is filled before it goes: the 20 ms that every browser's packets have. Milliseconds, as all here. */
const PACKET = 20;
/** What the codec looks ahead beyond it: Opus (RFC 6716 section 2), G.722's two filter banks; G.711 nothing. */
const LOOK_AHEAD: Readonly<Record<string, number>> = Object.freeze({ opus: 6.5, g722: 3 });

export interface DelayParts {
  readonly roundTrip: number;
  /** How long what arrives waits to be played. */
  readonly jitterBuffer: number;
  readonly codec: string | null;
}

/** From mouth to ear. The network is taken to need as long one way as the other, and the far jitter buffer to be like ours. */
export function oneWayDelay({ roundTrip, jitterBuffer, codec }: DelayParts): number {
  return roundTrip / 2 + jitterBuffer + PACKET + (LOOK_AHEAD[codec?.toLowerCase() ?? ''] ?? 0);
}
