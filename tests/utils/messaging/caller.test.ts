import { describe, expect, it } from 'vitest';
import { commandSchemas, type CommandName } from '@/utils/contract/commands';
import { callerOf, mayAsk } from '@/utils/messaging/caller';
import type { MessageName, Sender } from '@/utils/messaging/messenger';
import { shellMessageSchemas } from '@/utils/messaging/shell-messages';
import { optionsTabSender, OWN, pageSender, panelSender, popupSender, workerSender } from '@/tests/support/senders';

const ALL = [...Object.keys(commandSchemas), ...Object.keys(shellMessageSchemas)] as MessageName[];
const allowed = (sender: Sender, redeemed = false) => ALL.filter((name) => mayAsk(callerOf(sender, OWN), name, () => redeemed));

describe('who a sender is', () => {
  it.each([
    ['the popup', popupSender, 'extension'],
    ['the worker', workerSender, 'extension'],
    ['a page of ours in a tab', optionsTabSender, 'extension'],
    ['a content script', pageSender(1), 'page'],
    ['a content script in about:blank', { ...pageSender(1, 4), url: 'about:blank' }, 'page'],
    ['the panel page', panelSender(1), 'panel'],
    ['the panel page opened as a tab', panelSender(1, 0), 'panel'],
    ['a page of ours that somebody framed', { ...optionsTabSender, frameId: 2 }, 'foreign'],
    ['another extension', { ...popupSender, id: 'other' }, 'foreign'],
    ['a content script of another extension', { ...pageSender(1), url: 'chrome-extension://other/x.html' }, 'foreign'],
    ['an origin that begins like ours', { id: OWN.id, url: `${OWN.origin}.evil.example/popup.html`, tab: { id: 1 } }, 'foreign'],
    ['nobody we can name', { id: OWN.id }, 'foreign'],
  ] as const)('%s', (_, sender, kind) => {
    expect(callerOf(sender, OWN).kind).toBe(kind);
  });
});

describe('which site a page is', () => {
  const siteOf = (sender: Partial<Sender>) => {
    const caller = callerOf({ ...pageSender(1), ...sender }, OWN);
    return caller.kind === 'page' ? caller.site : null;
  };
  it.each<[string, Partial<Sender>, { frame: string | null; top: string | null }]>([
    ['a page', {}, { frame: 'crm.example', top: 'crm.example' }],
    ['one on a port', { url: 'http://127.0.0.1:8443/x' }, { frame: '127.0.0.1:8443', top: '127.0.0.1:8443' }],
    ['a file', { url: 'file:///home/me/x.html' }, { frame: 'file:///', top: 'file:///' }],
    ['a frame', { frameId: 4, url: 'https://ads.example/' }, { frame: 'ads.example', top: null }],
    ['a frame, where the tab is told', { frameId: 4, url: 'https://ads.example/', tab: { id: 1, url: 'https://crm.example/' } }, { frame: 'ads.example', top: 'crm.example' }],
    ['a frame its page wrote', { frameId: 4, url: 'about:srcdoc', origin: 'https://crm.example' }, { frame: 'crm.example', top: null }],
    ['a sandboxed frame', { frameId: 4, url: 'about:srcdoc', origin: 'null' }, { frame: null, top: null }],
  ])('%s', (_, sender, site) => {
    expect(siteOf(sender)).toEqual(site);
  });
});

describe('what they may ask', () => {
  it('lets a page dial and nothing else of the phone, and tell and ask about numbers', () => {
    const numbers = ['numbers.describe', 'numbers.notANumber', 'numbers.siteOff', 'numbers.finderData', 'numbers.cardParts', 'numbers.offer', 'numbers.underMenu', 'contacts.openAdd'];
    expect(allowed(pageSender(1))).toEqual(['phone.dial', 'panel.hello', 'shell.ensureHost', ...numbers]);
    expect(allowed(pageSender(1, 3))).toEqual(['phone.dial', 'shell.ensureHost', ...numbers]);
  });

  it('has nothing of the extension speak for a page’s site', () => {
    for (const name of ['numbers.notANumber', 'numbers.siteOff', 'numbers.offer', 'numbers.underMenu'] as const) {
      expect(allowed(popupSender)).not.toContain(name);
      expect(allowed(panelSender(1), true)).not.toContain(name);
    }
  });

  it('lets a panel without a ticket only hand one in', () => {
    expect(allowed(panelSender(1))).toEqual(['panel.redeem', 'shell.ensureHost']);
  });

  it('lets the panel with its ticket handle calls, and never accounts', () => {
    const names = allowed(panelSender(1), true);
    expect(names).toContain('phone.answer');
    expect(names).toContain('phone.hangUp');
    expect(names).toEqual(expect.arrayContaining(['phone.hold', 'phone.resume', 'phone.silence', 'phone.transfer', 'phone.consult', 'phone.completeTransfer', 'phone.takeBack', 'phone.conference', 'phone.split', 'people.search']));
    expect(allowed(pageSender(1)).filter((name) => name.startsWith('phone.') || name.startsWith('people.'))).toEqual(['phone.dial']);
    expect(names.filter((name) => /^(account|sessions|history|microphone|host)\./.test(name))).toEqual([]);
  });

  it.each(['sessions.list', 'sessions.revoke', 'deskPhones.list', 'deskPhones.add', 'deskPhones.renewSecret'] as const)('%s is for our own pages, never for a page or its panel', (name) => {
    expect(allowed(optionsTabSender)).toContain(name);
    const others = [pageSender(1), pageSender(1, 3), panelSender(1), { ...optionsTabSender, frameId: 2 }];
    for (const sender of others) expect(allowed(sender, true)).not.toContain(name);
  });

  it('lets our own pages ask for every command', () => {
    expect(allowed(popupSender)).toEqual(expect.arrayContaining(Object.keys(commandSchemas) as CommandName[]));
  });

  it('lets foreigners ask for nothing', () => {
    expect(allowed({ ...popupSender, id: 'other' }, true)).toEqual([]);
  });
});
