import type { NetworkPort } from '@/utils/phone/ports';

type NetworkEvent = Parameters<Parameters<NetworkPort['subscribe']>[0]>[0];

/** `navigator.connection` (Chrome only) tells of another interface while the browser stays online. */
export function createNetwork(scope: Window): NetworkPort {
  const listeners = new Set<(event: NetworkEvent) => void>();
  const tell = (event: NetworkEvent) => () => {
    for (const listener of [...listeners]) listener(event);
  };
  scope.addEventListener('online', tell('online'));
  scope.addEventListener('offline', tell('offline'));
  const { connection } = scope.navigator as Navigator & { readonly connection?: EventTarget };
  connection?.addEventListener('change', tell('changed'));
  return {
    get online() {
      return scope.navigator.onLine;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
