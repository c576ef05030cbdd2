import { writeFileSync } from 'node:fs';
import type { Bidi, BidiNode } from './e2e-bidi';
import type { Role, Surface } from './e2e-surface';
import { waitFor } from './e2e-wait-for';

const KEYS: Readonly<Record<string, string>> = Object.freeze({ Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Backspace: '\uE003', Shift: '\uE008' });

/** A frame that the page may take away and put back is looked up for each use. */
export type ContextSource = string | (() => Promise<string>);

/** One Firefox browsing context: a tab, a popup-type window or a frame. */
export function bidiSurface(bidi: Bidi, source: ContextSource): Surface {
  const where = async () => (typeof source === 'string' ? source : source());
  const locate = async (value: { role?: Role; name: string }, context: string): Promise<BidiNode | undefined> => {
    const locator = { type: 'accessibility', value };
    const { nodes } = await bidi.send<{ nodes: BidiNode[] }>('browsingContext.locateNodes', { context, locator });
    return nodes[0];
  };
  const click = async (node: BidiNode, context: string) => {
    const origin = { type: 'element', element: { sharedId: node.sharedId } };
    const actions = [{ type: 'pointerMove', x: 0, y: 0, origin }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  };
  const type = async (keys: readonly string[]) => {
    const context = await where();
    // `Shift+Enter`: all down, then all up.
    const actions = keys.flatMap((key) => {
      const chord = key.length > 1 && key.includes('+') ? key.split('+').map((one) => KEYS[one] ?? one) : [key];
      return [...chord.map((value) => ({ type: 'keyDown', value })), ...chord.toReversed().map((value) => ({ type: 'keyUp', value }))];
    });
    await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
  };
  const pressed = async (found: (context: string) => Promise<BidiNode | undefined>) => {
    const context = await where();
    const node = await found(context);
    if (node === undefined) return false;
    await click(node, context);
    return true;
  };

  return {
    click: async (role, name, timeoutMs = 10_000) => void (await waitFor(`${role} ${name}`, () => pressed((context) => locate({ role, name }, context)), timeoutMs)),
    async fill(name, text) {
      await waitFor(`field ${name}`, () => pressed(async (context) => (await locate({ role: 'textbox', name }, context)) ?? locate({ name }, context)));
      await bidi.evaluate(await where(), 'document.activeElement.select?.()');
      await type([KEYS['Backspace'] ?? '', ...text]);
    },
    press: (key) => type([KEYS[key] ?? key]),
    has: async (role, name) => (await locate({ role, name }, await where())) !== undefined,
    text: async () => bidi.evaluate<string>(await where(), 'document.body.innerText'),
    evaluate: async (expression) => bidi.evaluate(await where(), expression),
    async screenshot(path) {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context: await where() });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    close: async () => bidi.send('browsingContext.close', { context: await where() }),
  };
}
