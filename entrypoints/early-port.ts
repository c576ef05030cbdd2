import { browser, defineUnlistedScript } from '#imports';
import { openEarlyPort } from '@/utils/messaging/early-port';

/** Runs while the page's modules are still being fetched. */
export default defineUnlistedScript(() => openEarlyPort(globalThis, (name) => browser.runtime.connect({ name })));
