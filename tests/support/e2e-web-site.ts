import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebSite {
  readonly url: string;
  /** Sets what a path answers with; `headers`: a page's own rules for what it lets in, or its content type: what is no HTML goes out as it is. */
  page(path: string, html: string, headers?: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

/** A small web site: the CRM whose numbers are clicked. */
export async function startWebSite(): Promise<WebSite> {
  const pages = new Map<string, { readonly html: string; readonly headers: Readonly<Record<string, string>> }>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://site').pathname);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    page(path, html, headers = {}) {
      const whole = headers['content-type'] !== undefined;
      pages.set(path, { html: whole ? html : `<!doctype html><html lang="sv"><meta charset="utf-8"><title>CRM</title>${html}</html>`, headers });
      return `${url}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
