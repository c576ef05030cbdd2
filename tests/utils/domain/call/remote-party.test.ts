import { describe, expect, it } from 'vitest';
import { remotePartyOf } from '@/utils/domain/call/remote-party';
import { isMissed } from '@/utils/domain/call/end-reason';

const here = { region: 'SE', domain: 'one.test' };

describe('the other side as people know it', () => {
  it.each([
    [{ user: '+46841000010', host: 'one.test', displayName: 'Anna Åberg' }, { number: '+46841000010', name: 'Anna Åberg' }],
    [{ user: '0701740607', host: 'trunk.example', displayName: '' }, { number: '+46701740607', name: null }],
    [{ user: '201', host: 'one.test', displayName: '201' }, { number: '201', name: null }],
    [{ user: 'alice', host: 'one.test', displayName: 'Alice' }, { number: 'alice', name: 'Alice' }],
    [{ user: 'alice', host: 'example.com', displayName: 'Alice' }, { number: 'alice@example.com', name: 'Alice' }],
    [{ user: 'anonymous', host: 'anonymous.invalid', displayName: 'Anonymous' }, { number: '', name: null }],
    [{ user: '', host: 'one.test', displayName: 'x' }, { number: '', name: null }],
    [{ user: '+46701740607', host: 'x', displayName: '+46701740607' }, { number: '+46701740607', name: null }],
    [{ user: '1', host: 'one.test', displayName: 'a\u202egnp\u0000' }, { number: '1', name: 'a gnp' }],
  ])('%o', (identity, expected) => {
    expect(remotePartyOf(identity, here)).toStrictEqual(expected);
  });

  it('cuts a name that is no name', () => {
    expect(remotePartyOf({ user: '1', host: 'one.test', displayName: 'x'.repeat(5_000) }, here).name).toHaveLength(100);
  });
});

describe('a missed call', () => {
  it.each([
    ['incoming', false, 'caller-cancelled', true],
    ['incoming', false, 'no-answer', true],
    ['incoming', false, 'answered-elsewhere', false],
    ['incoming', false, 'declined-elsewhere', false],
    ['incoming', false, 'declined', false],
    ['incoming', true, 'remote-hung-up', false],
    ['outgoing', false, 'no-answer', false],
  ] as const)('%s, answered %s, %s: %s', (direction, answered, reason, missed) => {
    expect(isMissed(direction, answered, reason)).toBe(missed);
  });
});
