import { connected, tryToSignIn } from '@/tests/support/e2e-actions';
import type { ChromiumOptions } from '@/tests/support/e2e-chromium';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import type { DemoPerson } from '@/tests/support/e2e-demo-company';
import type { OneServer } from '@/tests/support/e2e-one-server';
import { sipDeviceOf } from '@/tests/support/e2e-sip-device';
import { Stage } from '@/tests/support/e2e-stage';
import { waitFor } from '@/tests/support/e2e-wait-for';
import type { SipDevice } from '@/tests/support/sip-client';
import { openSipTap, type SipTap, type TappedMessage } from './sip-tap';

export const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 20);

/** One server on Kamailio, a tap in front of it, and phones that are signed in through the tap. */
export interface BenchStage {
  readonly server: OneServer;
  readonly tap: SipTap;
  phone(who: DemoPerson, options: ChromiumOptions): Promise<ChromiumPhone>;
  /** A registered SIP user agent without media. */
  device(who: DemoPerson): Promise<SipDevice>;
  readonly stage: Stage;
}

/** Runs on a stage of its own and ends everything on it. */
export async function onBenchStage<T>(run: (bench: BenchStage) => Promise<T>): Promise<T> {
  const stage = new Stage();
  try {
    const server = await stage.server({ edge: 'kamailio' });
    const tap = stage.keep(await openSipTap(server.port));
    return await run({
      server,
      tap,
      stage,
      async phone(who, options) {
        const phone = await stage.chromium(options);
        await tryToSignIn(phone, tap.url, who);
        await connected(phone, 20_000);
        return phone;
      },
      async device(who) {
        const device = await sipDeviceOf(server, who);
        await device.register();
        stage.keep({ close: () => device.stop() });
        return device;
      },
    });
  } finally {
    await stage.close();
  }
}

/** The first message after the mark that fits; a mark is `tap.messages.all.length` at some moment. */
export function tapped(tap: SipTap, mark: number, what: string, fits: (message: TappedMessage) => boolean): Promise<TappedMessage> {
  return waitFor(what, () => tap.messages.all.slice(mark).find(fits), 20_000);
}

export const isRequest = (method: string, from: TappedMessage['from']) => (message: TappedMessage) =>
  message.from === from && message.text.startsWith(`${method} `);

export const isRegistered = (message: TappedMessage) =>
  message.from === 'edge' && message.text.startsWith('SIP/2.0 200') && /^cseq:\s*\d+ REGISTER/im.test(message.text);

/** Runs `round` once unrecorded and then `rounds` times, and says how it goes. */
export async function sampled(name: string, rounds: number, round: (at: number) => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let at = 0; at <= rounds; at++) {
    const value = await round(at);
    if (at > 0) samples.push(value);
  }
  const sorted = [...samples].sort((a, b) => a - b).map((value) => value.toFixed(0));
  console.log(`  ${name}: ${sorted.join(' ')}`);
  return samples;
}
