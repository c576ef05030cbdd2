import type { Cdp, CdpTarget } from './e2e-cdp';
import { heardToneExpression, type HeardTone } from './e2e-heard-tone';
import { waitFor } from './e2e-wait-for';

/** Chrome's phone host as a test sees it: its targets, and what it plays. */
export class OffscreenProbe {
  private session: { targetId: string; sessionId: string } | null = null;

  constructor(
    private readonly cdp: Cdp,
    private readonly extensionId: string,
  ) {}

  async target(): Promise<CdpTarget | null> {
    const prefix = `chrome-extension://${this.extensionId}/offscreen`;
    return (await this.cdp.targets()).find((target) => target.url.startsWith(prefix)) ?? null;
  }

  async worker(): Promise<CdpTarget | null> {
    const prefix = `chrome-extension://${this.extensionId}/`;
    return (await this.cdp.targets()).find((target) => target.type === 'service_worker' && target.url.startsWith(prefix)) ?? null;
  }

  async evaluate<T>(expression: string): Promise<T> {
    return this.cdp.evaluate<T>(await this.attached(), expression);
  }

  /** What the host holds on to after a collection: bytes of heap, and peer connections. */
  async held(): Promise<{ heap: number; connections: number }> {
    const session = await this.attached();
    // A console that somebody looks at keeps what was written to it.
    await this.cdp.send('Runtime.discardConsoleEntries', {}, session);
    for (let time = 0; time < 2; time++) await this.cdp.send('HeapProfiler.collectGarbage', {}, session);
    const { usedSize } = await this.cdp.send<{ usedSize: number }>('Runtime.getHeapUsage', {}, session);
    const { result } = await this.cdp.send<{ result: { objectId: string } }>('Runtime.evaluate', { expression: 'RTCPeerConnection.prototype' }, session);
    const { objects } = await this.cdp.send<{ objects: { description: string; objectId: string } }>(
      'Runtime.queryObjects',
      { prototypeObjectId: result.objectId },
      session,
    );
    const connections = Number(/\((\d+)\)/.exec(objects.description)?.[1]);
    await this.cdp.send('Runtime.releaseObject', { objectId: objects.objectId }, session);
    return { heap: usedSize, connections };
  }

  heard(): Promise<HeardTone | null> {
    return this.evaluate<HeardTone | null>(heardToneExpression('document'));
  }

  private async attached(): Promise<string> {
    const target = await waitFor('the offscreen document', () => this.target());
    if (this.session?.targetId !== target.targetId) {
      this.session = { targetId: target.targetId, sessionId: await this.cdp.attach(target.targetId) };
    }
    return this.session.sessionId;
  }
}
