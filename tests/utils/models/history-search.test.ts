import { describe, expect, it } from 'vitest';
import { createHistorySearch } from '@/utils/models/history-search';
import { entry, missed } from '@/tests/components/support/phone-states';

const calls = [
  entry({ id: 'karin', direction: 'incoming', name: 'Karin Åkesson', number: '+46701740607' }),
  missed({ id: 'berlin', name: null, number: '+4930901820' }),
  entry({ id: 'london', name: 'Åsa, Smith & Co', number: '+442079460018' }),
  entry({ id: 'york', name: null, number: '+12125550123' }),
  entry({ id: 'helsinki', name: null, number: '+358401234567' }),
  entry({ id: 'echo', name: null, number: '*43' }),
  entry({ id: 'sip', name: null, number: 'sip:Bob@pbx.example', why: [{ code: 'diverted-from', at: '', number: '+4780012345' }] }),
  missed({ id: 'withheld', name: null, number: '' }),
];
const find = (text: string, filter: 'all' | 'missed' | 'incoming' | 'outgoing' = 'all') =>
  createHistorySearch().find(calls, filter, text).map(({ id }) => id);

describe('a number in any format', () => {
  it.each([
    ['070-174 06 07', ['karin']],
    ['0701740607', ['karin']],
    ['+46 70 174', ['karin']],
    ['+46 (0)70-174', ['karin']],
    ['004670', ['karin']],
    ['174 06', ['karin']],
    ['030 90 18 20', ['berlin']],
    ['+49', ['berlin']],
    ['020 7946 0018', ['london']],
    ['(212) 555-0123', ['york']],
    ['040 123', ['helsinki']],
    ['+44 70', []],
    ['*43', ['echo']],
    ['+47 800 12', ['sip']],
  ])('%s', (text, expected) => expect(find(text)).toEqual(expected));
});

describe('a name', () => {
  it.each([
    ['karin', ['karin']],
    ['ÅKESSON karin', ['karin']],
    ['akesson', ['karin']],
    ['karin smith', []],
    ['karin 1', []],
    ['smith &', ['london']],
    ['bob@', ['sip']],
    ['  ', calls.map(({ id }) => id)],
  ])('“%s”', (text, expected) => expect(find(text)).toEqual(expected));
});

it.each([
  ['missed', ['berlin', 'withheld']],
  ['incoming', ['karin', 'berlin', 'withheld']],
  ['outgoing', ['london', 'york', 'helsinki', 'echo', 'sip']],
] as const)('shows %s only', (filter, expected) => expect(find('', filter)).toEqual(expected));

it('searches in what the filter shows', () => expect(find('0', 'missed')).toEqual(['berlin']));
