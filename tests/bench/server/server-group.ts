import { DEMO_PASSWORD, DEMO_USERS } from '@/server/demo/company';
import { api } from '@/tests/support/e2e-one-server';
import { Stage } from '@/tests/support/e2e-stage';
import type { Samples } from '../metrics';
import { coldStart } from './cold-start';
import { LoadPhone, type LoadCredentials } from './load-phone';
import { highestRate } from './load-search';

const PHONES = 40;

/** Registrations and calls a second through the public port, Kamailio and the One server's decisions. */
export async function serverGroup(): Promise<Samples> {
  const cold = await coldStart(5);
  const stage = new Stage();
  try {
    const server = await stage.server({ edge: 'kamailio', env: { ONE_LOG_LEVEL: 'warn', ONE_MAX_CONNECTIONS_PER_ADDRESS: '2048' } });
    const people = DEMO_USERS.slice(3);
    const phones: { phone: LoadPhone; extension: string }[] = [];
    for (const person of people.flatMap((one) => Array.from({ length: PHONES / people.length }, () => one))) {
      const body = { email: person.email, password: DEMO_PASSWORD, deviceName: 'bench' };
      const { json } = await api<{ device: LoadCredentials }>(server, 'POST', '/api/session', body);
      const phone = await LoadPhone.connect(`ws://127.0.0.1:${server.port}/sip`, json.device);
      stage.keep(phone);
      await phone.register();
      phones.push({ phone, extension: person.extension });
    }
    const at = (index: number) => phones[index % phones.length] ?? fail();
    const registrations = await highestRate('registrations', (index) => at(index).phone.register());
    // Each person's phones ring all at once; the first to answer takes the call, so one phone a person stays.
    for (const { phone, extension } of phones) if (phone !== phones.find((one) => one.extension === extension)?.phone) phone.close();
    const first = people.map(({ extension }) => phones.find((one) => one.extension === extension) ?? fail());
    const calls = await highestRate('calls', (index) => {
      const from = first[index % first.length] ?? fail();
      const to = first[(index + 1) % first.length] ?? fail();
      return from.phone.call(to.extension);
    });
    return { registrations: [registrations], calls: [calls], 'cold-start': cold };
  } finally {
    await stage.close();
  }
}

function fail(): never {
  throw new Error('no phone');
}
