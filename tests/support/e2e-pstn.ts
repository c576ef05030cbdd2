import { createSocket, type Socket } from 'node:dgram';
import { randomBytes } from 'node:crypto';
import { formatSip, headerOf, headersOf, parseSip, recordRoute, uriOf, type SipText } from './e2e-sip-message';
import { PlainRtp } from './e2e-plain-rtp';

interface Peer {
  readonly address: string;
  readonly port: number;
}

/** A dialog as this end keeps it (RFC 3261 section 12). */
interface Dialog {
  readonly callId: string;
  readonly local: string;
  remote: string;
  target: string;
  routes: string[];
  cseq: number;
  readonly peer: Peer;
}

export type PstnAnswer = 'answer' | 'ring' | 'try' | { readonly status: number; readonly reason: string };

const tag = () => randomBytes(6).toString('hex');

/**
 * The public telephone network at the end of a plain SIP trunk: UDP, PCMA, no authentication.
 * It takes one call at a time, as `onInvite` says, and can place one.
 */
export class Pstn {
  onInvite: PstnAnswer = 'answer';
  /** Every INVITE that came in, newest last. */
  readonly invites: SipText[] = [];
  /** Everything else that came in. */
  readonly others: SipText[] = [];
  dialog: Dialog | null = null;
  ended = false;
  private offered: SipText | null = null;
  private caller: Peer | null = null;

  private constructor(
    private readonly socket: Socket,
    readonly port: number,
    readonly audio: PlainRtp,
  ) {
    socket.on('message', (data, peer) => this.receive(parseSip(data.toString()), peer));
  }

  /** On a free port unless one is given. */
  static async open(hertz = 1000, port = 0): Promise<Pstn> {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve));
    return new Pstn(socket, socket.address().port, await PlainRtp.open(hertz));
  }

  /** Calls a number of the company through the trunk. */
  call(number: string, caller: string, edgePort: number): void {
    const local = `<sip:${caller}@127.0.0.1:${this.port}>;tag=${tag()}`;
    const remote = `<sip:${number}@127.0.0.1:${edgePort}>`;
    const peer = { address: '127.0.0.1', port: edgePort };
    this.ended = false;
    this.dialog = { callId: `${tag()}@pstn`, local, remote, target: uriOf(remote), routes: [], cseq: 1, peer };
    this.request('INVITE', this.dialog, this.audio.description());
  }

  hangUp(): void {
    if (this.dialog === null) return;
    this.dialog.cseq++;
    this.request('BYE', this.dialog);
    this.audio.stop();
  }

  close(): void {
    this.audio.close();
    this.socket.close();
  }

  /** Sends text as it is: for requests no honest endpoint would send. */
  sendRaw(text: string, edgePort: number): void {
    this.socket.send(text, edgePort, '127.0.0.1');
  }

  private receive(message: SipText, peer: Peer): void {
    if (message.start.startsWith('INVITE')) return this.receiveInvite(message, peer);
    this.others.push(message);
    if (message.start.startsWith('SIP/2.0')) return this.receiveReply(message);
    // The BYE of an earlier call, sent again because its answer was late.
    const stale = message.start.startsWith('BYE') && this.dialog !== null && headerOf(message, 'call-id') !== this.dialog.callId;
    if (stale) return this.reply(message, peer, 200, 'OK');
    if (message.start.startsWith('BYE') || message.start.startsWith('CANCEL')) {
      this.ended = true;
      this.audio.stop();
      this.reply(message, peer, 200, 'OK');
      if (message.start.startsWith('CANCEL') && this.offered !== null) this.reply(this.offered, peer, 487, 'Request Terminated');
    } else if (message.start.startsWith('REFER')) this.reply(message, peer, 405, 'Method Not Allowed'); // as most trunks do
    else if (!message.start.startsWith('ACK')) this.reply(message, peer, 200, 'OK');
  }

  private receiveInvite(invite: SipText, peer: Peer): void {
    const again = this.invites.some((one) => headerOf(one, 'via') === headerOf(invite, 'via'));
    if (again) return;
    this.invites.push(invite);
    this.offered = invite;
    this.caller = peer;
    this.reply(invite, peer, 100, 'Trying');
    if (typeof this.onInvite === 'object') return this.reply(invite, peer, this.onInvite.status, this.onInvite.reason);
    if (this.onInvite !== 'try') this.reply(invite, peer, 180, 'Ringing');
    if (this.onInvite === 'answer') this.accept(invite, peer);
  }

  /** Answers the call that rings. */
  answer(): void {
    const invite = this.invites.at(-1);
    if (invite === undefined || this.caller === null) throw new Error('nothing rings');
    this.accept(invite, this.caller);
  }

  /** Says that it rings, at whatever moment: UDP may bring it late. */
  ring(): void {
    const invite = this.invites.at(-1);
    if (invite !== undefined && this.caller !== null) this.reply(invite, this.caller, 180, 'Ringing');
  }

  private accept(invite: SipText, peer: Peer): void {
    this.ended = false;
    const local = withTag(headerOf(invite, 'to'), this.localTag);
    const target = uriOf(headerOf(invite, 'contact'));
    this.dialog = { callId: headerOf(invite, 'call-id'), local, remote: headerOf(invite, 'from'), target, routes: recordRoute(invite), cseq: 1, peer };
    this.reply(invite, peer, 200, 'OK', this.audio.description(invite.body));
    this.audio.start(invite.body);
  }

  private receiveReply(reply: SipText): void {
    const { dialog } = this;
    if (dialog === null || headerOf(reply, 'call-id') !== dialog.callId || !headerOf(reply, 'cseq').endsWith('INVITE')) return;
    const status = Number(reply.start.split(' ')[1]);
    if (status < 200) return;
    dialog.remote = headerOf(reply, 'to');
    if (status >= 300) {
      this.ended = true;
      return this.request('ACK', dialog, '', headerOf(reply, 'via'));
    }
    dialog.target = uriOf(headerOf(reply, 'contact'));
    dialog.routes = recordRoute(reply).reverse();
    this.request('ACK', dialog);
    this.audio.start(reply.body);
  }

  private readonly localTag = tag();

  private reply(request: SipText, peer: Peer, status: number, reason: string, body = ''): void {
    const to = status === 100 ? headerOf(request, 'to') : withTag(headerOf(request, 'to'), this.localTag);
    const headers: [string, string][] = [
      ...headersOf(request, 'via').map((value): [string, string] => ['Via', value]),
      ...headersOf(request, 'record-route').map((value): [string, string] => ['Record-Route', value]),
      ['From', headerOf(request, 'from')],
      ['To', to],
      ['Call-ID', headerOf(request, 'call-id')],
      ['CSeq', headerOf(request, 'cseq')],
      ['Contact', `<sip:pstn@127.0.0.1:${this.port}>`],
      ...(body === '' ? [] : [['Content-Type', 'application/sdp'] satisfies [string, string]]),
    ];
    this.socket.send(formatSip(`SIP/2.0 ${status} ${reason}`, headers, body), peer.port, peer.address);
  }

  private request(method: string, dialog: Dialog, body = '', via = `SIP/2.0/UDP 127.0.0.1:${this.port};branch=z9hG4bK${tag()}`): void {
    const headers: [string, string][] = [
      ['Via', via],
      ['Max-Forwards', '70'],
      ...dialog.routes.map((route): [string, string] => ['Route', route]),
      ['From', dialog.local],
      ['To', dialog.remote],
      ['Call-ID', dialog.callId],
      ['CSeq', `${dialog.cseq} ${method}`],
      ['Contact', `<sip:pstn@127.0.0.1:${this.port}>`],
      ...(body === '' ? [] : [['Content-Type', 'application/sdp'] satisfies [string, string]]),
    ];
    this.socket.send(formatSip(`${method} ${dialog.target} SIP/2.0`, headers, body), dialog.peer.port, dialog.peer.address);
  }
}

const withTag = (address: string, value: string) => (/;tag=/.test(address) ? address : `${address};tag=${value}`);
