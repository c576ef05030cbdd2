import { expect, it } from 'vitest';
import { canBeAnswered } from '@/utils/phone/media/offer-check';

const FINGERPRINT = 'a=fingerprint:sha-256 AA:BB';
const offer = (...audio: string[]) => ['v=0', 'o=- 1 1 IN IP4 0.0.0.0', 's=-', 't=0 0', ...audio, ''].join('\r\n');

it.each([
  ['opus', offer('m=audio 9 UDP/TLS/RTP/SAVPF 111', FINGERPRINT, 'a=rtpmap:111 opus/48000/2')],
  ['A-law by its number alone', offer('m=audio 40000 RTP/SAVPF 18 8', FINGERPRINT)],
  ['a fingerprint of the whole session', offer(FINGERPRINT, 'm=audio 9 UDP/TLS/RTP/SAVP 9')],
  ['audio after video', offer('m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=rtpmap:96 VP8/90000', 'm=audio 9 UDP/TLS/RTP/SAVPF 0', FINGERPRINT)],
  ['a number that was given to another codec, and one that is spoken', offer('m=audio 9 UDP/TLS/RTP/SAVPF 0 101', FINGERPRINT, 'a=rtpmap:0 X/8000', 'a=rtpmap:101 OPUS/48000/2')],
])('%s can be answered', (_, sdp) => {
  expect(canBeAnswered(sdp)).toBe(true);
});

it.each([
  ['a codec nobody here speaks', offer('m=audio 9 UDP/TLS/RTP/SAVPF 18', FINGERPRINT, 'a=rtpmap:18 G729/8000')],
  ['tones alone', offer('m=audio 9 UDP/TLS/RTP/SAVPF 101', FINGERPRINT, 'a=rtpmap:101 telephone-event/8000')],
  ['a number that was given to another codec', offer('m=audio 9 UDP/TLS/RTP/SAVPF 0', FINGERPRINT, 'a=rtpmap:0 X/8000')],
  ['plain RTP', offer('m=audio 9 RTP/AVP 0')],
  ['keys in the SDP (RFC 4568)', offer('m=audio 9 RTP/SAVP 0', 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x')],
  ['audio that is switched off', offer('m=audio 0 UDP/TLS/RTP/SAVPF 0', FINGERPRINT)],
  ['video alone', offer('m=video 9 UDP/TLS/RTP/SAVPF 96', FINGERPRINT, 'a=rtpmap:96 VP8/90000')],
  ['nothing at all', 'v=0\r\n'],
  ['no SDP', 'hello'],
])('%s cannot', (_, sdp) => {
  expect(canBeAnswered(sdp)).toBe(false);
});
