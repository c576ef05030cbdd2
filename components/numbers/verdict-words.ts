import type { KeptReason, RejectedReason, Verdict } from '@/utils/domain/phone-number/found-number';
import type { MessageKey } from '@/components/words/words';

const KEPT: Readonly<Record<KeptReason, MessageKey>> = Object.freeze({
  international: 'numbers.kept.international',
  national: 'numbers.kept.national',
  'phone-word': 'numbers.kept.phoneWord',
  'short-service': 'numbers.kept.shortService',
  bare: 'numbers.kept.bare',
});

const REJECTED: Readonly<Record<RejectedReason, MessageKey>> = Object.freeze({
  'no-plan': 'numbers.rejected.noPlan',
  'no-region': 'numbers.rejected.noRegion',
  glued: 'numbers.rejected.glued',
  'personal-id': 'numbers.rejected.personalId',
  'organisation-id': 'numbers.rejected.organisationId',
  'bank-account': 'numbers.rejected.bankAccount',
  card: 'numbers.rejected.card',
  'product-code': 'numbers.rejected.productCode',
  date: 'numbers.rejected.date',
  time: 'numbers.rejected.time',
  range: 'numbers.rejected.range',
  amount: 'numbers.rejected.amount',
  'network-address': 'numbers.rejected.networkAddress',
  identifier: 'numbers.rejected.identifier',
  label: 'numbers.rejected.label',
  coordinates: 'numbers.rejected.coordinates',
  'web-address': 'numbers.rejected.webAddress',
  list: 'numbers.rejected.list',
  grouping: 'numbers.rejected.grouping',
  unsure: 'numbers.rejected.unsure',
  'no-phone-word': 'numbers.rejected.noPhoneWord',
});

/** Why a candidate was kept, or was not. */
export const verdictSentence = (verdict: Verdict): MessageKey => (verdict.kept ? KEPT[verdict.reason] : REJECTED[verdict.reason]);
