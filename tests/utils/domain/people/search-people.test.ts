import { describe, expect, it } from 'vitest';
import { searchPeople, type Colleague } from '@/utils/domain/people/search-people';

const person = (name: string, extension: string, mobileNumber: string | null = null): Colleague => ({ name, extension, fixedNumber: `+46841000${extension}`, mobileNumber });
const colleagues = [
  person('Åsa Öberg', '215'),
  person('Erik Lindqvist', '212', '+46701740605'),
  person('Anna-Karin Åkesson', '211'),
  person('Maria Bergström', '21'),
  person('Søren Étienne', '213'),
];
const contacts = [
  { name: 'Annas Blommor', number: '+4684650041' },
  { name: 'Erik, mobil', number: '+46701740605' },
  { name: 'Bergs Bygg', number: '+46317110100' },
];
const find = (query: string) => searchPeople(query, { colleagues, contacts }).map(({ name }) => name);

describe('searching people', () => {
  it.each([
    ['ann', ['Anna-Karin Åkesson', 'Annas Blommor']],
    ['ber', ['Maria Bergström', 'Bergs Bygg']],
    ['akes', ['Anna-Karin Åkesson']],
    ['åkes', ['Anna-Karin Åkesson']],
    ['åk an', ['Anna-Karin Åkesson']],
    ['an xx', []],
    ['ås', ['Åsa Öberg']],
    ['as', ['Åsa Öberg']],
    ['än', []],
    ['ånna', []],
    ['oberg', ['Åsa Öberg']],
    ['soren', ['Søren Étienne']],
    ['eti', ['Søren Étienne']],
    ['MARIA', ['Maria Bergström']],
    ['kesson', []],
    ['zz', []],
    ['212', ['Erik Lindqvist']],
    ['21', ['Maria Bergström', 'Anna-Karin Åkesson', 'Erik Lindqvist', 'Søren Étienne', 'Åsa Öberg']],
    ['070-174', ['Erik Lindqvist']],
    ['+46 (0)70 174 06 05', ['Erik Lindqvist']],
    ['0046 31', ['Bergs Bygg']],
    ['031-711', ['Bergs Bygg']],
    ['+', []],
  ])('%j finds %j', (query, names) => expect(find(query)).toStrictEqual(names));

  it('shows everybody when nothing is typed: colleagues first, by name as Swedes sort, no one twice', () => {
    expect(find('  ')).toStrictEqual(['Anna-Karin Åkesson', 'Erik Lindqvist', 'Maria Bergström', 'Søren Étienne', 'Åsa Öberg', 'Annas Blommor', 'Bergs Bygg']);
  });

  it('dials the extension, but the mobile number where that was typed', () => {
    const number = (query: string) => searchPeople(query, { colleagues, contacts }).map((match) => match.number);
    expect([number('erik'), number('46841000212'), number('0701740605')]).toStrictEqual([['212'], ['212'], ['+46701740605']]);
  });

  it('gives no more than one looks through', () => {
    const many = Array.from({ length: 100 }, (_, at) => person(`Person ${at}`, String(300 + at)));
    expect(searchPeople('', { colleagues: many, contacts }).length).toBe(30);
  });
});
