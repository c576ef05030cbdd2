import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { CallWindowView } from '@/components/call-window/call-window-view';
import { PanelView } from '@/components/panel/panel-view';
import { PopupView } from '@/components/popup/popup-view';
import type { CallView } from '@/utils/contract/phone-state';
import type { FakePhone } from './support/fake-phone';
import { call, entry, held, ringing, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';
import { trustedClick, trustedKey } from './support/trusted-click';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const microphone = { state: 'granted', browser: 'firefox', asking: false, onAsk: () => undefined } as const;
const commands = (phone: FakePhone) => phone.sent.filter(({ command }) => command !== 'people.search' && command !== 'history.markSeen');
const PEOPLE = [
  { kind: 'colleague', name: 'Sara Nyström', number: '212' },
  { kind: 'contact', name: 'Bergs Bygg', number: '+46317110100' },
] as const;
const found = (phone: FakePhone) => void (phone.people = PEOPLE);
const callId = 'call-1';

const SURFACES = [
  ['popup', <PopupView />],
  ['panel', <PanelView />],
  ['call window', <CallWindowView microphone={microphone} lending />],
] as const;

const field = () => screen.getByRole('combobox', { name: 'Kollega, kontakt eller nummer' }) as HTMLInputElement;
const options = () => screen.getAllByRole('option').map((one) => `${one.getAttribute('aria-selected') === 'true' ? '> ' : ''}${one.querySelector('.truncate')?.textContent}`);
const open = async (view: (typeof SURFACES)[number][1], calls: CallView[] = [call()], prepare: (phone: FakePhone) => void = found) => {
  const scene = await renderSurface(view, { state: state({ calls }), prepare });
  (document.activeElement as HTMLElement | null)?.blur();
  await trustedKey('t');
  return scene;
};
const type = (text: string) => act(async () => void fireEvent.input(field(), { target: { value: text } }));

describe.each(SURFACES)('%s', (_, view) => {
  it('T and Enter ask a colleague first; T, Shift and Enter send the caller there', async () => {
    const { phone } = await open(view);
    expect([document.activeElement, options()]).toEqual([field(), ['Sara Nyström', 'Bergs Bygg']]);
    await trustedKey('ArrowDown');
    await trustedKey('Enter');
    await trustedKey('t');
    await trustedKey('ArrowUp');
    expect(options()).toEqual(['Sara Nyström', '> Bergs Bygg']);
    expect(document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('Bergs Bygg');
    await trustedKey('Enter', { shiftKey: true });
    expect(commands(phone)).toEqual([
      { command: 'phone.consult', input: { callId, target: '212' } },
      { command: 'phone.transfer', input: { callId, target: '+46317110100' } },
    ]);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('Escape closes it and gives the focus back', async () => {
    await open(view);
    expect((await trustedKey('Escape')).defaultPrevented).toBe(true);
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(button(/^Koppla/));
  });

  it('shows a consultation with the two ways out of it, and says whose call it is for', async () => {
    const { phone } = await renderSurface(view, { state: state({ calls: [held(), call({ consultFor: 'call-3' })] }) });
    const group = screen.getByRole('group', { name: 'Vidarekoppling av Erik Lindqvist' });
    for (const name of ['Fullständig vidarekoppling', 'Avbryt och ta tillbaka samtalet', 'Konferens']) await trustedClick(within(group).getByRole('button', { name }));
    expect(commands(phone)).toEqual([
      { command: 'phone.completeTransfer', input: { callId: 'call-3', otherId: callId } },
      { command: 'phone.takeBack', input: { callId: 'call-3' } },
      { command: 'phone.conference', input: { callId: 'call-3', otherId: callId } },
    ]);
  });

  it('joins two calls that stand', async () => {
    const { phone } = await renderSurface(view, { state: state({ calls: [held(), call()] }) });
    fireEvent.click(button('Koppla ihop'));
    expect(commands(phone)).toEqual([]);
    await trustedClick(button('Koppla ihop'));
    await trustedClick(button('Konferens'));
    expect(commands(phone).map(({ command }) => command)).toEqual(['phone.completeTransfer', 'phone.conference']);
  });

  it('tells how far a transfer has come, with the way back, and then why it failed', async () => {
    const to = { number: '212', name: 'Sara Nyström' };
    const handedOn = (part: object) => state({ calls: [call({ state: 'transferring', transfer: { to, kind: 'blind', state: 'trying', reason: null }, ...part })] });
    const { phone } = await renderSurface(view, { state: handedOn({}) });
    expect(screen.getByText('Kopplar till Sara Nyström …').getAttribute('role')).toBe('status');
    await act(() => void (phone.state.value = handedOn({ transfer: { to, kind: 'blind', state: 'ringing', reason: null } })));
    expect(screen.getByText('Ringer hos Sara Nyström …')).toBeTruthy();
    await trustedClick(button('Ta tillbaka'));
    expect(commands(phone)).toEqual([{ command: 'phone.takeBack', input: { callId } }]);
    await act(() => void (phone.state.value = handedOn({ state: 'active', transfer: { to, kind: 'blind', state: 'failed', reason: 'busy' } })));
    expect(screen.getByRole('alert').textContent).toBe('Kopplades inte till Sara Nyström. Det är upptaget där. Samtalet är tillbaka hos dig.');
  });

  it('shows a conference as one, with who is in it', async () => {
    const { phone } = await renderSurface(view, { state: state({ calls: [call({ conference: true }), held({ state: 'active', conference: true })] }) });
    const card = screen.getByRole('region', { name: 'Konferens' });
    expect(within(card).getAllByRole('listitem').map((one) => one.querySelector('.conference-name')?.textContent)).toEqual(['Maria Bergström', 'Erik Lindqvist']);
    expect(screen.queryByRole('button', { name: 'Parkera' })).toBeNull();
    for (const name of ['Tysta', 'Tala enskilt med Erik Lindqvist', 'Lägg på Maria Bergström', 'Avsluta för alla']) await trustedClick(button(name));
    expect(commands(phone)).toEqual([
      { command: 'phone.setMuted', input: { callId, muted: true } },
      { command: 'phone.split', input: { callId: 'call-3' } },
      { command: 'phone.hangUp', input: { callId } },
      { command: 'phone.hangUp', input: { callId } },
      { command: 'phone.hangUp', input: { callId: 'call-3' } },
    ]);
  });

  it('a call that rings stands before the conference, one on hold after it', async () => {
    const calls = [call({ conference: true }), held({ id: 'call-4', state: 'active', conference: true }), held({ id: 'call-5' }), ringing({ id: 'call-6' })];
    await renderSurface(view, { state: state({ calls }) });
    const at = (name: string | RegExp) => [...document.querySelectorAll('*')].indexOf(screen.getByRole('button', { name }));
    expect(at(/^Svara/)).toBeLessThan(at('Avsluta för alla'));
    expect(at('Avsluta för alla')).toBeLessThan(at('Återuppta'));
  });

  it('says who sent the caller here', async () => {
    await renderSurface(view, { state: state({ calls: [ringing({ transferredBy: { number: '210', name: 'Anna Lindgren' } })] }) });
    expect(screen.getByText('Vidarekopplat av Anna Lindgren')).toBeTruthy();
  });
});

describe('the field that finds whom to hand on to', () => {
  it('a number that cannot be called is refused with the reason, and stays', async () => {
    const { phone } = await open(<PopupView />, [call()], (one) => one.answerWith('phone.consult', 'not-a-number'));
    await type('hej');
    await trustedKey('Enter');
    expect(screen.getByRole('alert').textContent).toBe('Det där är inget telefonnummer. Kontrollera siffrorna.');
    expect([field().value, field().getAttribute('aria-invalid'), document.activeElement]).toEqual(['hej', 'true', field()]);
    await type('070');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(commands(phone)).toEqual([{ command: 'phone.consult', input: { callId, target: 'hej' } }]);
  });

  it('a number is handed on to as it is typed, an extension as the colleague it belongs to', async () => {
    const { phone } = await open(<PopupView />);
    await type('070-174 06 07');
    expect(options()[0]).toBe('> Numret som det är skrivet');
    await type('212');
    expect(options()[0]).toBe('> Sara Nyström');
    await type('070-174 06 07');
    await trustedKey('Enter', { shiftKey: true });
    expect(commands(phone)).toEqual([{ command: 'phone.transfer', input: { callId, target: '070-174 06 07' } }]);
  });

  it('says that nobody was found, and sends nothing for an empty field', async () => {
    const { phone } = await open(<PopupView />, [call()], () => undefined);
    expect(screen.getByText('Ingen hittades. Det går också att skriva ett nummer.').getAttribute('role')).toBe('status');
    await trustedKey('Enter');
    expect(commands(phone)).toEqual([]);
  });

  it('the buttons do what the keys do, for the person chosen by a click', async () => {
    const { phone } = await open(<PopupView />);
    await act(() => void fireEvent.click(screen.getAllByRole('option')[1] as HTMLElement));
    await trustedClick(button(/^Direkt vidarekoppling/));
    expect(commands(phone)).toEqual([{ command: 'phone.transfer', input: { callId, target: '+46317110100' } }]);
  });

  it('opens for a person alone, and not for a T that is typed or means something else', async () => {
    await renderSurface(<PopupView />, { state: state({ calls: [call()] }) });
    (document.activeElement as HTMLElement | null)?.blur();
    fireEvent.keyDown(document.body, { key: 't' });
    await trustedKey('t', { ctrlKey: true });
    screen.getByRole('textbox').focus();
    await trustedKey('t');
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('on hold, the only call left can be handed on', async () => {
    const { phone } = await open(<PopupView />, [held()]);
    await trustedKey('ArrowDown');
    await trustedKey('Enter');
    expect(commands(phone)).toEqual([{ command: 'phone.consult', input: { callId: 'call-3', target: '212' } }]);
  });
});

describe('the handset beside a row of the history', () => {
  const row = [entry()];
  const dialog = () => screen.getByRole('dialog', { hidden: true });
  const inDialog = (name: string) => within(dialog()).getByRole('button', { name, hidden: true });

  it('without a call simply calls', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: state(), history: row });
    await trustedClick(button('Ring Nordbygg AB'));
    expect(commands(phone)).toEqual([{ command: 'phone.dial', input: { target: '+46841000020', source: 'history' } }]);
  });

  it.each([
    ['Ring', 'phone.dial', { target: '+46841000020', source: 'history' }],
    ['Aviserad vidarekoppling', 'phone.consult', { callId, target: '+46841000020' }],
    ['Direkt vidarekoppling', 'phone.transfer', { callId, target: '+46841000020' }],
  ])('during a call asks first: %s', async (name, command, input) => {
    const { phone } = await renderSurface(<PopupView />, { state: state({ calls: [call()] }), history: row });
    await trustedClick(button('Ring Nordbygg AB'));
    expect(commands(phone)).toEqual([]);
    await trustedClick(inDialog(name));
    expect(commands(phone)).toEqual([{ command, input }]);
    await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull());
  });

  it('says why it could not be done, where it was asked', async () => {
    const { phone } = await renderSurface(<PopupView />, { state: state({ calls: [call()] }), history: row });
    phone.answerWith('phone.transfer', 'no-such-call');
    await trustedClick(button('Ring Nordbygg AB'));
    await trustedClick(inDialog('Direkt vidarekoppling'));
    expect(await within(dialog()).findByText('Samtalet är redan avslutat.')).toBeTruthy();
  });
});
