import { describe, expect, it } from 'vitest';
import { fakeMarkedNumbers } from '@/tests/support/fake-marked-numbers';
import { numberLinkOf } from '@/utils/platform/page/number-link';
import { sameTarget, targetOfLink, targetOfMarked } from '@/utils/platform/page/numbers/card-target';

const marked = (html: string) => {
  document.body.innerHTML = html;
  const numbers = fakeMarkedNumbers(document);
  return numbers.all().map((one) => targetOfMarked(one, numbers));
};
const link = (href: string) => {
  document.body.innerHTML = `<a href="${href}">x</a>`;
  const found = numberLinkOf([...document.links]);
  return found === null ? null : targetOfLink(found);
};

describe('a marked number', () => {
  it('is dialled with its extension, and taught by its digits alone', () => {
    expect(marked('<p>08-410 000 10 ankn. 12</p>')[0]).toMatchObject({
      text: '08-410 000 10',
      dial: 'tel:+46841000010;ext=12',
      number: '+46841000010',
      extension: '12',
      teach: '0841000010',
    });
  });

  it('is the same when it is asked for again, and another where the page repeats it', () => {
    const [one, other] = marked('<p>070-174 06 07, 070-174 06 07</p>');
    const numbers = fakeMarkedNumbers(document);
    const [again] = numbers.all().map((found) => targetOfMarked(found, numbers));
    if (!one || !other || !again) throw new Error('not found');
    expect([sameTarget(one, again), sameTarget(one, other)]).toEqual([true, false]);
  });
});

describe('a link', () => {
  it.each([
    ['tel:+46-70-174-06-07;ext=7', { text: '+46-70-174-06-07', dial: 'tel:+46-70-174-06-07;ext=7', number: '+46701740607', extension: '7', address: false }],
    ['callto:08%20410', { text: '08 410', dial: 'callto:08 410', number: '08410', address: false }],
    ['sms:+46701740607,+46701740608?body=hej', { text: '+46701740607', dial: '+46701740607', number: '+46701740607', address: false }],
    ['sip:201@one.example', { text: '201', number: '201', address: false }],
    ['sip:anna@one.example', { text: 'anna@one.example', dial: 'sip:anna@one.example', number: 'anna@one.example', address: true }],
  ])('%s', (href, said) => {
    expect(link(href)).toMatchObject({ ...said, teach: null, kind: null });
  });

  it('of the page’s own is none', () => {
    expect(link('https://example.se/')).toBeNull();
  });
});
