import { createSocket, type Socket } from 'node:dgram';
import { decodeG711, encodeG711 } from '@/server/telephony/services/g711';
import { makeTone, measureTone, type Tone } from '@/server/telephony/services/tone';
import { eventPayloadType, TelephoneEvents } from './e2e-telephone-events';

const HEADER = 12;
const PCMA = 8;
const STRETCH = 800;
const KEPT_SAMPLES = 5 * STRETCH;

/** A telephone's audio as the PSTN has it: PCMA over RTP (RFC 3551), a steady tone out, and what came in measured; and its keys. */
export class PlainRtp {
  readonly events = new TelephoneEvents();
  private received: number[] = [];
  private lastPacketAt = 0;
  private sending: NodeJS.Timeout | null = null;

  private constructor(
    private readonly socket: Socket,
    readonly port: number,
    private readonly hertz: number,
  ) {
    socket.on('message', (packet) => {
      const payloadType = (packet[1] ?? 0) & 0x7f;
      if (payloadType === this.events.payloadType) this.events.receive(packet);
      if (payloadType !== PCMA) return;
      this.lastPacketAt = performance.now();
      this.received = [...this.received, ...decodeG711(packet.subarray(HEADER), 'PCMA')].slice(-KEPT_SAMPLES);
    });
  }

  static async open(hertz: number): Promise<PlainRtp> {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    return new PlainRtp(socket, socket.address().port, hertz);
  }

  /** An offer, or the answer to one. */
  description(offer = ''): string {
    const events = (this.events.payloadType = eventPayloadType(offer));
    const formats = `a=rtpmap:8 PCMA/8000\r\na=rtpmap:${events} telephone-event/8000\r\na=fmtp:${events} 0-15\r\n`;
    const media = `m=audio ${this.port} RTP/AVP 8 ${events}\r\n${formats}a=ptime:20\r\na=sendrecv\r\n`;
    return `v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n${media}`;
  }

  /** Sends the tone to where the other side's SDP says. */
  start(remoteDescription: string): void {
    const port = Number(/^m=audio (\d+)/m.exec(remoteDescription)?.[1]);
    const host = /^c=IN IP4 (\S+)/m.exec(remoteDescription)?.[1] ?? '127.0.0.1';
    // One second of tone holds whole periods of every multiple of 1 Hz, so it can be repeated for ever.
    const tone = encodeG711(makeTone(this.hertz, 1000), 'PCMA');
    const started = performance.now();
    let sent = 0;
    this.stop();
    this.sending = setInterval(() => {
      for (; sent * 20 < performance.now() - started; sent++) {
        const packet = Buffer.alloc(HEADER + 160);
        packet.writeUInt16BE(0x8000 | PCMA, 0);
        packet.writeUInt16BE(sent & 0xffff, 2);
        packet.writeUInt32BE((sent * 160) >>> 0, 4);
        packet.writeUInt32BE(this.port, 8);
        tone.copy(packet, HEADER, (sent * 160) % 8000, ((sent * 160) % 8000) + 160);
        this.socket.send(packet, port, host);
      }
    }, 10);
  }

  /** The loudest tenth of the last half second, for the other side's tone may pulse; silence when nothing has come for 200 ms. */
  heard(): Tone {
    if (performance.now() - this.lastPacketAt > 200) return { frequency: 0, purity: 0, level: 0 };
    const tones = [0, 1, 2, 3, 4].map((tenth) => measureTone(Int16Array.from(this.received.slice(tenth * STRETCH, (tenth + 1) * STRETCH))));
    return tones.reduce((loudest, one) => (one.level > loudest.level ? one : loudest));
  }

  stop(): void {
    if (this.sending !== null) clearInterval(this.sending);
    this.sending = null;
  }

  close(): void {
    this.stop();
    this.socket.close();
  }
}
