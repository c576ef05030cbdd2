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

/** What a number was called from. */
export const DIAL_SOURCES = ['page', 'popup', 'history', 'panel', 'call-window'] as const;
export type DialSource = (typeof DIAL_SOURCES)[number];

/**
 * Whether it is asked in the call panel, on the page in front, how to call. Who pressed a number there is asked there; who
 * pressed one in the popup or the side panel (`beside`: one of them is open) is asked in that, and on the page once it is closed.
 */
export function asksOnPage(source: DialSource, beside: boolean): boolean {
  return source === 'page' || source === 'panel' || !beside;
}
