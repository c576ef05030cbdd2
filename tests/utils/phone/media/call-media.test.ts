import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '@/tests/support/fake-clock';
import { FakePeerConnection, FakeTrack } from '@/tests/support/fake-peer-connection';
import { audioDirection } from '@/utils/phone/media/audio-direction';
import { CallMedia } from '@/utils/phone/media/call-media';

let media: CallMedia;
let connection: FakePeerConnection;
let told: boolean[];
let streams: MediaStream[];

const remote = (direction: string) => `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=${direction}\r\n`;
const listen = () =>
  media.listen({ remoteStream: (stream) => streams.push(stream), connectionState: () => undefined, heldByRemote: (held) => told.push(held) });
const theyOffer = async (direction: string) => {
  await media.setRemote(remote(direction));
  return audioDirection(await media.answer());
};

beforeEach(() => {
  connection = new FakePeerConnection({});
  media = new CallMedia({ connection: connection as unknown as RTCPeerConnection, clock: new FakeClock(), servers: { stun: false, turn: false } });
  told = [];
  streams = [];
});

describe('what an offer says', () => {
  it('is both ways as it was prepared, and one way when the call was held meanwhile', async () => {
    const prepared = await media.prepareOffer();
    expect(audioDirection(prepared)).toBe('sendrecv');
    media.setHeld(true);
    expect(audioDirection(await media.offer())).toBe('sendonly');
  });

  it('is no difference any more once it was answered, and still one when it was refused', async () => {
    await media.offer();
    await media.setRemote(remote('sendrecv'));
    media.setHeld(true);
    expect(media.changesDirection).toBe(true);
    await media.offer();
    await media.rollback();
    expect(media.changesDirection).toBe(true);
    await media.offer();
    await media.setRemote(remote('recvonly'));
    expect(media.changesDirection).toBe(false);
  });
});

describe('the hold of the other side', () => {
  it.each([
    ['sendonly', 'recvonly'],
    ['inactive', 'inactive'],
  ])('%s is answered with %s, and ends with sendrecv', async (offered, answered) => {
    listen();
    expect(await theyOffer('sendrecv')).toBe('sendrecv');
    expect(await theyOffer(offered)).toBe(answered);
    expect(await theyOffer('sendrecv')).toBe('sendrecv');
    expect(told).toStrictEqual([true, false]);
  });

  it('is not meant by an announcement that never wanted to hear', async () => {
    listen();
    await media.offer();
    await media.setRemote(remote('sendonly'));
    expect([media.heldByRemote, told]).toStrictEqual([false, []]);
  });

  it('answers ours in an offer of theirs too', async () => {
    await theyOffer('sendrecv');
    media.setHeld(true);
    expect(await theyOffer('sendrecv')).toBe('sendonly');
    expect(media.changesDirection).toBe(false);
  });
});

it('mute and hold both keep the microphone silent, each for itself', async () => {
  const track = new FakeTrack();
  await media.setMicrophone(track as unknown as MediaStreamTrack);
  media.setMuted(true);
  media.setHeld(true);
  media.setMuted(false);
  expect(track.enabled).toBe(false);
  media.setMuted(true);
  media.setHeld(false);
  expect(track.enabled).toBe(false);
  media.setMuted(false);
  expect(track.enabled).toBe(true);
});

it('tells of audio that was there before anybody listened', async () => {
  await theyOffer('sendrecv');
  listen();
  expect(streams).toStrictEqual([connection.remoteStream]);
});

it('another microphone takes over before the one before goes silent', async () => {
  const [one, two] = [new FakeTrack(), new FakeTrack()];
  const use = (track: FakeTrack) => media.setMicrophone(track as unknown as MediaStreamTrack);
  await media.offer();
  await use(one);
  const sender = connection.transceivers[0]?.sender;
  if (!sender) throw new Error('no sender');
  const during: string[] = [];
  const { replaceTrack } = sender;
  sender.replaceTrack = async (track) => {
    during.push(one.readyState);
    await replaceTrack.call(sender, track);
    during.push(one.readyState);
  };
  await use(two);
  expect([during, one.readyState, two.readyState, sender.track]).toEqual([['live', 'live'], 'ended', 'live', two]);
});
