import { html } from 'hono/html';
import type { Language, Words } from './words';

export type Markup = ReturnType<typeof html>;
export type PageName = 'contacts' | 'customer' | 'mail';

/** People and numbers of the demo company that the pages show: real extensions on this server. */
export interface DemoFace {
  readonly name: string;
  readonly extension: string;
  /** E.164. */
  readonly number: string;
}

export interface PageContext {
  readonly language: Language;
  readonly words: Words;
  readonly robot: DemoFace;
  readonly sipDomain: string;
}

const PATHS: Record<PageName, string> = { contacts: '/demo', customer: '/demo/customer', mail: '/demo/mail' };

const ICONS: Record<PageName | 'phone', string> = {
  contacts: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0',
  customer: 'M4 5h16v14H4zM8 10h4M8 14h8M15 9.5h1.5',
  mail: 'M3.5 6h17v12h-17zM4 7l8 6 8-6',
  phone: 'M6 4h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2Z',
};

export const icon = (name: keyof typeof ICONS) =>
  html`<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${ICONS[name]}" /></svg>`;

const initialsOf = (name: string) => name.split(/\s+/).map((part) => part.charAt(0)).slice(0, 2).join('');

/** Initials on one of eight hues, always the same for a name. */
export const avatar = (name: string, size: 'small' | 'large' = 'small') => {
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 8;
  return html`<span class="avatar avatar-${size} hue-${hue}" aria-hidden="true">${initialsOf(name)}</span>`;
};

/** A page of the CRM around `content`. */
export function layout(page: PageName, context: PageContext, content: Markup) {
  const { words, language } = context;
  const other = language === 'sv' ? 'en' : 'sv';
  const link = (name: PageName) =>
    html`<a class="nav-link" href="${PATHS[name]}?lang=${language}" ${name === page ? html`aria-current="page"` : ''}>${icon(name)}<span>${words[name]}</span></a>`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${words[page]} – Nordkund</title>
        <link rel="icon" href="/demo/nordkund.svg" />
        <link rel="stylesheet" href="/demo/nordkund.css" />
        <script src="/demo/nordkund.js" type="module"></script>
      </head>
      <body>
        <nav class="side">
          <a class="brand" href="${PATHS.contacts}?lang=${language}"><img src="/demo/nordkund.svg" alt="" width="28" height="28" /><span>Nordkund<small>${words.tagline}</small></span></a>
          ${link('contacts')}${link('customer')}${link('mail')}
          <a class="nav-language" href="${PATHS[page]}?lang=${other}" hreflang="${other}">${words.language}</a>
        </nav>
        <div class="page">
          <header class="top">
            <h1>${words[page]}</h1>
            <button type="button" class="call-me">${icon('phone')}${words.callMe}</button>
            <p class="call-state" role="status" data-calling="${words.callMeCalling}" data-talking="${words.callMeTalking}" data-busy="${words.callMeBusy}" data-failed="${words.callMeFailed}"></p>
          </header>
          <main>${content}</main>
        </div>
      </body>
    </html>`;
}
