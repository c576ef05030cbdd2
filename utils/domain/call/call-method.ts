/** How calls are made: asked each time, in this browser, or with another phone of the user (`mobile`, or a desk phone's id). */
export type CallMethod = 'ask' | 'here' | (string & {});

export interface MethodQuestion {
  readonly account: 'one' | 'sip';
  readonly preferred: CallMethod;
  readonly emergency: boolean;
}

/** The method of one call. Nobody is asked anything before an emergency call, and nothing but this phone is relied on for it. */
export function methodFor({ account, preferred, emergency }: MethodQuestion): CallMethod {
  return account === 'sip' || emergency ? 'here' : preferred;
}
