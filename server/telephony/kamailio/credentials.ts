/** Answers the edge's questions for HA1 so that a device cut off meanwhile is not let in by an older answer. */
export interface Credentials {
  ha1(username: string): Promise<string | null>;
  forget(username: string): void;
}

export function createCredentials(ask: (username: string) => Promise<string | null>): Credentials {
  const forgotten = new Map<string, number>();
  let count = 0;
  return {
    async ha1(username) {
      const asked = (count += 1);
      const answer = await ask(username).catch(() => null);
      return (forgotten.get(username) ?? 0) > asked ? null : answer;
    },
    forget(username) {
      forgotten.set(username, (count += 1));
    },
  };
}
