import { describe, expect, it } from 'vitest';
import { presetOf, readPreset } from '@/utils/storage/preset';

describe('the enterprise preset', () => {
  it('is what the policy says', async () => {
    const policy = { accountKind: 'one', server: 'https://one.example.se', locked: true };
    expect(await readPreset({ get: async () => policy })).toEqual(policy);
  });

  it('loses a bad value and keeps the rest', () => {
    expect(presetOf({ accountKind: 'fax', server: 'https://one.example.se', locked: 'yes' })).toEqual({
      server: 'https://one.example.se',
    });
  });

  it.each([[null], ['text'], [undefined], [{ unknown: 1 }]])('is empty for %s', (raw) => {
    expect(presetOf(raw)).toEqual({});
  });

  it('is empty where the browser has no policy', async () => {
    expect(await readPreset({ get: () => Promise.reject(new Error('Managed storage manifest not found')) })).toEqual({});
  });
});
