import { describe, expect, it } from 'vitest';
import { rankCandidates } from '@/server/telephony/services/candidate-priorities';

const candidate = (address: string, priority = 2_130_706_431) => `a=candidate:1 1 udp ${priority} ${address} 40000 typ host generation 0`;
const sdp = (...lines: string[]) => ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 8', ...lines, 'a=setup:active', ''].join('\r\n');

describe('priorities of ICE candidates', () => {
  it('each address has its own, loopback the lowest, wherever it stands', () => {
    expect(rankCandidates(sdp(candidate('127.0.0.1'), candidate('192.0.2.1'), candidate('198.51.100.1')))).toBe(
      sdp(candidate('127.0.0.1', 2_130_706_431 - 512), candidate('192.0.2.1'), candidate('198.51.100.1', 2_130_706_431 - 256)),
    );
  });

  it('leaves a description without candidates as it is', () => {
    expect(rankCandidates(sdp('a=sendrecv'))).toBe(sdp('a=sendrecv'));
  });
});
