import { beforeEach, describe, expect, it } from 'vitest';
import { FakeNumberFinder } from '@/tests/support/fake-number-finder';
import type { NumberFinder } from '@/utils/domain/phone-number/number-finder';
import { MarkIndex } from '@/utils/platform/page/numbers/mark-index';
import { PageScanner } from '@/utils/platform/page/numbers/page-scanner';

let finder: FakeNumberFinder;
let marks: MarkIndex;
let removed: string[];
beforeEach(() => {
  document.body.innerHTML = '';
  finder = new FakeNumberFinder();
  removed = [];
  marks = new MarkIndex({ added: () => undefined, removed: ({ text }) => removed.push(text) });
});

const scannerWith = (now: () => NumberFinder | null = () => finder, skip: (text: string) => boolean = () => false) => new PageScanner({ document, marks, finder: now, skip });
const forever = () => Number.POSITIVE_INFINITY;
const texts = () => [...marks].map(({ text }) => text);

function scan(html: string): PageScanner {
  document.body.innerHTML = html;
  const scanner = scannerWith();
  scanner.add(document.body);
  expect(scanner.work(forever)).toBe('done');
  return scanner;
}

describe('numbers of a tree', () => {
  it.each([
    ['plain text', '<p>Ring 08-465 00 11 idag</p>'],
    ['inline elements', '<p>Ring <b>08</b>-465 <i><u>00</u> 1</i>1</p>'],
    ['a comment between', '<p>Ring 08-46<!-- x -->5 00 11</p>'],
    ['a link to elsewhere', '<p><a href="/kund">08-465 00 11</a></p>'],
  ])('in %s', (_, html) => {
    scan(html);
    expect(texts()).toEqual(['08-465 00 11']);
  });

  it.each(['<code>08-465 00 11</code>', '<div contenteditable="true"><p>08-465 00 11</p></div>', '<a href="tel:08">08-465 00 11</a>', '<script>"08-465 00 11"</script>',
    '<div contenteditable><b contenteditable="false">08-465 00 11</b></div>', '<textarea>08-465 00 11</textarea>', '<div role="textbox">08-465 00 11</div>', '<svg><text>08-465 00 11</text></svg>'])('not in %s', (html) => {
    scan(html);
    expect([texts(), finder.asked]).toEqual([[], []]);
  });

  it.each(['<p>08-465<br>00 11</p>', '<div>08-465</div><div> 00 11</div>', '<table><tr><td>08-465</td><td> 00 11</td></tr></table>'])('not across the break in %s', (html) => {
    scan(html);
    expect(texts()).toEqual([]);
  });

  it('asks nobody about a page whose only digits are in its scripts, or stand apart', () => {
    document.body.innerHTML = '<script>var a = 123456789</script><p>Punkt 1</p><p>Punkt 2</p>';
    const scanner = scannerWith(() => null);
    scanner.add(document.body);
    expect(scanner.work(forever)).toBe('done');
  });

  it('waits for what its finder is not ready for, and looks at the rest meanwhile', () => {
    document.body.innerHTML = '<p>08-465 00 11</p><p>Ring 08-465 00 12</p>';
    let made = false;
    finder.ready = (text) => made || !text.startsWith('Ring');
    const scanner = scannerWith();
    scanner.add(document.body);
    expect([scanner.work(forever), texts()]).toEqual(['wait', ['08-465 00 11']]);
    made = true;
    expect([scanner.work(forever), texts()]).toEqual(['done', ['08-465 00 11', '08-465 00 12']]);
  });

  it('waits for the finder at the first text that may hold a number, and goes on from there', () => {
    document.body.innerHTML = '<p>Ring 08-465 00 11</p><p>Ring 08-465 00 12</p>';
    let come: NumberFinder | null = null;
    const scanner = scannerWith(() => come);
    scanner.add(document.body);
    expect([scanner.work(forever), texts()]).toEqual(['wait', []]);
    come = finder;
    expect([scanner.work(forever), texts()]).toEqual(['done', ['08-465 00 11', '08-465 00 12']]);
  });

  it('takes a large page in parts, with changes of it between them', () => {
    document.body.innerHTML = Array.from({ length: 520 }, (_, at) => `<p>Ring 08-465 ${10 + (at % 90)} ${10 + Math.floor(at / 90)}</p>`).join('');
    const scanner = scannerWith();
    scanner.add(document.body);
    let parts = 1;
    for (; scanner.work(() => 0) === 'more'; parts++) {
      const all = document.querySelectorAll('p');
      all[parts * 7]?.remove();
      all[256 * parts]?.remove();
    }
    expect(parts).toBeGreaterThan(2);
    marks.prune();
    expect(new Set(texts())).toEqual(new Set([...document.querySelectorAll('p')].map((p) => p.textContent?.slice(5))));
  }, 30_000);

  it('finds a number in a very long text, once', () => {
    scan(`<p>${'Ett ord 123 och. '.repeat(400)}Ring 08-465 00 11 ${'eller 456 inte. '.repeat(400)} 08-465 00 12</p>`);
    expect(texts()).toEqual(['08-465 00 11', '08-465 00 12']);
  });

  it.each([0, 1, 2, 3, 4, 5])('finds the number in column %i of a table, beside an order’s in another and with comments between', (place) => {
    const cells = (row: number) => Array.from({ length: 6 }, (_, at) => `<td><b></b>${at === place ? `08-465 00 ${10 + row}` : at === (place + 3) % 6 ? '<!-- 12345 -->77123 5' : 'text'}</td>`).join('');
    scan(`<div>1</div><table>${Array.from({ length: 60 }, (_, row) => `<tr>${cells(row)}</tr>`).join('')}</table>`);
    expect(texts()).toEqual(Array.from({ length: 60 }, (_, row) => `08-465 00 ${10 + row}`));
  });

  it('leaves out what a person said is no number', () => {
    document.body.innerHTML = '<p>08-465 00 11 och 08-465 00 12</p>';
    const scanner = scannerWith(() => finder, (text) => text === '08-465 00 11');
    scanner.add(document.body);
    scanner.work(forever);
    expect(texts()).toEqual(['08-465 00 12']);
  });
});

describe('texts that change', () => {
  const first = (selector: string) => document.querySelector(selector)?.firstChild as Text;

  it('drops what is written over and keeps what is the same', () => {
    const scanner = scan('<p>08-465 00 11</p><p id="b">08-465 00 12</p>');
    const [kept] = marks;
    first('p').data = '08-465 00 11 ny';
    first('#b').data = 'ingen';
    scanner.add(first('p'));
    scanner.add(first('#b'));
    scanner.work(forever);
    expect([[...marks], removed]).toEqual([[kept], ['08-465 00 12']]);
  });

  it('sees what comes between two texts', () => {
    const scanner = scan('<p>08-465 00 <span></span>11</p>');
    expect(texts()).toEqual(['08-465 00 11']);
    const between = document.createElement('b');
    between.textContent = '9';
    document.querySelector('span')?.after(between);
    scanner.add(between);
    scanner.work(forever);
    expect(texts()).toEqual([]);
  });

  it.each([
    ['a clock that ticks', '<p>12:34:05</p>', false],
    ['a clock in a line of its own', '<p><b><span>12:34:05</span></b></p>', false],
    ['a number by itself', '<p>08-465 00 13</p>', true],
    ['the end of a text', '<p>08-465 00 <span>5</span></p>', true],
  ])('are news or not: %s', (_, html, news) => {
    const scanner = scan('<p>08-465 00 11</p>');
    expect(scanner.concerns(first('p'))).toBe(true);
    document.body.innerHTML = html;
    const last = document.createTreeWalker(document.body, 4);
    let text: Text | null = null;
    while (last.nextNode()) text = last.currentNode as Text;
    expect(scanner.concerns(text as Text)).toBe(news);
  });

  it('forgets texts that have gone', () => {
    scan('<p>08-465 00 11</p><p>08-465 00 12</p>');
    document.querySelector('p')?.remove();
    marks.prune();
    expect(texts()).toEqual(['08-465 00 12']);
  });
});

describe('what labels a number', () => {
  it.each([
    ['the header of its column', '<table><thead><tr><th>Namn</th><th>Telefon</th></tr></thead><tbody><tr><td>A</td><td>08-465 00 11</td></tr></tbody></table>', 'Telefon'],
    ['the header of its row', '<table><tr><th>Mobil</th><td>08-465 00 11</td></tr></table>', 'Mobil'],
    ['its term', '<dl><dt>Växel</dt><dd>08-465 00 11</dd></dl>', 'Växel'],
    ['the block before, of two', '<div><div>Fax</div><div>08-465 00 11</div></div>', 'Fax'],
    ['the name a script gave it', '<p aria-label="Jour">08-465 00 11</p>', 'Jour'],
    ['the header of a grid', '<div role="grid"><div role="row"><div role="columnheader">Id</div><div role="columnheader">Tel</div></div><div role="row"><div role="gridcell">1</div><div role="gridcell">08-465 00 11</div></div></div>', 'Tel'],
  ])('%s', (_, html, label) => {
    scan(html);
    expect(finder.asked.find(({ text }) => text.includes('08-465'))?.label).toBe(label);
  });

  it('not a whole table beside it, which would be read for every change', () => {
    scan(`<div><table><tr>${'<td></td>'.repeat(20)}</tr><tr><td>Fax</td></tr></table><p>08-465 00 11</p></div>`);
    expect(finder.asked.find(({ text }) => text.includes('08-465'))?.label).toBe('');
  });

  it('and the line before, in the text itself', () => {
    scan('<p>Telefon<br>08-465 00 11</p>');
    expect(finder.asked[0]?.text).toBe('Telefon\n08-465 00 11');
  });
});
