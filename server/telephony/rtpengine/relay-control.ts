import * as v from 'valibot';
import type { MediaRelay } from '../ports';
import type { RelayPlace } from '../transfers/relay-description';
import { createNgClient, type NgClient } from './ng-client';

const streamSchema = v.object({ 'local port': v.number(), 'local address': v.string() });
const querySchema = v.object({ tags: v.record(v.string(), v.object({ medias: v.array(v.object({ streams: v.array(streamSchema) })) })) });

/** What the server itself asks of the relay, which the edge drives. */
export interface RelayControl {
  /** Where the party with that tag sends its sound in a media session; null when there is no such thing. */
  placeOf(session: string, tag: string): Promise<RelayPlace | null>;
  close(): void;
}

/** The relay's address is known once it has started: it is asked for with the first question. */
export function createRelayControl(relay: Pick<MediaRelay, 'controlAddress'>): RelayControl {
  let client: NgClient | null = null;
  return {
    async placeOf(session, tag) {
      client ??= createNgClient(relay.controlAddress);
      const reply = await client.command('query', { 'call-id': session }).catch(() => null);
      const parsed = v.safeParse(querySchema, reply);
      const stream = parsed.success ? parsed.output.tags[tag]?.medias[0]?.streams[0] : undefined;
      return stream ? { address: stream['local address'], port: stream['local port'] } : null;
    },
    close: () => client?.close(),
  };
}
