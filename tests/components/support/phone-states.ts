import type { Session } from '@/utils/contract/account-api';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { EMPTY_PHONE_STATE, type AccountView, type CallView, type PhoneState } from '@/utils/contract/phone-state';

/** Wednesday 4 March 2026, 14:30 local time. */
export const NOW = new Date(2026, 2, 4, 14, 30).getTime();
const MINUTE = 60_000;

export const account: AccountView = {
  kind: 'one',
  name: 'Anna Lindgren',
  address: 'anna.lindgren@exempelbolaget.se',
  company: 'Exempelbolaget AB',
  number: '+46841000010',
  extension: '210',
  region: 'SE',
  server: 'one.exempelbolaget.se',
  echoNumber: '*43',
};

export const call = (over: Partial<CallView> = {}): CallView => ({
  id: 'call-1',
  direction: 'outgoing',
  state: 'active',
  remote: { number: '+46846500412', name: 'Maria Bergström' },
  startedAt: NOW - 170_000,
  answeredAt: NOW - 161_000,
  endedAt: null,
  muted: false,
  heldByRemote: false,
  silenced: false,
  endReason: null,
  forwardedTo: null,
  microphoneLost: false,
  dtmf: '',
  transfer: null,
  consultFor: null,
  transferredBy: null,
  conference: false,
  quality: null,
  ...over,
});

export const held = (over: Partial<CallView> = {}) =>
  call({ id: 'call-3', state: 'held', remote: { number: '+46841000012', name: 'Erik Lindqvist' }, answeredAt: NOW - 95_000, ...over });

export const ringing = (over: Partial<CallView> = {}) =>
  call({ id: 'call-2', direction: 'incoming', state: 'ringing', answeredAt: null, remote: { number: '+46701740607', name: 'Karin Andersson' }, ...over });

export const ended = (over: Partial<CallView> = {}) => call({ state: 'ended', endedAt: NOW, endReason: 'remote-hung-up', ...over });

export const state = (over: Partial<PhoneState> = {}): PhoneState => ({
  ...EMPTY_PHONE_STATE,
  ready: true,
  account,
  registration: { status: 'registered', reason: null, retryAt: null },
  microphone: 'granted',
  ...over,
});

export const signedOut = (over: Partial<PhoneState> = {}) =>
  state({ account: null, registration: { status: 'signed-out', reason: null, retryAt: null }, ...over });

export const entry = (over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: 'entry-1',
  direction: 'outgoing',
  number: '+46841000020',
  name: 'Nordbygg AB',
  startedAt: NOW - 255 * MINUTE,
  answeredAt: NOW - 255 * MINUTE,
  endedAt: NOW - 255 * MINUTE + 372_000,
  reason: 'remote-hung-up',
  missed: false,
  unseen: false,
  account: 'one.exempelbolaget.se',
  toldBy: 'phone',
  ...over,
});

export const missed = (over: Partial<HistoryEntry> = {}) =>
  entry({
    id: 'entry-missed',
    direction: 'incoming',
    number: '+46701740607',
    name: null,
    startedAt: NOW - 168 * MINUTE,
    answeredAt: null,
    endedAt: NOW - 167 * MINUTE,
    reason: 'caller-cancelled',
    missed: true,
    unseen: true,
    ...over,
  });

export const someHistory: readonly HistoryEntry[] = [
  missed(),
  entry(),
  entry({ id: 'e3', direction: 'incoming', name: 'Erik Lindqvist', number: '+46841000012', startedAt: NOW - 300 * MINUTE, answeredAt: NOW - 300 * MINUTE, endedAt: NOW - 300 * MINUTE + 45_000 }),
  entry({ id: 'e4', name: null, number: '+4930901820', startedAt: NOW - 1500 * MINUTE, answeredAt: null, endedAt: NOW - 1499 * MINUTE, reason: 'busy' }),
  entry({ id: 'e5', direction: 'incoming', name: 'Fastighetsförvaltning Södra Sverige AB, kundtjänst', number: '+46771234567', startedAt: NOW - 1620 * MINUTE, answeredAt: null, endedAt: NOW - 1619 * MINUTE, reason: 'answered-elsewhere' }),
  entry({ id: 'e6', direction: 'incoming', name: null, number: '', startedAt: NOW - 4500 * MINUTE, answeredAt: NOW - 4500 * MINUTE, endedAt: NOW - 4380 * MINUTE }),
  entry({ id: 'e7', name: 'Sara Nyström', number: '212', startedAt: NOW - 4600 * MINUTE, answeredAt: null, endedAt: NOW - 4599 * MINUTE, reason: 'no-answer' }),
];

const iso = (minutesAgo: number) => new Date(NOW - minutesAgo * MINUTE).toISOString();

export const session = (over: Partial<Session> = {}): Session => ({
  id: 'session-1',
  deviceName: 'Chrome on Linux',
  createdAt: iso(4500),
  lastSeenAt: iso(1),
  current: false,
  registered: true,
  ...over,
});

/** As the server lists them: newest first. */
export const someSessions: readonly Session[] = [
  session({ id: 'session-3', deviceName: 'Firefox on Windows', createdAt: iso(300), lastSeenAt: iso(88) }),
  session({ current: true }),
  session({ id: 'session-2', deviceName: 'Edge on macOS', createdAt: new Date(2025, 10, 24, 9, 5).toISOString(), lastSeenAt: iso(1500), registered: false }),
];
