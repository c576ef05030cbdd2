import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebSite {
  readonly url: string;
  /** Sets what a path answers with. */
  page(path: string, html: string): string;
  close(): Promise<void>;
}

/** A small web site: the CRM whose numbers are clicked. */
export async function startWebSite(): Promise<WebSite> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const html = pages.get(new URL(request.url ?? '/', 'http://site').pathname);
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    page(path, html) {
      pages.set(path, `<!doctype html><html lang="sv"><meta charset="utf-8"><title>CRM</title>${html}</html>`);
      return `${url}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
