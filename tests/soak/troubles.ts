import type { BareChromiumPhone } from '@/tests/support/e2e-bare-chromium-phone';
import type { DemoPerson } from '@/tests/support/e2e-demo-company';
import { killEdge } from '@/tests/support/e2e-edge-process';
import type { Network } from '@/tests/support/e2e-network';
import type { OneServer } from '@/tests/support/e2e-one-server';
import { sipDeviceOf } from '@/tests/support/e2e-sip-device';
import { waitFor } from '@/tests/support/e2e-wait-for';

/** Chrome ends the service worker, as it does with one that is idle. */
export async function killWorker({ cdp, probe }: BareChromiumPhone): Promise<void> {
  const worker = await probe.worker();
  if (worker === null) return;
  await cdp.send('Target.closeTarget', { targetId: worker.targetId });
  await waitFor('the worker to be gone', async () => (await probe.worker())?.targetId !== worker.targetId);
}

/** Server and edge end at once, as when their machine's power is cut, and are started again. */
export async function restartEdge(server: OneServer): Promise<void> {
  await server.kill();
  killEdge(server.dataDir);
  await server.start();
}

/** The computer goes over to its other link, where it has another address: what it was connected by is dead. */
export function changeNetwork(network: Network): void {
  network.moveTo(network.link === 'wifi' ? 'cable' : 'wifi');
}

/** Somebody calls and gives up as soon as it rings there. Resolves with the milliseconds until it rang; null when it did not within `patience`. */
export async function ringOnce(server: OneServer, caller: DemoPerson, number: string, patience: number): Promise<number | null> {
  const device = await sipDeviceOf(server, caller, 'soak');
  try {
    await device.register();
    const began = performance.now();
    const call = device.call(number);
    const rings = call.provisional.next((status) => status === 180).then(() => performance.now() - began, () => null);
    const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
    const rang = await Promise.race([rings, late, call.done.then(() => null)]);
    await call.session.cancel().catch(() => undefined);
    return rang;
  } finally {
    await device.unregister().catch(() => undefined);
    await device.stop();
  }
}
