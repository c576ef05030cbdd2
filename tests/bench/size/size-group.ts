import type { Samples } from '../metrics';
import { contentGzip, popupGzip } from './bundle-size';
import { contentHeap } from './content-heap';
import { hostMemory } from './host-memory';

/** What the extension weighs; sizes are of the Chrome build that is there. */
export async function sizeGroup(): Promise<Samples> {
  return {
    'content-gzip': [contentGzip()],
    'content-heap': await contentHeap(5),
    'host-memory': await hostMemory(3),
    'popup-gzip': [popupGzip()],
  };
}
