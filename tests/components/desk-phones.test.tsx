import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { OptionsView } from '@/components/options/options-view';
import type { CommandError } from '@/utils/contract/commands';
import type { DeskPhone, DeskPhones, DeskPhoneSecret } from '@/utils/contract/desk-phones';
import { soundModel } from './support/fake-sound';
import { numbersProps } from './support/numbers-props';
import { state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const SERVER = { host: '192.0.2.1', port: 5060 };
const desk = (over: Partial<DeskPhone> = {}): DeskPhone => ({ id: 'd0123456789abcdef0123', name: 'Receptionen', createdAt: '2026-03-01T08:15:00.000Z', registered: true, ...over });
const SECRET: DeskPhoneSecret = { phone: desk(), credential: { username: desk().id, password: 'a-password-of-some-length', domain: 'one.example' }, server: SERVER };

interface Scene {
  known?: DeskPhones;
  failure?: CommandError;
  language?: 'sv' | 'en';
}

async function settings({ known = { phones: [desk()], server: SERVER }, failure, language = 'sv' }: Scene = {}) {
  const scene = await renderSurface(<OptionsView browser="chrome" version="1.2.3" onAskMicrophone={() => undefined} numbers={numbersProps().props} sound={soundModel()} />, {
    state: state(),
    language,
    prepare: (phone) => {
      phone.deskPhones = known;
      phone.secret = SECRET;
      if (failure !== undefined) phone.answerWith('deskPhones.list', failure);
    },
  });
  return { ...scene, asked: (command: string) => scene.phone.sent.filter((one) => one.command === command).map(({ input }) => input) };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const inDialog = () => within(screen.getByRole('dialog'));

describe('desk phones', () => {
  it.each([
    ['sv', 'IP-telefoner', 'Ansluten'],
    ['en', 'Desk phones', 'Connected'],
  ] as const)('in %s: which, and whether calls ring there', async (language, title, online) => {
    await settings({ language });
    const section = within(screen.getByRole('region', { name: title }));
    const row = await section.findByRole('listitem');
    expect(row.textContent).toBe(`Receptionen${online}`);
  });

  it.each([
    [{ phones: [], server: SERVER }, 'Du har inga IP-telefoner.', true],
    [{ phones: [], server: null }, /tar inte emot IP-telefoner/, false],
  ])('none: says whether one can be added', async (known, sentence, addable) => {
    await settings({ known });
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Lägg till IP-telefon' }) !== null).toBe(addable);
  });

  it('shows that it is loading, and why it failed, with another try', async () => {
    const { phone } = await settings({ failure: 'server-unreachable' });
    expect(screen.getByRole('status', { name: 'Läser in IP-telefoner' })).toBeTruthy();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Servern svarar inte');
    phone.answerWell('deskPhones.list');
    fireEvent.click(within(alert).getByRole('button', { name: 'Försök igen' }));
    expect(await screen.findByText('Receptionen')).toBeTruthy();
  });

  it('are added by a name; what to type into the phone is shown once, each with a button that copies', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText: async (text: string) => void copied.push(text) } } }));
    const { asked } = await settings();
    await screen.findByText('Receptionen');
    press('Lägg till IP-telefon');
    fireEvent.submit(inDialog().getByLabelText('Namn').closest('form') as HTMLFormElement);
    expect(inDialog().getByText(/./, { selector: '.field-error' })).toBeTruthy();
    fireEvent.input(inDialog().getByLabelText('Namn'), { target: { value: ' Hallen ' } });
    fireEvent.submit(inDialog().getByLabelText('Namn').closest('form') as HTMLFormElement);
    expect(await screen.findByText('a-password-of-some-length')).toBeTruthy();
    expect(asked('deskPhones.add')).toEqual([{ name: 'Hallen' }]);
    for (const part of [/autentiseringsnamn/, /Lösenord/, /Domän/, /proxy/]) fireEvent.click(inDialog().getByRole('button', { name: part }));
    await waitFor(() => expect(copied).toEqual([desk().id, 'a-password-of-some-length', 'one.example', '192.0.2.1:5060']));
    fireEvent.click(inDialog().getByRole('button', { name: 'Klar' }));
    expect(screen.queryByText('a-password-of-some-length')).toBeNull();
    vi.unstubAllGlobals();
  });

  it.each([
    ['Ta bort Receptionen', 'Ta bort', 'deskPhones.remove', /slutar genast ringa/],
    ['Nytt lösenord till Receptionen', 'Nytt lösenord', 'deskPhones.renewSecret', /tills du har skrivit in/],
  ])('%s: is asked first, with what follows', async (button, confirm, command, consequence) => {
    const { asked } = await settings();
    await screen.findByText('Receptionen');
    press(button);
    expect(inDialog().getByText(consequence)).toBeTruthy();
    fireEvent.click(inDialog().getByRole('button', { name: 'Avbryt' }));
    expect(asked(command)).toEqual([]);
    press(button);
    fireEvent.click(inDialog().getByRole('button', { name: confirm }));
    await waitFor(() => expect(asked(command)).toEqual([{ id: desk().id }]));
  });

  it('are renamed, and say why that failed', async () => {
    const { phone, asked } = await settings();
    await screen.findByText('Receptionen');
    phone.answerWith('deskPhones.rename', 'server-unreachable');
    press('Byt namn på Receptionen');
    fireEvent.input(inDialog().getByLabelText('Namn'), { target: { value: 'Hallen' } });
    fireEvent.submit(inDialog().getByLabelText('Namn').closest('form') as HTMLFormElement);
    expect((await screen.findByRole('alert')).textContent).toContain('Hallen kunde inte byta namn');
    expect(asked('deskPhones.rename')).toEqual([{ id: desk().id, name: 'Hallen' }]);
  });
});
