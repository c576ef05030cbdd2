import { writeFileSync } from 'node:fs';
import type { Bidi, BidiNode } from './e2e-bidi';
import type { Role, Surface } from './e2e-surface';
import { waitFor } from './e2e-wait-for';

const KEYS: Readonly<Record<string, string>> = Object.freeze({ Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Backspace: '\uE003' });

/** One Firefox browsing context: a tab, a popup-type window or a frame. */
export function bidiSurface(bidi: Bidi, context: string): Surface {
  const locate = async (value: { role?: Role; name: string }): Promise<BidiNode | undefined> => {
    const locator = { type: 'accessibility', value };
    const { nodes } = await bidi.send<{ nodes: BidiNode[] }>('browsingContext.locateNodes', { context, locator });
    return nodes[0];
  };
  const click = async (node: BidiNode) => {
    const origin = { type: 'element', element: { sharedId: node.sharedId } };
    const actions = [{ type: 'pointerMove', x: 0, y: 0, origin }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  };
  const type = async (keys: readonly string[]) => {
    const actions = keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
  };
  const field = (name: string) => waitFor(`field ${name}`, async () => (await locate({ role: 'textbox', name })) ?? locate({ name }));

  return {
    async click(role, name, timeoutMs = 10_000) {
      await waitFor(`${role} ${name}`, async () => {
        const node = await locate({ role, name });
        if (node === undefined) return false;
        await click(node);
        return true;
      }, timeoutMs);
    },
    async fill(name, text) {
      await click(await field(name));
      await bidi.evaluate(context, 'document.activeElement.select?.()');
      await type([KEYS['Backspace'] ?? '', ...text]);
    },
    press: (key) => type([KEYS[key] ?? key]),
    has: async (role, name) => (await locate({ role, name })) !== undefined,
    text: () => bidi.evaluate<string>(context, 'document.body.innerText'),
    evaluate: (expression) => bidi.evaluate(context, expression),
    async screenshot(path) {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    close: () => bidi.send('browsingContext.close', { context }),
  };
}
