import type { Browser } from 'puppeteer-core';
import { waitFor } from './e2e-wait-for';

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface BidiValue {
  type: string;
  value?: unknown;
}

export interface BidiNode {
  readonly sharedId: string;
}

export interface BidiContext {
  readonly context: string;
  readonly url: string;
  readonly children: readonly BidiContext[];
}

/**
 * WebDriver BiDi on puppeteer's own connection. Extension pages cannot be driven through puppeteer's `Page`:
 * its `goto` waits for events Firefox does not send for them.
 */
export class Bidi {
  private readonly connection: BidiConnection;

  constructor(browser: Browser) {
    // The public type says CDP connection or nothing; for Firefox it is the BiDi one.
    this.connection = (browser as unknown as { connection: BidiConnection }).connection;
  }

  async send<T>(method: string, params: object): Promise<T> {
    return (await this.connection.send(method, params)).result as T;
  }

  /** JSON value of an expression; promises are awaited. */
  async evaluate<T>(context: string, expression: string): Promise<T> {
    const wrapped = `Promise.resolve(${expression}).then((value) => JSON.stringify(value === undefined ? null : value))`;
    const answer = await this.send<{ type: string; result: BidiValue; exceptionDetails?: { text: string } }>('script.evaluate', {
      expression: wrapped,
      target: { context },
      awaitPromise: true,
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'script failed');
    return JSON.parse(String(answer.result.value)) as T;
  }

  async contexts(scope: 'content' | 'chrome' = 'content'): Promise<readonly BidiContext[]> {
    const { contexts } = await this.send<{ contexts: BidiContext[] }>('browsingContext.getTree', scope === 'chrome' ? { 'moz:scope': 'chrome' } : {});
    return contexts;
  }

  /** Runs in the browser's own privileged window. */
  async evaluateInChrome<T>(expression: string): Promise<T> {
    const window = (await this.contexts('chrome')).find((context) => context.url.includes('browser.xhtml'));
    if (window === undefined) throw new Error('no browser window');
    return this.evaluate<T>(window.context, expression);
  }

  /**
   * A new tab in the first window, in front. Left to itself Firefox puts it into the window used last, and in the
   * call window it would hide the page that lends the microphone.
   * `none` does not wait for its load, which extension pages never report.
   */
  async openTab(url: string, wait: 'none' | 'complete' = 'none'): Promise<string> {
    const [first] = await this.contexts();
    const { context } = await this.send<{ context: string }>('browsingContext.create', { type: 'tab', referenceContext: first?.context });
    // The tab's own first page may still be loading and take the navigation down with it (NS_BINDING_ABORTED).
    await waitFor(`navigation to ${url}`, async () => {
      await this.send('browsingContext.navigate', { context, url, wait });
      return true;
    });
    await this.send('browsingContext.activate', { context });
    return context;
  }
}
