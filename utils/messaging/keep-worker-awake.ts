import type { Clock } from '@/utils/contract/clock';
import type { PhoneState } from '@/utils/contract/phone-state';
import { isLive } from '@/utils/domain/call/call-state';
import { callerOf, type OwnIdentity } from './caller';
import { HOST_WATCH_PORT } from './host-watch-port';
import type { PortLike, PortServer } from './state-port';

/** Chrome ends a worker 30 s after it last heard something. Milliseconds. */
const EVERY = 20_000;

export interface KeepAwakeOptions {
  readonly ports: PortServer;
  readonly own: OwnIdentity;
  readonly state: { subscribe(listener: (state: PhoneState) => void): () => void };
  readonly clock: Pick<Clock, 'every'>;
}

/** While there are calls the worker stays awake, so that a host that crashes is missed at once and not by the next alarm. */
export function keepWorkerAwake({ ports, own, state, clock }: KeepAwakeOptions): void {
  const watching = new Set<PortLike>();
  let stop: (() => void) | null = null;

  ports.addListener((port) => {
    if (port.name !== HOST_WATCH_PORT || callerOf(port.sender ?? {}, own).kind !== 'extension') return;
    watching.add(port);
    port.onDisconnect.addListener(() => watching.delete(port));
  });
  const tell = () => {
    for (const port of watching) port.postMessage('calls');
  };
  state.subscribe(({ calls }) => {
    const busy = calls.some((call) => isLive(call.state));
    if (busy === (stop !== null)) return;
    stop?.();
    stop = null;
    if (!busy) return;
    tell();
    stop = clock.every(EVERY, tell);
  });
}
