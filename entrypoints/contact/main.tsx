import { computed } from '@preact/signals';
import { i18n } from '#i18n';
import { ContactView } from '@/components/contacts/contact-view';
import { mountSurface } from '@/components/surface/mount-surface';
import { createWords, type Words } from '@/components/words/words';
import { historyOwner } from '@/utils/contract/history-entry';
import { contactNumber } from '@/utils/domain/phone-number/contact-number';
import { connectPhone } from '@/utils/messaging/connect-phone';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createContactForm } from '@/utils/models/contact-form-model';
import { createModels } from '@/utils/models/context';
import { systemClock } from '@/utils/platform/host/clock';
import { createContactStore } from '@/utils/storage/contact-store';
import { ContactsDatabase } from '@/utils/storage/contacts-database';

const models = createModels({
  phone: connectPhone(),
  clock: systemClock,
  region: regionOfLanguages(navigator.languages),
  loadFormatter: () => import('@/utils/domain/phone-number/format'),
});
const form = createContactForm({
  number: new URLSearchParams(location.search).get('number')?.slice(0, 40) ?? '',
  owner: computed(() => models.phone.account.value && historyOwner(models.phone.account.value)),
  region: models.region,
  formatter: models.formatter,
  store: createContactStore(new ContactsDatabase()),
  readNumber: contactNumber,
  now: systemClock.now,
  randomId: () => crypto.randomUUID(),
});

mountSurface(
  { models, words: createWords(i18n.t as Words['t'], navigator.languages) },
  <ContactView form={form} onClose={() => window.close()} />,
);
window.addEventListener('pagehide', () => form.dispose(), { once: true });
