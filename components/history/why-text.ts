import type { HistoryReason } from '@/utils/contract/history-entry';
import type { MessageKey, Words } from '@/components/words/words';

/** RFC 3261 section 21; 607 is RFC 8197. */
const REJECTED: Readonly<Record<number, MessageKey>> = Object.freeze({ 486: 'why.busy', 600: 'why.busy', 603: 'why.declined', 607: 'why.declined' });

/** One recorded reason as a sentence. `shown` writes a number the way its reader does. */
export function whyText(reason: HistoryReason, t: Words['t'], shown: (number: string) => string): string {
  switch (reason.code) {
    case 'diverted-from':
      return t('why.divertedFrom', [shown(reason.number)]);
    case 'transferred-by':
      return t('why.transferredBy', [reason.name === '' ? shown(reason.number) : reason.name]);
    case 'dialled-extension':
      return t('why.dialledExtension', [reason.number]);
    case 'dialled-number':
      return t('why.dialledNumber', [shown(reason.number)]);
    case 'emergency':
      return t('why.emergency', [reason.number]);
    case 'service':
      return t(reason.service === 'echo' ? 'why.serviceEcho' : 'why.serviceAnnouncement');
    case 'to-trunk':
      return t('why.toTrunk');
    case 'nobody-has-number':
      return t('why.nobodyHasNumber');
    case 'no-trunk':
      return t('why.noTrunk');
    case 'rang-devices':
      return t('why.rangDevices', [reason.count]);
    case 'no-device-registered':
      return t('why.noDeviceRegistered');
    case 'no-answer-after':
      return t('why.noAnswerAfter', [reason.seconds]);
    case 'rejected': {
      const known = REJECTED[reason.status];
      return known ? t(known) : t('why.rejected', [reason.status]);
    }
    case 'answered-here':
      return t('why.answeredHere');
    case 'answered-elsewhere':
      return t('why.answeredElsewhere');
    case 'answered-in-mobile':
      return t('why.answeredInMobile');
    case 'answered-at':
      return t('why.answeredAt', [shown(reason.number)]);
  }
}
