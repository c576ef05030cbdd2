import { isTone } from '@/tests/support/e2e-heard-tone';
import type { Phone } from '@/tests/support/e2e-phone';

/** How often it is listened, milliseconds; an analyser's window is 170. */
const LOOK = 200;
/** The tone itself pauses for up to a second; only what lasts longer is the call's silence. Milliseconds. */
const NOTICED = 1_500;

/** A while in which the other side was not heard. Milliseconds after the beginning. */
export interface Silence {
  readonly from: number;
  readonly to: number;
}

export interface Hearing {
  readonly silences: readonly Silence[];
  stop(): Promise<void>;
}

/** Listens for the other side's tone all the time. A look that cannot be taken (its browser is being restarted) heard nothing. */
export function listen(phone: Phone, hertz: number, now: () => number): Hearing {
  const silences: Silence[] = [];
  let listening = true;
  const run = async () => {
    let last = now();
    while (listening) {
      const heard = await phone.heard().catch(() => null);
      const at = now();
      if (isTone(heard, hertz)) {
        if (at - last > NOTICED) silences.push({ from: last, to: at });
        last = at;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    if (now() - last > NOTICED) silences.push({ from: last, to: now() });
  };
  const running = run();
  return {
    silences,
    async stop() {
      listening = false;
      await running;
    },
  };
}
