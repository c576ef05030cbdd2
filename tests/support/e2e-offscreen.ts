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
    const target = await waitFor('the offscreen document', () => this.target());
    if (this.session?.targetId !== target.targetId) {
      this.session = { targetId: target.targetId, sessionId: await this.cdp.attach(target.targetId) };
    }
    return this.cdp.evaluate<T>(this.session.sessionId, expression);
  }

  heard(): Promise<HeardTone | null> {
    return this.evaluate<HeardTone | null>(heardToneExpression('document'));
  }
}
