import type { KeptReason, RejectedReason, Verdict } from '@/utils/domain/phone-number/found-number';
import type { MessageKey } from '@/components/words/words';

const KEPT: Readonly<Record<KeptReason, MessageKey>> = Object.freeze({
  international: 'pageNumbers.kept.international',
  national: 'pageNumbers.kept.national',
  'phone-word': 'pageNumbers.kept.phoneWord',
  'short-service': 'pageNumbers.kept.shortService',
  bare: 'pageNumbers.kept.bare',
});

const REJECTED: Readonly<Record<RejectedReason, MessageKey>> = Object.freeze({
  'no-plan': 'pageNumbers.rejected.noPlan',
  'no-region': 'pageNumbers.rejected.noRegion',
  glued: 'pageNumbers.rejected.glued',
  'personal-id': 'pageNumbers.rejected.personalId',
  'organisation-id': 'pageNumbers.rejected.organisationId',
  'bank-account': 'pageNumbers.rejected.bankAccount',
  card: 'pageNumbers.rejected.card',
  'product-code': 'pageNumbers.rejected.productCode',
  date: 'pageNumbers.rejected.date',
  time: 'pageNumbers.rejected.time',
  range: 'pageNumbers.rejected.range',
  amount: 'pageNumbers.rejected.amount',
  'network-address': 'pageNumbers.rejected.networkAddress',
  identifier: 'pageNumbers.rejected.identifier',
  label: 'pageNumbers.rejected.label',
  coordinates: 'pageNumbers.rejected.coordinates',
  'web-address': 'pageNumbers.rejected.webAddress',
  list: 'pageNumbers.rejected.list',
  grouping: 'pageNumbers.rejected.grouping',
  unsure: 'pageNumbers.rejected.unsure',
  'no-phone-word': 'pageNumbers.rejected.noPhoneWord',
});

/** Why a candidate was kept, or was not. */
export const verdictSentence = (verdict: Verdict): MessageKey => (verdict.kept ? KEPT[verdict.reason] : REJECTED[verdict.reason]);
