import { browser } from '#imports';
import type { Messenger } from '@/utils/messaging/messenger';
import type { OffscreenApi } from '@/utils/platform/offscreen/supervisor';

const PAGE = '/offscreen.html';

export function offscreenApi(messenger: Messenger): OffscreenApi {
  return {
    async exists() {
      const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
      return contexts.length > 0;
    },
    // With AUDIO_PLAYBACK alone Chrome closes the document after 30 s of silence.
    create: () =>
      browser.offscreen.createDocument({
        url: PAGE,
        reasons: ['WEB_RTC', 'USER_MEDIA', 'AUDIO_PLAYBACK'],
        justification: 'The telephone: calls go on while no page of the extension is open.',
      }),
    close: () => browser.offscreen.closeDocument(),
    ping: () => messenger.send('host.view', {}),
  };
}
