import { expect, it } from 'vitest';
import { shellViewOf } from '@/utils/contract/shell-view';
import { ringing, state } from '@/tests/components/support/phone-states';

it.each([
  ['national in the own country', '+46701740607', 'Karin Andersson', '070-174 06 07', 'Karin Andersson'],
  ['international from another', '+4930901820', null, '+49 30 901820', null],
  ['as it is for an extension', '212', ' ', '212', null],
  ['once when the name is the number', '+46701740607', '+46701740607', '070-174 06 07', null],
  ['not at all when withheld', '', null, '', null],
] as const)('tells the number of a ringing call %s', (_, number, name, shown, named) => {
  const { incoming } = shellViewOf(state({ calls: [ringing({ remote: { number, name } })] }));
  expect(incoming).toEqual({ callId: 'call-2', number: shown, name: named });
});
