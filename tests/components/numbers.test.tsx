import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NumbersSection } from '@/components/numbers/numbers-section';
import type { NumbersSectionProps } from '@/components/numbers/numbers-section';
import { verdictSentence } from '@/components/numbers/verdict-words';
import { siteListOf } from '@/utils/contract/site-list';
import type { PageNumbers } from '@/utils/contract/page-numbers';
import { localeWords } from './support/locale-words';
import { numbersProps } from './support/numbers-props';
import { state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

async function section(kept: Partial<PageNumbers> = {}, over: Partial<NumbersSectionProps> = {}, language: 'sv' | 'en' = 'sv') {
  const numbers = numbersProps(kept, over);
  await renderSurface(<NumbersSection {...numbers.props} />, { state: state(), language });
  await screen.findByRole('switch');
  return numbers;
}
const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  location.hash = '';
});

describe('settings of numbers on pages', () => {
  it('are kept as they are chosen', async () => {
    const { store } = await section();
    fireEvent.click(screen.getByRole('switch'));
    fireEvent.click(screen.getByRole('radio', { name: /Tonade/ }));
    fireEvent.click(screen.getByRole('radio', { name: /Bara de säkra/ }));
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'NO' } });
    await waitFor(() => expect(store.kept).toMatchObject({ on: false, look: 'tint', level: 'strict', region: 'NO' }));
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '' } });
    await waitFor(() => expect(store.kept.region).toBeNull());
  });

  it.each([
    ['sv', 'Kontots: Sverige', 'Tyskland'],
    ['en', 'The account’s: Sweden', 'Germany'],
  ] as const)('name the countries in %s', async (language, own, germany) => {
    await section({}, {}, language);
    const names = screen.getAllByRole('option').map((one) => one.textContent);
    expect(names[0]).toBe(own);
    expect(names).toContain(germany);
  });
});

describe('sites that are off', () => {
  it('are added, refused with a sentence, removed, and brought back', async () => {
    const { store } = await section();
    type('Lägg till en webbplats', 'ingen sajt');
    press('Lägg till');
    expect(await screen.findByText('Det där är ingen webbplats. Skriv den som exempel.se.')).toBeTruthy();
    type('Lägg till en webbplats', 'crm.exempel.se');
    press('Lägg till');
    await waitFor(() => expect(store.kept.sitesOff).toEqual(['crm.exempel.se']));
    press('Ta bort crm.exempel.se');
    await waitFor(() => expect(store.kept.sitesOff).toEqual([]));
    press('Ångra');
    await waitFor(() => expect(store.kept.sitesOff).toEqual(['crm.exempel.se']));
  });

  it('come from a file, which says how many it added or why none', async () => {
    const { store } = await section();
    const open = (text: string) => fireEvent.change(screen.getByLabelText('Importera', { selector: 'input' }), { target: { files: [new File([text], 'x.json')] } });
    open(siteListOf({ sitesOff: ['a.se', 'b.se'], exceptions: [{ site: 'a.se', text: '123' }] }));
    expect(await screen.findByText('Tillagt: 2 webbplatser och 1 undantag.')).toBeTruthy();
    open('{"format":"teleproffs-one-sites","version":1,"sitesOff":["inte en sajt"],"exceptions":[]}');
    expect(await screen.findByText(/varken är en webbplats eller ett nummer, ”inte en sajt”/)).toBeTruthy();
    expect(store.kept.sitesOff).toEqual(['a.se', 'b.se']);
  });

  it('go to a file', async () => {
    const onSave = vi.fn();
    await section({ sitesOff: ['a.se'] }, { onSave });
    press('Exportera');
    expect(onSave).toHaveBeenCalledWith('teleproffs-one-sites.json', siteListOf({ sitesOff: ['a.se'], exceptions: [] }));
  });
});

it('lists what was said to be no number, and forgets one', async () => {
  const { store } = await section({ exceptions: [{ site: 'crm.se', text: '5561234567' }, { site: 'b.se', text: '1' }] });
  press('Ta bort 5561234567 på crm.se');
  await waitFor(() => expect(store.kept.exceptions).toEqual([{ site: 'b.se', text: '1' }]));
});

describe('the test field', () => {
  it('shows what is found, what it calls, and why the rest is not', async () => {
    const { props } = await section();
    type('Text', 'Ring 0701740607, ordernr 5561234-9, 2026-03-04');
    const list = await screen.findByText('2026-03-04', { selector: 'b' });
    const rows = within(list.closest('ul') as HTMLElement).getAllByRole('listitem').map((one) => one.textContent);
    expect(rows[0]).toContain('0701740607ringer 070-174 06 07');
    expect(rows.at(-1)).toBe('2026-03-04Det är ett datum.');
    expect(document.querySelector('mark')?.textContent).toBe('0701740607');
    await act(() => props.model.set({ level: 'strict', region: 'DK' }));
    await waitFor(() => expect(document.querySelector('mark')).toBeNull());
  });

  it('has a sentence in both languages for every reason', () => {
    const kept = ['international', 'national', 'phone-word', 'short-service', 'bare'] as const;
    const found = { start: 0, end: 1, e164: null, dial: '1', kind: 'other', confidence: 'eager' } as const;
    for (const language of ['sv', 'en'] as const) {
      const { t } = localeWords(language);
      for (const reason of kept) expect(t(verdictSentence({ kept: true, reason, found }))).toMatch(/\.$/);
      expect(t(verdictSentence({ kept: false, reason: 'personal-id' }))).toMatch(/\.$/);
    }
  });
});

describe('what only the browser can do', () => {
  it('is offered where it can', async () => {
    const registerHandler = vi.fn(() => true);
    await section({}, { browser: { registerHandler } });
    // A script's click is no wish of the user's.
    press('Öppna tel-länkar här');
    expect(registerHandler).not.toHaveBeenCalled();
  });

  it('is not offered where it cannot', async () => {
    await section();
    expect(screen.queryByText('Tangentbord och länkar')).toBeNull();
  });
});
