import type { BidiContext } from './e2e-bidi';
import type { ChromiumPhone } from './e2e-chromium-phone';
import type { FirefoxPhone } from './e2e-firefox-phone';
import type { Phone } from './e2e-phone';
import { waitFor } from './e2e-wait-for';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A web page with the number card on it, driven by a real pointer and real keys. */
export interface CardPage {
  evaluate<T>(expression: string): Promise<T>;
  move(to: Point): Promise<void>;
  /** Presses, goes there and releases. */
  drag(to: Point): Promise<void>;
  click(times?: number): Promise<void>;
  /** `Control+v` too. */
  key(name: string): Promise<void>;
  /** The value of an expression over `root`, the card's shadow root; null while no card is shown. */
  inCard<T>(expression: string): Promise<T | null>;
  /** As the browser would for the shortcut. */
  command(name: 'next-number' | 'previous-number'): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function openCardPage(phone: Phone, url: string): Promise<CardPage> {
  return phone.browser === 'chromium' ? chromiumPage(phone as ChromiumPhone, url) : firefoxPage(phone as FirefoxPhone, url);
}

/** The call panel may be there too. */
const hostAt = (index: number) => `document.querySelectorAll(':popover-open')[${index}]`;
const HOSTS = 2;

const inRoot = (expression: string) => `root.querySelector('.card') && JSON.stringify({ value: ${expression} })`;

async function firstCard<T>(ask: (index: number) => Promise<string | null>): Promise<T | null> {
  for (let index = 0; index < HOSTS; index++) {
    const answer = await ask(index);
    if (answer !== null) return (JSON.parse(answer) as { value?: T }).value ?? null;
  }
  return null;
}

async function chromiumPage({ chromium }: ChromiumPhone, url: string): Promise<CardPage> {
  const page = await chromium.context.newPage();
  await page.goto(url);
  await page.bringToFront();
  const session = await chromium.context.newCDPSession(page);
  interface DomNode {
    readonly backendNodeId: number;
    readonly shadowRoots?: readonly DomNode[];
  }
  const rootAt = async (index: number) => {
    const { result } = await session.send('Runtime.evaluate', { expression: hostAt(index) });
    if (result.objectId === undefined) return undefined;
    const { node } = await session.send('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true });
    const [root] = (node as DomNode).shadowRoots ?? [];
    if (root === undefined) return undefined;
    return (await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId })).object.objectId;
  };
  return {
    evaluate: (expression) => page.evaluate(expression),
    move: ({ x, y }) => page.mouse.move(x, y, { steps: 4 }),
    async drag({ x, y }) {
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
    },
    async click(times = 1) {
      for (let clickCount = 1; clickCount <= times; clickCount++) {
        await page.mouse.down({ clickCount });
        await page.mouse.up({ clickCount });
      }
    },
    key: (name) => page.keyboard.press(name),
    inCard: (expression) =>
      firstCard(async (index) => {
        const objectId = await rootAt(index);
        if (objectId === undefined) return null;
        const functionDeclaration = `function () { const root = this; return ${inRoot(expression)}; }`;
        const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration, returnByValue: true });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value as string | null;
      }),
    async command(name) {
      const [worker] = chromium.context.serviceWorkers();
      // No key that a protocol sends reaches the browser's own shortcuts.
      await worker?.evaluate(`chrome.commands.onCommand.dispatch('${name}')`);
    },
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

const KEYS: Readonly<Record<string, string>> = Object.freeze({ Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Control: '\uE009' });

async function firefoxPage({ firefox: { bidi } }: FirefoxPhone, url: string): Promise<CardPage> {
  const context = await bidi.openTab(url, 'complete');
  const here = (contexts: readonly BidiContext[]) => contexts.some((one) => one.context === context);
  await waitFor('the page', async () => here(await bidi.contexts()));
  const pointer = (actions: readonly object[]) => bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  const whole = ({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y), duration: 40 });
  const rootAt = async (index: number) => {
    const { result } = await bidi.send<{ result: { value?: { shadowRoot?: { sharedId: string } | null } } }>('script.evaluate', {
      expression: hostAt(index),
      target: { context },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    return result.value?.shadowRoot?.sharedId;
  };
  return {
    evaluate: (expression) => bidi.evaluate(context, expression),
    move: async (to) => void (await pointer([{ type: 'pointerMove', ...whole(to) }])),
    drag: async (to) => void (await pointer([{ type: 'pointerDown', button: 0 }, { type: 'pointerMove', ...whole(to) }, { type: 'pointerUp', button: 0 }])),
    click: async (times = 1) => void (await pointer(Array.from({ length: times }, () => [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]).flat())),
    async key(name) {
      const keys = name.split('+').map((one) => KEYS[one] ?? one);
      const actions = [...keys.map((value) => ({ type: 'keyDown', value })), ...keys.reverse().map((value) => ({ type: 'keyUp', value }))];
      await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    inCard: (expression) =>
      firstCard(async (index) => {
        const sharedId = await rootAt(index);
        if (sharedId === undefined) return null;
        const answer = await bidi.send<{ type: string; result: { value?: string }; exceptionDetails?: { text: string } }>('script.callFunction', {
          functionDeclaration: `(root) => ${inRoot(expression)}`,
          arguments: [{ sharedId }],
          target: { context },
          awaitPromise: false,
        });
        if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'script failed');
        return answer.result.value ?? null;
      }),
    async command(name) {
      // The key the extension gave the browser's window, as if pressed.
      const letter = name === 'next-number' ? 'N' : 'P';
      await bidi.evaluateInChrome(`document.querySelector('keyset[id^=ext-keyset] key[key="${letter}"]').doCommand()`);
    },
    async screenshot(path) {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      const { writeFileSync } = await import('node:fs');
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    close: async () => void (await bidi.send('browsingContext.close', { context })),
  };
}
