import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRunDir, testKamailio } from '../../support/kamailio-edge';
import { openStage, type EdgeStage } from '../../support/sip-edge-stage';

describe('a phone that stops ringing', () => {
  const { runDir, remove } = makeRunDir('cancel');
  let stage: EdgeStage;
  beforeAll(async () => {
    stage = await openStage(({ domain }) => testKamailio({ runDir, domain }));
  });
  afterAll(async () => {
    await stage.clear();
    await stage.close();
    remove();
  });

  // Kamailio holds back the CANCEL of a branch that has not answered yet, and then forgets the text of its Reason.
  it('hears that another answered, even when its own ringing and the answer cross', async () => {
    const [caller, first, second] = [await stage.phone(), await stage.phone(), await stage.phone()];
    for (const dialled of ['1', '2', '3', '4', '5']) {
      stage.server.plan(dialled, stage.ring([first, second]));
      const call = caller.call(dialled);
      const [answers, rings] = [await first.calls.next(), await second.calls.next()];
      await Promise.all([rings.session.progress(), answers.session.accept()]);
      const cancel = await rings.cancels.next();
      expect(cancel.request.getHeader('Reason')).toBe('SIP;cause=200;text="Call completed elsewhere"');
      await call.done;
      await call.session.bye();
      await stage.server.whole(call.callId);
    }
  });
});
