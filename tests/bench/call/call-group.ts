import { FATIMA, JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import type { Samples } from '../metrics';
import { answerAndHold } from './answer-and-hold';
import { answerToAudio } from './answer-to-audio';
import { onBenchStage, ROUNDS } from './bench-stage';
import { callCpu } from './call-cpu';
import { clickToInvite, clickToInviteCold } from './click-to-invite';
import { inviteToPanel } from './invite-to-panel';
import { manyCalls } from './many-calls';
import { panelFollow } from './panel-follow';
import { popupUsable } from './popup-usable';
import { reregister } from './reregister';
import { transferAttended } from './transfer-attended';

/** Without a pause in which the first sound would be late; too short a call for noise suppression to take it away. */
const STEADY = { onMs: 500, offMs: 0 };

/** What an agent waits for: real browsers, Kamailio, the One server. */
export async function callGroup(): Promise<Samples> {
  const cold = await onBenchStage((bench) => clickToInviteCold(bench, ROUNDS));
  const warm = await onBenchStage(async (bench) => {
    const karin = await bench.phone(KARIN, { hertz: 440, pulse: STEADY });
    await karin.closePopup();
    const clicks = await clickToInvite(bench, karin, ROUNDS);
    const panel = await inviteToPanel(bench, karin, ROUNDS);
    const follow = await panelFollow(bench, karin, ROUNDS);
    const popup = await popupUsable(karin, ROUNDS);
    const again = await reregister(bench, ROUNDS);
    const johan = await bench.phone(JOHAN, { hertz: 880, pulse: STEADY });
    const audio = await answerToAudio(karin, johan, ROUNDS);
    const cpu = await callCpu(karin, johan, 3);
    const other = await bench.phone(FATIMA, { hertz: 660, pulse: STEADY });
    const hold = await answerAndHold(bench, karin, johan, other, ROUNDS);
    const handedOn = await transferAttended(karin, johan, other, ROUNDS);
    await johan.close();
    await other.close();
    const heap = await manyCalls(bench, karin);
    return {
      'click-to-invite': clicks,
      'invite-to-panel': panel,
      'answer-to-audio': audio,
      'popup-usable': popup,
      reregister: again,
      'answer-and-hold': hold,
      'transfer-attended': handedOn,
      'panel-follow': follow,
      'call-cpu': cpu,
      'heap-500-calls': heap,
    };
  });
  return { 'click-to-invite-cold': cold, ...warm };
}
