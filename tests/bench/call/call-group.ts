import { FATIMA, JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { unprocessed } from '@/tests/support/e2e-unprocessed';
import type { Samples } from '../metrics';
import { answerAndHold } from './answer-and-hold';
import { answerToAudio } from './answer-to-audio';
import { onBenchStage, ROUNDS } from './bench-stage';
import { callCpu } from './call-cpu';
import { clickToInvite, clickToInviteCold } from './click-to-invite';
import { inviteToPanel } from './invite-to-panel';
import { longHistory } from './long-history';
import { manyCalls } from './many-calls';
import { panelFollow } from './panel-follow';
import { popupUsable } from './popup-usable';
import { reregister } from './reregister';
import { transferAttended } from './transfer-attended';

/** Without a pause in which the first sound would be late. */
const STEADY = { onMs: 500, offMs: 0 };

/** What an agent waits for: real browsers, Kamailio, the One server. A figure that cannot be taken does not take the others along. */
export async function callGroup(): Promise<Samples> {
  const samples: Record<string, readonly number[]> = {};
  const take = async (name: string, measure: () => Promise<readonly number[]>) => {
    try {
      samples[name] = await measure();
    } catch (error) {
      console.error(`  ${name} could not be measured:`, error);
    }
  };
  await take('click-to-invite-cold', () => onBenchStage((bench) => clickToInviteCold(bench, ROUNDS)));
  await onBenchStage(async (bench) => {
    const karin = await bench.phone(KARIN, { hertz: 440, pulse: STEADY });
    await karin.closePopup();
    await take('click-to-invite', () => clickToInvite(bench, karin, ROUNDS));
    await take('invite-to-panel', () => inviteToPanel(bench, karin, ROUNDS));
    await take('panel-follow', () => panelFollow(bench, karin, ROUNDS));
    await take('popup-usable', () => popupUsable(karin, ROUNDS));
    await take('reregister', () => reregister(bench, ROUNDS));
    const johan = await unprocessed(await bench.phone(JOHAN, { hertz: 880, pulse: STEADY }));
    await take('history-scroll', () => longHistory(karin));
    await take('call-cpu', () => callCpu(karin, johan, 3));
    await unprocessed(karin);
    await take('answer-to-audio', () => answerToAudio(karin, johan, ROUNDS));
    const other = await unprocessed(await bench.phone(FATIMA, { hertz: 660, pulse: STEADY }));
    await take('answer-and-hold', () => answerAndHold(bench, karin, johan, other, ROUNDS));
    await take('transfer-attended', () => transferAttended(karin, johan, other, ROUNDS));
  });
  await take('heap-500-calls', () => onBenchStage(async (bench) => manyCalls(bench, await bench.phone(KARIN, { hertz: 440 }))));
  return samples;
}
