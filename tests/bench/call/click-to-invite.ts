import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import { chromiumPhone, type ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { connected, tryToSignIn } from '@/tests/support/e2e-actions';
import type { Surface } from '@/tests/support/e2e-surface';
import type { SipDevice } from '@/tests/support/sip-client';
import { isRegistered, isRequest, sampled, tapped, type BenchStage } from './bench-stage';

// The click event is the extension's own; mouseup is the last trusted event before it that a page sees.
const PAGE = `<script>addEventListener('mouseup', (event) => { window.clickedAt = performance.timeOrigin + event.timeStamp; }, true)</script>
<p><a href="tel:${JOHAN.fixedNumber}">Ring</a></p>`;

/** An agent's next click comes no sooner after a call: by then the next offer has been gathered. ms. */
const BETWEEN_CALLS = 1_000;

/** Trusted click on a number in a page until its INVITE is at the edge's door, in ms. The call is turned down as busy. */
async function clickOnce(bench: BenchStage, crm: Surface, callee: SipDevice): Promise<number> {
  const mark = bench.tap.messages.all.length;
  await crm.click('link', 'Ring');
  const invite = await tapped(bench.tap, mark, 'an INVITE', isRequest('INVITE', 'phone'));
  const clickedAt = await crm.evaluate<number>('window.clickedAt');
  const incoming = await callee.calls.next();
  await incoming.session.reject({ statusCode: 486 });
  await tapped(bench.tap, mark, 'the end of the call', (one) => one.from === 'edge' && one.text.startsWith('SIP/2.0 486'));
  return invite.at - clickedAt;
}

export async function clickToInvite(bench: BenchStage, karin: ChromiumPhone, rounds: number): Promise<number[]> {
  const site = await bench.stage.webSite();
  const callee = await bench.device(JOHAN);
  const crm = await karin.webPage(site.page('/', PAGE));
  const samples = await sampled('click-to-invite', rounds, async () => {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_CALLS));
    return clickOnce(bench, crm, callee);
  });
  await crm.close();
  await callee.unregister();
  return samples;
}

/** The same in a browser that was just started, signed in, registered, and has not opened the microphone. */
export async function clickToInviteCold(bench: BenchStage, rounds: number): Promise<number[]> {
  const site = await bench.stage.webSite();
  const callee = await bench.device(JOHAN);
  const profileDir = mkdtempSync(join(tmpdir(), 'one-chromium-'));
  const first = await chromiumPhone({ profileDir });
  await tryToSignIn(first, bench.tap.url, KARIN);
  await connected(first, 20_000);
  await first.close();
  try {
    return await sampled('click-to-invite-cold', rounds, async () => {
      const mark = bench.tap.messages.all.length;
      const phone = await chromiumPhone({ profileDir });
      try {
        await tapped(bench.tap, mark, 'the registration', isRegistered);
        return await clickOnce(bench, await phone.webPage(site.page('/', PAGE)), callee);
      } finally {
        await phone.close();
      }
    });
  } finally {
    rmSync(profileDir, { recursive: true, force: true });
    await callee.unregister();
  }
}
