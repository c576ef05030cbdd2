import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { contactsPage } from './contacts-page';
import { customerPage } from './customer-page';
import type { DemoFace, PageContext } from './layout';
import { mailPage } from './mail-page';
import { WORDS, type Language } from './words';

export interface PagesOptions {
  readonly robot: DemoFace;
  readonly sipDomain: string;
}

const FILES = { 'nordkund.css': 'text/css; charset=utf-8', 'nordkund.js': 'text/javascript; charset=utf-8', 'nordkund.svg': 'image/svg+xml' };
/** As strict as a real CRM's, so that the extension is shown to work under it. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const languageOf = (asked: string | undefined, accepts: string | undefined): Language =>
  asked === 'sv' || asked === 'en' ? asked : /^\s*en\b/i.test(accepts ?? '') ? 'en' : 'sv';

/** The pages of the CRM "Nordkund", to be mounted under /demo. */
export function createPages({ robot, sipDomain }: PagesOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('content-security-policy', POLICY);
    context.header('x-content-type-options', 'nosniff');
  });
  for (const [path, page] of [['/', contactsPage], ['/customer', customerPage], ['/mail', mailPage]] as const) {
    app.get(path, (context) => {
      const language = languageOf(context.req.query('lang'), context.req.header('accept-language'));
      const values: PageContext = { language, words: WORDS[language], robot, sipDomain };
      return context.html(page(values));
    });
  }
  for (const [name, type] of Object.entries(FILES)) {
    app.get(`/${name}`, async (context) => context.body(await readFile(new URL(name, import.meta.url), 'utf8'), 200, { 'content-type': type }));
  }
  return app;
}
