import type { Sender } from '@/utils/messaging/messenger';
import type { OwnIdentity } from '@/utils/messaging/caller';

export const OWN: OwnIdentity = { id: 'abcdef', origin: 'chrome-extension://abcdef' };

export const popupSender: Sender = { id: OWN.id, url: `${OWN.origin}/popup.html` };
export const workerSender: Sender = { id: OWN.id, url: `${OWN.origin}/background.js` };
export const optionsTabSender: Sender = { id: OWN.id, url: `${OWN.origin}/options.html`, tab: { id: 3 }, frameId: 0 };

export const pageSender = (tabId: number, frameId = 0): Sender => ({
  id: OWN.id,
  url: 'https://crm.example/contacts',
  tab: { id: tabId },
  frameId,
  documentId: `page-${tabId}-${frameId}`,
});

export const panelSender = (tabId: number, frameId = 7): Sender => ({
  id: OWN.id,
  url: `${OWN.origin}/panel.html`,
  tab: { id: tabId },
  frameId,
  documentId: `panel-${tabId}-${frameId}`,
});
