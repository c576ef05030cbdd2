import { describe, expect, it } from 'vitest';
import { audioDirection, fittingAnswer, wantsToHear } from '@/utils/phone/media/audio-direction';

const sdp = (session: string, ...sections: string[]) => ['v=0', 'o=- 1 1 IN IP4 0.0.0.0', 's=-', 't=0 0', session, ...sections].filter(Boolean).join('\r\n').concat('\r\n');
const audio = (...lines: string[]) => ['m=audio 9 RTP/SAVPF 111', 'c=IN IP4 0.0.0.0', ...lines].join('\r\n');

describe('the direction of audio', () => {
  it.each([
    ['sendonly', sdp('', audio('a=sendonly'))],
    ['inactive', sdp('', audio('a=rtpmap:111 opus/48000/2', 'a=inactive', 'a=ssrc:1 cname:x'))],
    ['recvonly', sdp('a=recvonly', audio())],
    ['sendrecv', sdp('a=sendonly', audio('a=sendrecv'))],
    ['sendrecv', sdp('', audio())],
    ['sendonly', sdp('', 'm=video 0 RTP/SAVPF 96\r\na=inactive', audio('a=sendonly'))],
    ['sendrecv', sdp('', audio('a=label:a=sendonly'))],
    ['inactive', sdp('', audio('a=inactive')).replaceAll('\r\n', '\n')],
  ])('%s', (direction, text) => expect(audioDirection(text)).toBe(direction));

  it.each([
    ['sendrecv', true],
    ['recvonly', true],
    ['sendonly', false],
    ['inactive', false],
  ])('who says %s wants to hear: %s', (direction, hears) => expect(wantsToHear(sdp('', audio(`a=${direction}`)))).toBe(hears));
});

describe('an answer to an offer', () => {
  it.each([
    ['sendonly', 'sendrecv', 'recvonly'],
    ['sendonly', 'sendonly', 'recvonly'],
    ['sendonly', 'inactive', 'inactive'],
    ['sendonly', 'recvonly', 'recvonly'],
    ['recvonly', 'sendrecv', 'sendonly'],
    ['inactive', 'sendrecv', 'inactive'],
    ['sendrecv', 'sendonly', 'sendonly'],
  ] as const)('%s, answered %s, is taken as %s', (offered, answered, taken) => {
    const answer = sdp('', audio('a=label:x', `a=${answered}`, 'a=rtcp-mux'), 'm=video 0 RTP/SAVPF 96\r\na=inactive');
    const fitting = fittingAnswer(answer, offered);
    expect(audioDirection(fitting)).toBe(taken);
    expect(fitting.replace(/a=(?:sendrecv|sendonly|recvonly|inactive)\r\n/g, '')).toBe(answer.replace(/a=(?:sendrecv|sendonly|recvonly|inactive)\r\n/g, ''));
  });

  it('that says nothing of it means both ways', () => {
    expect(audioDirection(fittingAnswer(sdp('', audio()), 'sendonly'))).toBe('recvonly');
  });
});
