import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { AccountSection } from '@/components/options/account-section';
import { PopupView } from '@/components/popup/popup-view';
import { state } from './support/phone-states';
import { renderSurface } from './support/render-surface';
import { trustedClick } from './support/trusted-click';

const receiving = (value: boolean) => ({ command: 'account.setReceiving', input: { receiving: value } });

describe.each([
  ['sv', 'Ansluten · Tar inte emot samtal', 'Ta emot inkommande samtal'],
  ['en', 'Connected · Not receiving calls', 'Receive incoming calls'],
] as const)('in %s', (language, header, label) => {
  it('the popup says in its header that nothing rings here, and its menu switches it', async () => {
    const { phone } = await renderSurface(<PopupView />, { language, state: state({ receiving: false }) });
    expect(screen.getByRole('banner').querySelector('b')?.textContent).toBe(header);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(header);
    await trustedClick(screen.getByRole('banner').querySelector('button') as HTMLElement);
    const item = screen.getByRole('menuitemcheckbox', { name: label });
    expect(item.getAttribute('aria-checked')).toBe('false');
    await trustedClick(item);
    expect(phone.sent).toContainEqual(receiving(true));
  });

  it('the settings switch it, and say what that means for other devices', async () => {
    const { phone } = await renderSurface(<AccountSection />, { language, state: state() });
    const box = screen.getByRole('switch', { name: label }) as HTMLInputElement;
    expect([box.checked, box.getAttribute('aria-describedby')]).toEqual([true, expect.any(String)]);
    fireEvent.click(box);
    expect(phone.sent).toContainEqual(receiving(false));
  });
});

it('while calls are received the header says no more than before', async () => {
  await renderSurface(<PopupView />, { state: state() });
  expect(screen.getByRole('banner').querySelector('b')?.textContent).toBe('Ansluten');
});
