import { test } from '@playwright/test';
import { answer, connected, dial, hangUp, hearEachOther, keepsHearing, shows } from './e2e-actions';
import { wholeCall, type Party } from './e2e-calls-contract';
import { killEdge } from './e2e-edge-process';
import type { OneServer } from './e2e-one-server';
import { sessionsOf } from './e2e-registrations';
import { timeUntil, waitFor } from './e2e-wait-for';
import { word } from './e2e-words';

/** Server, edge and relay are killed under a call between two browsers and come back; then the next call is made. */
export async function survivesLossOfServer(server: OneServer, caller: Party, callee: Party): Promise<void> {
  const [here, there] = [caller.phone, callee.phone];
  const bothHear = () => Promise.all([keepsHearing(here, there.hertz, 3), keepsHearing(there, here.hertz, 3)]);
  const watched = [await sessionsOf(server, caller.person), await sessionsOf(server, callee.person)];
  const registered = async () => (await Promise.all(watched.map((user) => user.allRegistered()))).every(Boolean);

  await dial(here, callee.person.extension);
  await answer(there);
  await hearEachOther(here, there, 20_000);
  await waitFor('both to be registered before', registered);
  await test.step('while all of it is away', async () => {
    await server.kill();
    killEdge(server.dataDir);
    await bothHear();
    await shows(here, word('connection.serverUnreachable'));
  });
  await test.step('after its return', async () => {
    await server.start();
    const back = `${Math.round(await timeUntil('the registrations', registered, 15_000))} ms`;
    test.info().annotations.push({ type: 'registered after', description: back });
    console.log(`      registered ${back} after the server answered again`);
    await bothHear();
    await hangUp(here);
    await shows(there, word('endReason.remoteHungUp'));
  });
  await waitFor('both phones', async () => (await connected(here)) && (await connected(there)));
  await wholeCall(callee, caller);
}
