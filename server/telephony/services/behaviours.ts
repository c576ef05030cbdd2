import type { Clock } from '@/utils/contract/clock';
import { G711_FRAME, type G711 } from './g711';
import type { SoundPacket } from './media-session';
import type { Prompt } from './prompt';
import { untilEnded, type CallBehaviour, type ServiceCall } from './service-call';

const FRAME_MS = 20;
const START = { sequence: 1, timestamp: 0 };

/** Where a stream of packets stands: carried from a prompt to what follows it, so that the receiver sees one stream. */
interface StreamPosition {
  readonly sequence: number;
  readonly timestamp: number;
}

/**
 * Plays `prompt` in real time, `times` over or until the call ends. Frames are due by the clock, not by the
 * timer, so that a late timer is caught up and the pace holds over minutes.
 */
async function playPrompt(call: ServiceCall, prompt: Prompt, clock: Clock, from: StreamPosition, times = 1): Promise<StreamPosition> {
  const codec: G711 = call.media.codecs.find((name) => name === 'pcma' || name === 'pcmu') === 'pcmu' ? 'PCMU' : 'PCMA';
  const frames = prompt.frames[codec];
  const total = frames.length * times;
  const begun = clock.now();
  let sent = 0;
  const at = () => ({ sequence: from.sequence + sent, timestamp: from.timestamp + sent * G711_FRAME });
  await new Promise<void>((resolve) => {
    const cancel = clock.every(FRAME_MS, () => {
      const due = Math.min(total, Math.floor((clock.now() - begun) / FRAME_MS) + 1);
      for (; sent < due; sent++) {
        const payload = frames[sent % frames.length];
        if (payload) call.media.send({ codec: codec.toLowerCase(), payload, marker: sent === 0, ...at() });
      }
      if (sent >= total || call.ended.aborted) {
        cancel();
        resolve();
      }
    });
  });
  return at();
}

/** Sends every packet back as it came, in one stream of this side's own numbering from `from` on. */
async function sendBack(call: ServiceCall, from: StreamPosition): Promise<void> {
  let first: SoundPacket | null = null;
  const stop = call.media.onPacket((packet) => {
    first ??= packet;
    call.media.send({
      ...packet,
      sequence: from.sequence + (packet.sequence - first.sequence),
      timestamp: from.timestamp + (packet.timestamp - first.timestamp),
    });
  });
  await untilEnded(call.ended);
  stop();
}

/** Two calls that hear each other until one of them ends. Both agree on one codec and the same: nothing is transcoded. */
export async function joinSound(one: ServiceCall, other: ServiceCall): Promise<void> {
  const pass = (from: ServiceCall, to: ServiceCall) => from.media.onPacket((packet) => to.media.send(packet));
  const stops = [pass(one, other), pass(other, one)];
  await Promise.race([untilEnded(one.ended), untilEnded(other.ended)]);
  for (const stop of stops) stop();
}

/** Echo test: sends back what is heard until the caller hangs up. */
export const echo = (): CallBehaviour => (call) => sendBack(call, START);

/** Plays the prompt once, then the call is hung up. */
export const announce =
  (prompt: Prompt, clock: Clock): CallBehaviour =>
  async (call) => {
    await playPrompt(call, prompt, clock, START);
  };

/** A greeting, then an echo. The call must have agreed on G.711 alone: one stream, one clock rate (RFC 7160). */
export const greetThenEcho =
  (prompt: Prompt, clock: Clock): CallBehaviour =>
  async (call) => {
    const position = await playPrompt(call, prompt, clock, START);
    await sendBack(call, position);
  };

/** Plays the opening once, then the other prompt over and over until the call ends. */
export const playThenRepeat =
  (opening: Prompt, repeated: Prompt, clock: Clock): CallBehaviour =>
  async (call) => {
    const position = await playPrompt(call, opening, clock, START);
    await playPrompt(call, repeated, clock, position, Infinity);
  };
