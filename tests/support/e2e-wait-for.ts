/**
 * Asks `probe` until it answers something other than undefined, null or false; rejects with `what` after `timeoutMs`.
 * A probe that throws is asked again; its last error is part of the message.
 */
export async function waitFor<T>(what: string, probe: () => Promise<T> | T, timeoutMs = 10_000): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<T, false>>;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) throw new Error(`${what}: not within ${timeoutMs} ms (last: ${String(last)})`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** How long, in milliseconds, until `probe` holds. */
export async function timeUntil(what: string, probe: () => Promise<unknown>, timeoutMs: number): Promise<number> {
  const started = performance.now();
  await waitFor(what, probe, timeoutMs);
  return performance.now() - started;
}
