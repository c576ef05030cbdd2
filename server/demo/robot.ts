import type { CallBehaviour } from '@/server/telephony/services/service-call';
import { Ear } from '@/server/telephony/services/ear';
import type { Tone } from '@/server/telephony/services/tone';

export type RobotState = 'idle' | 'calling' | 'talking';

/** What a robot is doing, for the demo page and the tour. */
export interface RobotStatus {
  readonly state: RobotState;
  /** The last call was not answered. */
  readonly failed: boolean;
  /** What it hears of the other side, or heard in its last call. */
  readonly heard: Tone | null;
}

/** Keeps the status of one robot and lets it listen in its calls. */
export class RobotEar {
  #talking = 0;
  #calling = false;
  #failed = false;
  readonly #ear = new Ear();

  get status(): RobotStatus {
    const state = this.#talking > 0 ? 'talking' : this.#calling ? 'calling' : 'idle';
    return { state, failed: this.#failed, heard: this.#ear.hear() };
  }

  /** `behaviour`, listened to. */
  during(behaviour: CallBehaviour): CallBehaviour {
    return async (call) => {
      const stop = this.#ear.listen(call.media);
      this.#talking++;
      try {
        await behaviour(call);
      } finally {
        this.#talking--;
        stop();
      }
    };
  }

  /** Follows a call that the robot makes. Never rejects. */
  async follow(call: Promise<void>): Promise<void> {
    this.#calling = true;
    this.#failed = false;
    await call.catch(() => (this.#failed = true));
    this.#calling = false;
  }
}
