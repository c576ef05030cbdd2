/** Counts open sockets by address, so that one machine cannot take them all. */
export interface ConnectionLimit {
  /** Returns the way to give the place back, or null when the address has as many as it may. */
  take(address: string): (() => void) | null;
}

export function createConnectionLimit(perAddress: number): ConnectionLimit {
  const open = new Map<string, number>();
  return {
    take(address) {
      const count = open.get(address) ?? 0;
      if (count >= perAddress) return null;
      open.set(address, count + 1);
      let given = false;
      return () => {
        if (given) return;
        given = true;
        const left = (open.get(address) ?? 1) - 1;
        if (left > 0) open.set(address, left);
        else open.delete(address);
      };
    },
  };
}
