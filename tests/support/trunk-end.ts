import { Inviter, UserAgent, type Session, type URI } from 'sip.js';
import { createInbox, type Inbox } from './sip-inbox';
import { startCall, type OutgoingCall } from './sip-client';
import { watchIncoming, type IncomingCall } from './sip-incoming-call';
import { ToneMedia } from './tone-media';
import { UdpTransport, type UdpTransportOptions } from './udp-transport';

/** The far end of a trunk: many calls at once, each with a tone of its own. It refuses REFER, as most trunks do. */
export interface TrunkEnd {
  readonly calls: Inbox<IncomingCall>;
  /** Calls a number of the company; the tone of the caller. */
  call(number: string, from: string, hertz: number): OutgoingCall;
  stop(): Promise<void>;
}

const HERTZ = 1200;

/** `localPort` is the one the edge knows the trunk by, `port` the edge's for it. */
export async function openTrunkEnd({ port, localPort }: { readonly port: number; readonly localPort: number }): Promise<TrunkEnd> {
  const calls = createInbox<IncomingCall>('a call to the trunk', (call) => call.from);
  const uriOf = (user: string): URI => {
    const uri = UserAgent.makeURI(`sip:${user}@127.0.0.1:${port}`);
    if (!uri) throw new Error(`not a SIP user part: ${user}`);
    return uri;
  };
  const tones = new WeakMap<Session, number>();
  const transportOptions: UdpTransportOptions = { port, localPort, answersFor: 'pstn' };
  const ua = new UserAgent({
    uri: uriOf('pstn'),
    contactName: 'pstn',
    viaHost: '127.0.0.1',
    transportConstructor: UdpTransport,
    transportOptions,
    sessionDescriptionHandlerFactory: (session) => new ToneMedia(tones.get(session) ?? HERTZ),
    logBuiltinEnabled: false,
    gracefulShutdown: false,
    delegate: { onInvite: (invitation) => calls.push(watchIncoming(invitation)) },
  });
  await ua.start();
  return {
    calls,
    call(number, from, hertz) {
      const session = new Inviter(ua, uriOf(number), { params: { fromUri: uriOf(from) } });
      tones.set(session, hertz);
      return startCall(session);
    },
    stop: () => ua.stop(),
  };
}
