import { describe, expect, it } from 'vitest';
import { FakeClock, settle } from '@/tests/support/fake-clock';
import { candidateType, gathered, suffices, type CandidateType } from '@/utils/phone/media/gathering';

describe('candidates', () => {
  it.each([
    ['candidate:1 1 udp 2122260223 192.0.2.1 4000 typ host generation 0', 'host'],
    ['candidate:2 1 udp 1686052607 198.51.100.1 4000 typ srflx raddr 192.0.2.1 rport 4000', 'srflx'],
    ['candidate:3 1 udp 41885439 203.0.113.1 4000 typ relay raddr 0.0.0.0 rport 0', 'relay'],
    ['candidate:4 1 udp 1 4f1b.local 4000 typ host', 'host'],
    ['', null],
  ] as const)('%s is %s', (line, type) => {
    expect(candidateType(line)).toBe(type);
  });

  it.each([
    [[], { stun: false, turn: false }, false],
    [['host'], { stun: false, turn: false }, true],
    [['host'], { stun: true, turn: false }, false],
    [['host', 'srflx'], { stun: true, turn: false }, true],
    [['host', 'srflx'], { stun: true, turn: true }, false],
    [['host', 'relay'], { stun: false, turn: true }, true],
  ] as const)('%j with %o suffice: %s', (types, servers, enough) => {
    expect(suffices(types as unknown as CandidateType[], servers)).toBe(enough);
  });
});

class Gathering extends EventTarget {
  iceGatheringState: RTCIceGatheringState = 'gathering';
  candidate(type: string | null): void {
    const candidate = type === null ? null : { candidate: `candidate:1 1 udp 1 192.0.2.1 4000 typ ${type}` };
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
  }
}

describe('the end of gathering', () => {
  const start = (servers: { stun: boolean; turn: boolean }) => {
    const clock = new FakeClock();
    const connection = new Gathering();
    let done = false;
    void gathered(connection as unknown as RTCPeerConnection, { clock, servers }).then(() => (done = true));
    return { clock, connection, done: () => done };
  };

  it('comes just after the first host candidate where no servers are configured', async () => {
    const { clock, connection, done } = start({ stun: false, turn: false });
    connection.candidate('host');
    await clock.step(10);
    expect(done()).toBe(false);
    await clock.step(15);
    expect(done()).toBe(true);
  });

  it('comes with the last candidate, or with none at all', async () => {
    const first = start({ stun: true, turn: true });
    first.connection.candidate(null);
    await settle();
    expect(first.done()).toBe(true);
    const second = start({ stun: false, turn: false });
    await second.clock.step(2_100);
    expect(second.done()).toBe(true);
  });

  it('waits for a mapped candidate, but not for a STUN server that is silent', async () => {
    const { clock, connection, done } = start({ stun: true, turn: false });
    connection.candidate('host');
    await clock.step(400);
    expect(done()).toBe(false);
    connection.candidate('srflx');
    await clock.step(25);
    expect(done()).toBe(true);
    const silent = start({ stun: true, turn: false });
    silent.connection.candidate('host');
    await silent.clock.step(510);
    expect(silent.done()).toBe(true);
  });
});
