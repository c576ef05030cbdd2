import { isNamed } from '@/utils/domain/page-site/site-match';
import type { PageFlags } from '@/utils/platform/page/page-flags';

/** What the settings mean for one frame. */
export interface NumbersHere {
  /** Numbers are marked: somebody is signed in, it is switched on, and neither this frame nor a page around it is off. */
  readonly on: boolean;
  /** Digits, as `exceptionText` writes them, that are no number here. */
  readonly exceptions: ReadonlySet<string>;
}

export function numbersHere({ dial, numbers }: PageFlags, addresses: readonly string[]): NumbersHere {
  const off = !dial || !numbers.on || addresses.some((url) => isNamed(url, numbers.sitesOff));
  const exceptions = off ? [] : numbers.exceptions.filter(({ site }) => addresses.some((url) => isNamed(url, [site])));
  return { on: !off, exceptions: new Set(exceptions.map(({ text }) => text)) };
}

/**
 * Addresses of this frame and of those around it, as far as the browser tells: Chrome gives the origin of every
 * ancestor; Firefox without `ancestorOrigins` those of the same origin, and the referrer of a direct child.
 */
export function frameAddresses(scope: Window): string[] {
  const { location, top, parent, document } = scope;
  // A page that was written into the frame (about:srcdoc) has the origin of who wrote it.
  const own = [location.href, scope.origin];
  if (top === scope) return own;
  const ancestors = (location as { ancestorOrigins?: Iterable<string> }).ancestorOrigins;
  return [...own, ...(ancestors ?? (parent === top ? [document.referrer] : [])), ...addressOf(top)];
}

function addressOf(frame: Window | null): string[] {
  try {
    return frame === null ? [] : [frame.location.href];
  } catch {
    // Of another origin.
    return [];
  }
}
