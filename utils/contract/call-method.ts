import * as v from 'valibot';
import type { DialSource } from '@/utils/domain/call/call-method';
import { callViaSchema, type CallVia } from './ordered-call';

/** What a person chooses for one call. */
export const chosenMethodSchema = v.union([v.literal('here'), callViaSchema]);
export type ChosenMethod = v.InferOutput<typeof chosenMethodSchema>;

/** What is set: that, or to be asked each time. */
export const callMethodSchema = v.union([v.literal('ask'), chosenMethodSchema]);

/** Something to choose; a desk phone has a name. */
export interface MethodChoice {
  readonly via: 'here' | CallVia;
  readonly name: string | null;
}

/** A call waits for its method. */
export interface MethodQuestionView {
  readonly target: string;
  readonly choices: readonly MethodChoice[];
  readonly source: DialSource;
  /** Epoch ms. */
  readonly askedAt: number;
}
