import { browser } from '#imports';
import { i18n } from '#i18n';
import { DialView } from '@/components/dial/dial-view';
import { mountSurface } from '@/components/surface/mount-surface';
import { createWords, type Words } from '@/components/words/words';
import { historyOwner } from '@/utils/contract/history-entry';
import { readNumber } from '@/utils/domain/phone-number/read-number';
import { connectPhone } from '@/utils/messaging/connect-phone';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { createDialRequest } from '@/utils/models/dial-request-model';
import { systemClock } from '@/utils/platform/host/clock';
import { createContactStore } from '@/utils/storage/contact-store';
import { ContactsDatabase } from '@/utils/storage/contacts-database';

const contacts = createContactStore(new ContactsDatabase());
const models = createModels({
  phone: connectPhone(),
  clock: systemClock,
  region: regionOfLanguages(navigator.languages),
});
const request = createDialRequest({
  uri: new URLSearchParams(location.search).get('uri')?.slice(0, 200) ?? '',
  phone: models.phone,
  region: models.region,
  // An address is the number and nothing else: nothing is looked for inside it.
  read: (uri, region, account) => readNumber(uri, { region, addresses: account?.kind === 'sip', find: () => [] }),
  nameOf: async (account, number) => (await contacts.withNumber(historyOwner(account), number))?.name ?? null,
});

/** The link's page is behind this one; opened from elsewhere, the tab has nothing to go back to. */
function leave(): void {
  if (history.length > 1) return history.back();
  void browser.tabs.getCurrent().then((tab) => (tab?.id === undefined ? window.close() : browser.tabs.remove(tab.id)));
}

// In a frame of somebody else's page a click could be stolen.
if (window.top === window) {
  mountSurface(
    {
      models,
      words: createWords(i18n.t as Words['t'], navigator.languages),
      actions: { openSettings: () => void browser.runtime.openOptionsPage() },
    },
    <DialView request={request} onDone={leave} />,
  );
  window.addEventListener('pagehide', () => request.dispose(), { once: true });
}
