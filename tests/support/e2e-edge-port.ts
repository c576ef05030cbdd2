import { Pstn } from './e2e-pstn';
import { connectDevice } from './sip-client';

/** The edge's address towards the trunk is its own choice: a call that goes out shows it. `port`: the trunk's. */
export async function learnEdgePort(url: string, port: number, device: { username: string; password: string; domain: string }): Promise<number> {
  const pstn = await Pstn.open(1000, port);
  pstn.onInvite = 'answer';
  const phone = await connectDevice({ server: `${url.replace('http', 'ws')}/sip`, ...device });
  try {
    await phone.register();
    const call = phone.call('+46701740691');
    const { status } = await call.done;
    if (pstn.dialog === null) throw new Error(`no call came to the trunk (${status})`);
    const { port: edgePort } = pstn.dialog.peer;
    await call.session.bye();
    return edgePort;
  } finally {
    await phone.unregister();
    await phone.stop();
    pstn.close();
  }
}
