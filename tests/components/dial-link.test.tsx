import { signal } from '@preact/signals';
import { screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { DialView } from '@/components/dial/dial-view';
import type { PhoneState } from '@/utils/contract/phone-state';
import { readNumber } from '@/utils/domain/phone-number/read-number';
import { createDialRequest, type DialRequestModel } from '@/utils/models/dial-request-model';
import { createPhoneModel } from '@/utils/models/phone-model';
import { signedOut, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';
import { trustedClick } from './support/trusted-click';

afterEach(() => vi.restoreAllMocks());

async function open(uri: string, now: PhoneState = state(), name: string | null = null) {
  const onDone = vi.fn();
  const dialled: string[] = [];
  const held = signal(now);
  const phone = createPhoneModel({
    state: held,
    send: (async (_: string, input: { target: string }) => {
      dialled.push(input.target);
      return { ok: true, callId: 'c' };
    }) as never,
  });
  const request: DialRequestModel = createDialRequest({
    uri,
    phone,
    region: signal('SE'),
    read: (text, region, account) => readNumber(text, { region, addresses: account?.kind === 'sip', find: () => [] }),
    nameOf: async () => name,
  });
  await renderSurface(<DialView request={request} onDone={onDone} />, { state: now });
  return { onDone, dialled };
}

/** The page's clock, from which a press has its time. */
const passed = (ms: number) => {
  const now = performance.now();
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockReturnValue(now + ms);
};

it('shows what a link would call, and calls it for a person alone', async () => {
  const { onDone, dialled } = await open('tel:+46701740607', state(), 'Maria Bergström');
  expect(await screen.findByText('Ringa Maria Bergström?')).toBeTruthy();
  expect(screen.getByText('070-174 06 07')).toBeTruthy();
  const call = screen.getByRole('button', { name: 'Ring' });
  expect(document.activeElement).toBe(call);
  passed(600);
  call.click();
  expect(dialled).toEqual([]);
  await trustedClick(call);
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  expect(dialled).toEqual(['+46701740607']);
});

it('takes no press that came as it opened: it was meant for the page before', async () => {
  const { dialled } = await open('tel:+46701740607');
  passed(100);
  await trustedClick(screen.getByRole('button', { name: 'Ring' }));
  expect(dialled).toEqual([]);
});

it.each([
  ['tel:nobody', state(), 'Länken innehåller inget telefonnummer'],
  ['', state(), 'Länken innehåller inget telefonnummer'],
  ['tel:+46701740607', signedOut(), 'Logga in för att ringa från länkar.'],
] as const)('offers no call for %j where there is none to make', async (uri, now, sentence) => {
  await open(uri, now);
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ring' })).toBeNull();
});
