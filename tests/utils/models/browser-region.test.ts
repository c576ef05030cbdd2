import { expect, it } from 'vitest';
import { regionOfLanguages } from '@/utils/models/browser-region';

it.each([
  [['sv-SE', 'en'], 'SE'],
  [['sv'], 'SE'],
  [['en-GB'], 'GB'],
  [['nb'], 'NO'],
  [[], 'SE'],
])('%j is in %s', (languages, region) => expect(regionOfLanguages(languages)).toBe(region));
