import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_PHONE_STATE } from '@/utils/contract/phone-state';
import { applyPatch as apply, diffState as diff } from '@/utils/contract/state-patch';

/** Through JSON, as a Port sends it. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => sent(value));

describe('state patch', () => {
  it('turns any value into any other, over a wire', () => {
    fc.assert(fc.property(json, json, (before, after) => {
      expect(apply(before, sent(diff(before, after)))).toStrictEqual(after);
    }));
  });

  it('is empty when nothing changed and never touches what it was given', () => {
    fc.assert(fc.property(json, json, (before, after) => {
      const copy = sent(before);
      apply(before, diff(before, after));
      expect(before).toStrictEqual(copy);
      expect(diff(before, copy)).toStrictEqual([]);
    }));
  });

  it('names only what changed and shares the rest', () => {
    const next = { ...EMPTY_PHONE_STATE, registration: { ...EMPTY_PHONE_STATE.registration, status: 'registered' as const } };
    const patch = diff(EMPTY_PHONE_STATE, next);
    expect(patch).toStrictEqual([[['registration', 'status'], 'registered']]);
    expect(apply(EMPTY_PHONE_STATE, patch).calls).toBe(EMPTY_PHONE_STATE.calls);
  });

  it('puts a dangerous key as data, not as a prototype', () => {
    const after = sent(JSON.parse('{"__proto__":{"polluted":true}}') as object);
    const result = apply({}, sent(diff({}, after)));
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });
});
