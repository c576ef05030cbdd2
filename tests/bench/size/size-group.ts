import type { Samples } from '../metrics';
import { contentGzip, popupGzip } from './built-size';
import { contentHeap } from './content-heap';
import { hostMemory } from './host-memory';

/** What the extension weighs, in every page and at rest. */
export async function sizeGroup(): Promise<Samples> {
  const heap = await contentHeap(5);
  const host = await hostMemory(3);
  const samples = { 'content-gzip': [contentGzip()], 'content-heap': heap, 'host-memory': host, 'popup-gzip': [popupGzip()] };
  for (const [name, values] of Object.entries(samples)) console.log(`  ${name}: ${values.map((value) => value.toFixed(2)).join(' ')}`);
  return samples;
}
