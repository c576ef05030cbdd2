import { browser } from '#imports';
import type { OwnIdentity } from './caller';

export function ownIdentity(): OwnIdentity {
  return { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
}
