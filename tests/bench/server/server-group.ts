import type { Samples } from '../metrics';
import { calls } from './calls';
import { coldStart } from './cold-start';
import { registrations } from './registrations';

/** What one server carries, on Kamailio and PGlite; the load comes from the same machine. */
export async function serverGroup(): Promise<Samples> {
  return { registrations: [await registrations()], calls: [await calls()], 'cold-start': await coldStart(5) };
}
