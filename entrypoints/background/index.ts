import { defineBackground } from '#imports';
import { startChromeWorker } from './chrome-worker';
import { startFirefoxPage } from './firefox-page';

export default defineBackground({
  persistent: { firefox: true },
  main: () => (import.meta.env.FIREFOX ? startFirefoxPage() : startChromeWorker()),
});
