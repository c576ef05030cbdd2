import { writeFileSync } from 'node:fs';
import type { Cdp } from './e2e-cdp';
import type { Role, Surface } from './e2e-surface';
import { waitFor } from './e2e-wait-for';

interface AxNode {
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
}

/** A page of a Chromium that nobody but this session debugs. */
export function cdpSurface(cdp: Cdp, targetId: string, session: string): Surface {
  const find = async (accessibleName: string, role?: Role): Promise<number | undefined> => {
    const { root } = await cdp.send<{ root: { backendNodeId: number } }>('DOM.getDocument', {}, session);
    const query = { backendNodeId: root.backendNodeId, accessibleName, ...(role !== undefined && { role }) };
    const { nodes } = await cdp.send<{ nodes: AxNode[] }>('Accessibility.queryAXTree', query, session);
    return nodes.find((node) => !node.ignored && node.backendDOMNodeId !== undefined)?.backendDOMNodeId;
  };
  const clickNode = async (backendNodeId: number) => {
    await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId }, session);
    const { quads } = await cdp.send<{ quads: number[][] }>('DOM.getContentQuads', { backendNodeId }, session);
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? [];
    const at = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, button: 'left', clickCount: 1 };
    for (const type of ['mousePressed', 'mouseReleased']) await cdp.send('Input.dispatchMouseEvent', { type, ...at }, session);
  };
  const evaluate = <T>(expression: string) => cdp.evaluate<T>(session, expression);

  return {
    async click(role, name, timeoutMs = 10_000) {
      await clickNode(await waitFor(`${role} ${name}`, () => find(name, role), timeoutMs));
    },
    async fill(name, text) {
      await clickNode(await waitFor(`field ${name}`, () => find(name, 'textbox')));
      await evaluate('document.activeElement.select?.()');
      await cdp.send('Input.insertText', { text }, session);
    },
    async press(key) {
      const code = key === 'Enter' ? { windowsVirtualKeyCode: 13, text: '\r' } : { text: key };
      for (const type of ['keyDown', 'keyUp']) await cdp.send('Input.dispatchKeyEvent', { type, key, ...code }, session);
    },
    has: async (role, name) => (await find(name, role)) !== undefined,
    text: () => evaluate<string>('document.body.innerText'),
    evaluate,
    async screenshot(path) {
      const { data } = await cdp.send<{ data: string }>('Page.captureScreenshot', {}, session);
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    close: async () => void (await cdp.send('Target.closeTarget', { targetId })),
  };
}
