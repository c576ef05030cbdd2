import type { MessageKey } from '@/components/words/words';
import type { Check, Finding } from '@/utils/domain/self-test/self-test';

export const CHECK_NAMES: Readonly<Record<Check, MessageKey>> = Object.freeze({
  server: 'selfTest.server',
  connection: 'selfTest.connection',
  registration: 'selfTest.registration',
  relay: 'selfTest.relay',
  microphone: 'selfTest.microphone',
  notifications: 'selfTest.notifications',
  ring: 'selfTest.ring',
  call: 'selfTest.call',
});

interface FindingWords {
  /** What was found; `$1`: seconds or milliseconds it took. */
  readonly said: MessageKey;
  /** What to do about it. */
  readonly fix?: MessageKey;
}

export const FINDING_WORDS: Readonly<Record<Finding, FindingWords>> = Object.freeze({
  'server-answers': { said: 'selfTest.serverAnswers' },
  'server-not-needed': { said: 'selfTest.serverNotNeeded' },
  'server-silent': { said: 'selfTest.serverSilent', fix: 'selfTest.serverSilentFix' },
  'session-over': { said: 'selfTest.sessionOver', fix: 'selfTest.sessionOverFix' },
  'connection-answers': { said: 'selfTest.connectionAnswers' },
  'connection-silent': { said: 'selfTest.connectionSilent', fix: 'selfTest.connectionSilentFix' },
  'no-network': { said: 'selfTest.noNetwork', fix: 'selfTest.noNetworkFix' },
  registered: { said: 'selfTest.registered' },
  'not-receiving': { said: 'selfTest.notReceiving', fix: 'selfTest.notReceivingFix' },
  'not-registered': { said: 'selfTest.notRegistered', fix: 'selfTest.notRegisteredFix' },
  'registration-refused': { said: 'selfTest.registrationRefused', fix: 'selfTest.sessionOverFix' },
  'relay-reached': { said: 'selfTest.relayReached' },
  'relay-not-needed': { said: 'selfTest.relayNotNeeded' },
  'relay-silent': { said: 'selfTest.relaySilent', fix: 'selfTest.relaySilentFix' },
  'microphone-heard': { said: 'selfTest.microphoneHeard' },
  'microphone-silent': { said: 'selfTest.microphoneSilent', fix: 'selfTest.microphoneSilentFix' },
  'microphone-refused': { said: 'selfTest.microphoneRefused', fix: 'selfTest.microphoneRefusedFix' },
  'microphone-missing': { said: 'selfTest.microphoneMissing', fix: 'selfTest.microphoneMissingFix' },
  'microphone-busy': { said: 'selfTest.microphoneBusy', fix: 'selfTest.microphoneBusyFix' },
  'notifications-shown': { said: 'selfTest.notificationsShown' },
  'notifications-off': { said: 'selfTest.notificationsOff', fix: 'selfTest.notificationsOffFix' },
  'ring-heard': { said: 'selfTest.ringHeard' },
  'ring-not-heard': { said: 'selfTest.ringNotHeard', fix: 'selfTest.ringNotHeardFix' },
  'ring-blocked': { said: 'selfTest.ringBlocked', fix: 'selfTest.ringNotHeardFix' },
  'ring-not-asked': { said: 'selfTest.ringNotAsked' },
  'call-heard': { said: 'selfTest.callHeard' },
  'call-silent': { said: 'selfTest.callSilent', fix: 'selfTest.callSilentFix' },
  'call-failed': { said: 'selfTest.callFailed', fix: 'selfTest.callFailedFix' },
  'call-not-possible': { said: 'selfTest.callNotPossible' },
  'not-finished': { said: 'selfTest.notFinished', fix: 'selfTest.notFinishedFix' },
});
