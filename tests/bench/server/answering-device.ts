import { WebSocket } from 'ws';
import type { DeviceCredential } from '@/utils/contract/account-api';
import { formatSip, headerOf, headersOf, parseSip, type SipText } from '@/tests/support/e2e-sip-message';
import { answerChallenge, newToken } from '@/tests/support/sip-raw-client';

/** What a browser answers with, as far as a relay looks at it. */
const ANSWER = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 8',
  'c=IN IP4 0.0.0.0',
  'a=rtpmap:8 PCMA/8000',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=mid:0',
  'a=ice-ufrag:load',
  'a=ice-pwd:loadloadloadloadloadload',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:active',
  '',
].join('\r\n');

/** A registered device that answers every call at once and takes its end; no media. Closes with its socket. */
export async function openAnsweringDevice(port: number, device: DeviceCredential): Promise<{ close(): void }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sip`, 'sip');
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const contact = `<sip:${device.username}@load.invalid;transport=ws>`;
  await register(socket, device, contact);

  const reply = (request: SipText, status: string, tag: string, body = '') => {
    const copied = ['via', 'record-route', 'from', 'call-id', 'cseq'].flatMap((name) => headersOf(request, name).map((value): [string, string] => [name, value]));
    const to = headerOf(request, 'to');
    const headers: [string, string][] = [...copied, ['To', to.includes(';tag=') ? to : `${to};tag=${tag}`], ['Contact', contact]];
    if (body !== '') headers.push(['Content-Type', 'application/sdp']);
    socket.send(formatSip(`SIP/2.0 ${status}`, headers, body));
  };
  socket.on('message', (data) => {
    const message = parseSip(String(data));
    if (message.start.startsWith('INVITE ')) {
      const tag = newToken();
      reply(message, '180 Ringing', tag);
      reply(message, '200 OK', tag, ANSWER);
    } else if (/^(BYE|CANCEL|OPTIONS) /.test(message.start)) reply(message, '200 OK', newToken());
  });
  return { close: () => socket.terminate() };
}

async function register(socket: WebSocket, device: DeviceCredential, contact: string): Promise<void> {
  const aor = `<sip:${device.username}@${device.domain}>`;
  const uri = `sip:${device.domain}`;
  const callId = newToken();
  const from = `${aor};tag=${newToken()}`;
  const ask = (cseq: number, more: [string, string][]) =>
    new Promise<SipText>((resolve) => {
      socket.once('message', (data) => resolve(parseSip(String(data))));
      const via = `SIP/2.0/WS load.invalid;branch=z9hG4bK${newToken()}`;
      const headers: [string, string][] = [['Via', via], ['Max-Forwards', '70'], ['From', from], ['To', aor], ['Call-ID', callId], ['CSeq', `${cseq} REGISTER`], ['Contact', `${contact};expires=600`], ...more];
      socket.send(formatSip(`REGISTER ${uri} SIP/2.0`, headers));
    });
  const challenge = headerOf(await ask(1, []), 'www-authenticate');
  const proof = answerChallenge(challenge, { username: device.username, password: device.password, method: 'REGISTER', uri });
  const accepted = await ask(2, [['Authorization', proof]]);
  if (!accepted.start.startsWith('SIP/2.0 200')) throw new Error(`a load device was refused: ${accepted.start}`);
}
