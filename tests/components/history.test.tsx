import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { HistoryView } from '@/components/history/history-view';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { call, entry, missed, NOW, someHistory, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const show = (history: readonly HistoryEntry[] | null, over: Partial<Parameters<typeof renderSurface>[1]> = {}) =>
  renderSurface(<HistoryView />, { state: state(), history, ...over });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const more = (title: string) => button(`Mer om samtalet med ${title}`);
/** Opens what stands behind a row's button and takes one of it. */
const choose = async (title: string, choice: string) => {
  fireEvent.click(more(title));
  fireEvent.click(await screen.findByRole('menuitem', { name: choice }));
};
const field = () => screen.getByLabelText<HTMLInputElement>('Sök bland samtalen');
const rows = () => [...document.querySelectorAll<HTMLElement>('.list-row')];
const row = (id: string) => rows().find(({ dataset }) => dataset.id === id);
const titles = () => rows().map((one) => one.querySelector('.list-row-title')?.firstChild?.textContent);
const search = (text: string) => act(() => void fireEvent.input(field(), { target: { value: text } }));
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
/** One call a minute, newest first. */
const many = (count: number) => Array.from({ length: count }, (_, at) => entry({ id: `c${at}`, name: `Kund ${at}`, startedAt: NOW - at * 60_000 }));

describe('search', () => {
  it('finds by name and by number, tells how many, and clears with Escape', async () => {
    await show(someHistory);
    await search('erik');
    expect(titles()).toEqual(['Erik Lindqvist']);
    await search('070-174');
    expect(titles()).toEqual(['070-174 06 07']);
    expect(screen.getByText('Hittade samtal: 1')).toBeTruthy();
    expect(fireEvent.keyDown(field(), { key: 'Escape' }), 'the popup stays').toBe(false);
    await waitFor(() => expect(rows()).toHaveLength(someHistory.length));
    expect([field().value, document.activeElement]).toEqual(['', field()]);
    expect(fireEvent.keyDown(field(), { key: 'Escape' }), 'the popup may close').toBe(true);
  });

  it('gets the focus with /, but not out of a field', async () => {
    await show(someHistory);
    expect(press('/')).toBe(false);
    expect(document.activeElement).toBe(field());
    expect(press('/')).toBe(true);
  });

  it('of nothing leads back to all', async () => {
    await show(someHistory);
    await search('finns inte');
    fireEvent.click(screen.getByRole('radio', { name: 'Missade' }));
    expect(await screen.findByText('Inga samtal hittades')).toBeTruthy();
    fireEvent.click(button('Visa alla samtal'));
    await waitFor(() => expect(rows()).toHaveLength(someHistory.length));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Alla' }).checked).toBe(true);
  });

  it('shows one kind of calls', async () => {
    await show(someHistory);
    fireEvent.click(screen.getByRole('radio', { name: 'Missade' }));
    await waitFor(() => expect(titles()).toEqual(['070-174 06 07']));
  });
});

describe('a row', () => {
  it('calls, sends an SMS and adds a contact', async () => {
    const asked: string[] = [];
    const actions = { openMessage: (number: string) => void asked.push(`sms ${number}`), openAddContact: (number: string) => void asked.push(`add ${number}`) };
    const { phone } = await show([missed({ unseen: false })], { actions });
    await choose('070-174 06 07', 'Skicka SMS');
    await choose('070-174 06 07', 'Lägg till kontakt');
    fireEvent.click(button('Ring 070-174 06 07'));
    expect(asked).toEqual(['sms +46701740607', 'add +46701740607']);
    expect(phone.sent).toEqual([{ command: 'phone.dial', input: { target: '+46701740607', source: 'history' } }]);
  });

  it('shows two buttons; the rest is a menu for the keyboard, which keeps its keys from the list', async () => {
    await show(someHistory);
    const opener = more('Nordbygg AB');
    expect(within(row('entry-1') ?? document.body).getAllByRole('button')).toHaveLength(2);
    fireEvent.click(opener);
    expect([opener.getAttribute('aria-haspopup'), opener.getAttribute('aria-expanded')]).toEqual(['menu', 'true']);
    expect(screen.getByRole('menu', { name: 'Mer om samtalet med Nordbygg AB' })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Visa detaljer');
    press('ArrowUp');
    expect(document.activeElement?.textContent, 'from the first to the last').toBe('Ta bort samtalet');
    press('Delete');
    expect(row('entry-1'), 'no call is deleted').toBeTruthy();
    expect(press('Escape'), 'the popup stays').toBe(false);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(document.activeElement).toBe(opener);
  });

  it('has one menu open at a time, which goes with what is scrolled', async () => {
    await show(someHistory);
    fireEvent.click(more('Nordbygg AB'));
    fireEvent.pointerDown(more('Erik Lindqvist'));
    fireEvent.click(more('Erik Lindqvist'));
    await waitFor(() => expect(screen.getAllByRole('menu').map((menu) => menu.getAttribute('aria-label'))).toEqual(['Mer om samtalet med Erik Lindqvist']));
    fireEvent.scroll(document.querySelector('.history-list') ?? document.body);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  it.each([
    ['sv', ['Mer om samtalet med Kund', 'Visa detaljer'], ['Vidarekopplat hit av 070-174 06 98.', 'Enheter som ringdes: 3.', 'Ingen svarade inom 45 sekunder.']],
    ['en', ['More about the call with Kund', 'Show details'], ['Forwarded here by 070-174 06 98.', 'Devices called: 3.', 'Nobody answered within 45 seconds.']],
  ] as const)('in %s: tells why, step by step', async (language, [opener, details], sentences) => {
    const at = '2026-03-04T09:00:00.000Z';
    const why = [{ code: 'diverted-from', at, number: '+46701740698' }, { code: 'rang-devices', at, count: 3 }, { code: 'no-answer-after', at, seconds: 45 }] as const;
    await show([entry({ id: 'asked', name: 'Kund', why }), entry({ id: 'plain', name: 'Annan' })], { language });
    expect(row('asked')?.textContent).toContain(' · via 070-174 06 98');
    fireEvent.click(button(opener));
    fireEvent.click(await screen.findByRole('menuitem', { name: details }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('08-410 000 20');
    const steps = within(dialog).getAllByRole('listitem');
    expect(steps.map((step) => step.lastChild?.textContent)).toEqual(sentences);
    fireEvent.keyDown(dialog, { key: 'Delete' });
    expect(rows()).toHaveLength(2);
  });

  it('offers no SMS to what takes none, and no call while another is being set up', async () => {
    await show([entry({ number: '212', name: 'Sara' })], { state: state({ calls: [call({ state: 'dialling', answeredAt: null })] }), actions: { openMessage: () => undefined } });
    expect(within(rows()[0] ?? document.body).getAllByRole('button')).toEqual([more('Sara')]);
    fireEvent.click(more('Sara'));
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Visa detaljer', 'Ta bort samtalet']);
  });

  it.each([
    ['answered-elsewhere', { answeredAt: NOW, endedAt: NOW + 61_000 }, 'Besvarat på annan enhet · 1 min 1 s'],
    ['answered-in-mobile', { answeredAt: NOW, endedAt: NOW + 5000 }, 'Besvarat i mobilen · 5 s'],
    ['declined-elsewhere', {}, 'Avvisat på annan enhet'],
    ['busy', { missed: true }, 'Missat, du var upptagen'],
    ['caller-cancelled', { missed: true }, 'Missat'],
    ['declined', {}, 'Avvisat'],
  ] as const)('says how it went: %s', async (reason, over, text) => {
    await show([missed({ reason, missed: false, unseen: false, ...over })]);
    expect(rows()[0]?.textContent?.replaceAll('\u00a0', ' ')).toContain(text);
  });

  it('is deleted with a way back', async () => {
    const { phone, clock } = await show(someHistory);
    await choose('Nordbygg AB', 'Ta bort samtalet');
    await waitFor(() => expect(row('entry-1')).toBeUndefined());
    fireEvent.click(button('Ångra'));
    await waitFor(() => expect(row('entry-1')).toBeTruthy());
    await choose('Nordbygg AB', 'Ta bort samtalet');
    await act(() => clock.advance(10_000));
    expect(phone.sent.at(-1)).toEqual({ command: 'history.remove', input: { ids: ['entry-1'] } });
    expect(screen.queryByText('Samtalet är borttaget')).toBeNull();
  });
});

describe('the keyboard', () => {
  it('goes from row to row, calls with Enter and deletes with Delete', async () => {
    const { phone } = await show(someHistory.map((one) => ({ ...one, unseen: false })));
    expect(rows().map(({ tabIndex }) => tabIndex)).toEqual([0, ...someHistory.slice(1).map(() => -1)]);
    rows()[0]?.focus();
    press('ArrowDown');
    await waitFor(() => expect(document.activeElement).toBe(row('entry-1')));
    press('Enter');
    expect(phone.sent).toEqual([{ command: 'phone.dial', input: { target: '+46841000020', source: 'history' } }]);
    press('Delete');
    await waitFor(() => expect(document.activeElement).toBe(row('e3')));
    expect([row('entry-1'), row('e3')?.tabIndex]).toEqual([undefined, 0]);
    press('End');
    await waitFor(() => expect(document.activeElement).toBe(row('e7')));
  });
});

describe('50,000 calls', () => {
  it('have only those in sight in the document, each with its place', async () => {
    await show(many(50_000));
    expect(rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(30);
    const today = rows()[0];
    expect([today?.getAttribute('aria-posinset'), today?.getAttribute('aria-setsize')]).toEqual(['1', String(14 * 60 + 31)]);
    const list = document.querySelector<HTMLElement>('.history-list');
    if (!list) throw new Error('no list');
    list.scrollTop = 40_000 * 48;
    await act(() => void fireEvent.scroll(list));
    expect(Number(rows()[0]?.dataset.id?.slice(1))).toBeGreaterThan(39_000);
    expect(rows().length).toBeLessThan(30);
    await search('Kund 49999');
    expect(titles()).toEqual(['Kund 49999']);
  });

  it('keep the focus on a row that is scrolled away', async () => {
    await show(many(50_000));
    const first = rows()[0];
    first?.focus();
    const list = document.querySelector<HTMLElement>('.history-list');
    if (!list) throw new Error('no list');
    list.scrollTop = 20_000 * 48;
    await act(() => void fireEvent.scroll(list));
    expect(document.activeElement).toBe(first);
    expect(rows()[0]).toBe(first);
    press('ArrowDown');
    await waitFor(() => expect(document.activeElement).toBe(row('c1')));
    expect(list.scrollTop).toBeLessThan(100);
  });
});

describe('export', () => {
  it('is of what the filter shows, and says when it is done', async () => {
    const saved: string[][] = [];
    const { clock } = await show(someHistory, { actions: { saveFile: (...file) => void saved.push(file) } });
    fireEvent.click(screen.getByRole('radio', { name: 'Missade' }));
    await waitFor(() => expect(rows()).toHaveLength(1));
    fireEvent.click(button('Exportera som CSV'));
    expect(await screen.findByText('Exporterade samtal: 1')).toBeTruthy();
    expect(saved).toEqual([['samtal-2026-03-04.csv', expect.stringContaining('Missat'), 'text/csv;charset=utf-8']]);
    await act(() => clock.advance(10_000));
    expect(screen.queryByText('Exporterade samtal: 1')).toBeNull();
  });

  it('is not offered where files cannot be saved', async () => {
    await show(someHistory);
    expect(screen.queryByRole('button', { name: 'Exportera som CSV' })).toBeNull();
  });
});

it('says what will be here, and shows its place while that is read', async () => {
  const { history } = await show(null);
  expect(screen.getByRole('status', { name: 'Läser in samtal' })).toBeTruthy();
  await act(() => void (history.value = []));
  expect(screen.getByText('Inga samtal än')).toBeTruthy();
  expect(screen.queryByLabelText('Sök bland samtalen')).toBeNull();
});
