import type { MicrophoneFault } from '@/utils/contract/audio';
import type { CommandError } from '@/utils/contract/commands';
import type { RegistrationProblem } from '@/utils/contract/phone-state';
import type { DeviceRole } from '@/utils/domain/audio/audio-choice';
import type { CallDirection, EndReason } from '@/utils/domain/call/end-reason';
import type { TransferFailure } from '@/utils/domain/call/transfer-progress';
import type { QualityWarning } from '@/utils/domain/quality/quality-warning';
import type { FieldError } from '@/utils/models/sign-in-check';
import type { MessageKey } from './words';

/** What happened and what to do, for every way a call can end. */
const END: Readonly<Record<EndReason, MessageKey>> = Object.freeze({
  'hung-up': 'endReason.hungUp',
  'remote-hung-up': 'endReason.remoteHungUp',
  transferred: 'endReason.transferred',
  cancelled: 'endReason.cancelled',
  'caller-cancelled': 'endReason.callerCancelled',
  declined: 'endReason.declined',
  'remote-declined': 'endReason.remoteDeclined',
  busy: 'endReason.busy',
  'no-answer': 'endReason.noAnswer',
  'not-found': 'endReason.notFound',
  unreachable: 'endReason.unreachable',
  forbidden: 'endReason.forbidden',
  forwarded: 'endReason.forwarded',
  'answered-elsewhere': 'endReason.answeredElsewhere',
  'answered-in-mobile': 'endReason.answeredInMobile',
  'declined-elsewhere': 'endReason.declinedElsewhere',
  'microphone-refused': 'endReason.microphoneRefused',
  'microphone-missing': 'endReason.microphoneMissing',
  'microphone-busy': 'endReason.microphoneBusy',
  'media-failed': 'endReason.mediaFailed',
  'not-connected': 'endReason.notConnected',
  'connection-lost': 'endReason.connectionLost',
  'host-crashed': 'endReason.hostCrashed',
  'server-error': 'endReason.serverError',
});

const COMMAND: Readonly<Record<CommandError, MessageKey>> = Object.freeze({
  'not-signed-in': 'commandError.notSignedIn',
  'not-connected': 'commandError.notConnected',
  'not-a-number': 'commandError.notANumber',
  'too-many-calls': 'commandError.tooManyCalls',
  'call-being-set-up': 'commandError.callBeingSetUp',
  'call-on-hold': 'commandError.callOnHold',
  'no-such-call': 'commandError.noSuchCall',
  'conference-full': 'commandError.conferenceFull',
  'conference-not-possible': 'commandError.conferenceNotPossible',
  'wrong-credentials': 'commandError.wrongCredentials',
  'too-many-tries': 'commandError.tooManyTries',
  'server-unreachable': 'commandError.serverUnreachable',
  'not-a-one-server': 'commandError.notAOneServer',
  'phone-not-available': 'commandError.phoneNotAvailable',
  'too-many-phones': 'commandError.tooManyPhones',
  'registration-refused': 'commandError.registrationRefused',
  'insecure-server': 'commandError.insecureServer',
  'invalid-input': 'commandError.invalidInput',
  'microphone-refused': 'commandError.microphoneRefused',
  'microphone-missing': 'commandError.microphoneMissing',
  'microphone-busy': 'commandError.microphoneBusy',
  'not-allowed': 'commandError.notAllowed',
  'storage-full': 'commandError.storageFull',
  internal: 'commandError.internal',
});

const TRANSFER: Readonly<Record<TransferFailure, MessageKey>> = Object.freeze({
  busy: 'transferFailure.busy',
  'no-answer': 'transferFailure.noAnswer',
  'not-found': 'transferFailure.notFound',
  unreachable: 'transferFailure.unreachable',
  forbidden: 'transferFailure.forbidden',
  'remote-declined': 'transferFailure.declined',
  'media-failed': 'transferFailure.mediaFailed',
  'server-error': 'transferFailure.serverError',
  'connection-lost': 'transferFailure.connectionLost',
  refused: 'transferFailure.refused',
  'no-report': 'transferFailure.noReport',
  'taken-back': 'transferFailure.noReport',
});

const CONNECTION: Readonly<Record<RegistrationProblem, MessageKey>> = Object.freeze({
  'no-network': 'connection.noNetwork',
  'server-unreachable': 'connection.serverUnreachable',
  'wrong-credentials': 'connection.wrongCredentials',
  'device-revoked': 'connection.deviceRevoked',
  'server-error': 'connection.serverError',
});

/** What is wrong with the sound, and what to do about it. */
const QUALITY: Readonly<Record<QualityWarning, MessageKey>> = Object.freeze({
  'microphone-silent': 'qualityWarning.microphoneSilent',
  'microphone-loud': 'qualityWarning.microphoneLoud',
  network: 'qualityWarning.network',
  'far-end': 'qualityWarning.farEnd',
});

const FIELD: Readonly<Record<FieldError, MessageKey>> = Object.freeze({
  required: 'fieldError.required',
  'not-an-address': 'fieldError.notAnAddress',
  insecure: 'fieldError.insecure',
  'not-an-email': 'fieldError.notAnEmail',
  'not-a-stun-server': 'fieldError.notAStunServer',
  'turn-credentials': 'fieldError.turnCredentials',
});

const MISSING: Readonly<Record<DeviceRole, MessageKey>> = Object.freeze({
  microphone: 'sound.microphoneMissing',
  speaker: 'sound.speakerMissing',
  ring: 'sound.ringMissing',
  extraRing: 'sound.extraRingMissing',
});

const FAULT: Readonly<Record<MicrophoneFault, MessageKey>> = Object.freeze({
  busy: 'sound.faultBusy',
  refused: 'sound.faultRefused',
  missing: 'sound.faultMissing',
});

/** In a call, whose microphone goes on. */
const KEPT: Readonly<Record<MicrophoneFault, MessageKey>> = Object.freeze({
  busy: 'sound.keptBusy',
  refused: 'sound.keptRefused',
  missing: 'sound.keptMissing',
});

export function endSentence(reason: EndReason, direction: CallDirection): MessageKey {
  // The same SIP answer is somebody else's silence one way and a missed call the other.
  return reason === 'no-answer' && direction === 'incoming' ? 'endReason.noAnswerIncoming' : END[reason];
}

export const qualitySentence = (warning: QualityWarning): MessageKey => QUALITY[warning];
export const transferSentence = (reason: TransferFailure): MessageKey => TRANSFER[reason];
export const commandSentence = (error: CommandError): MessageKey => COMMAND[error];
export const connectionSentence = (problem: RegistrationProblem | null): MessageKey =>
  problem === null ? 'connection.offline' : CONNECTION[problem];
export const fieldSentence = (error: FieldError): MessageKey => FIELD[error];
/** Names the device. */
export const missingDeviceSentence = (role: DeviceRole): MessageKey => MISSING[role];
export const microphoneFaultSentence = (fault: MicrophoneFault): MessageKey => FAULT[fault];
export const microphoneKeptSentence = (fault: MicrophoneFault): MessageKey => KEPT[fault];
