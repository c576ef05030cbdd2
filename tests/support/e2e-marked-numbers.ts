import { expect } from '@playwright/test';
import type { Surface } from './e2e-surface';

export interface SeenNumber {
  readonly text: string;
  readonly dial: string;
  readonly rects: readonly { x: number; y: number; width: number; height: number }[];
}

/** Asks the content script of a frame (`window`, `frames[0]`); it is asked again until it is there. */
export function askNumbers<T>(page: Surface, question: 'all' | 'at' | 'focus' | 'end', { x = 0, y = 0, frame = 'window' } = {}): Promise<T> {
  return page.evaluate<T>(`new Promise((done, fail) => {
    const id = Math.random();
    const timer = setInterval(() => ${frame}.postMessage({ ask: '${question}', id, x: ${x}, y: ${y} }, '*'), 100);
    ${frame}.postMessage({ ask: '${question}', id, x: ${x}, y: ${y} }, '*');
    const end = (act) => { clearInterval(timer); clearTimeout(late); removeEventListener('message', hear); act(); };
    const late = setTimeout(() => end(() => fail(new Error('no content script answers'))), 5000);
    const hear = ({ data }) => { if (data && data.answered === id) end(() => done(data.value)); };
    addEventListener('message', hear);
  })`);
}

export const seenNumbers = (page: Surface, frame = 'window'): Promise<SeenNumber[]> => askNumbers<SeenNumber[]>(page, 'all', { frame });

/** Until these and no others are marked, in the order of the page. */
export async function marksAre(page: Surface, texts: readonly string[], frame = 'window'): Promise<void> {
  await expect.poll(async () => (await seenNumbers(page, frame)).map(({ text }) => text), { timeout: 15_000 }).toEqual(texts);
}

/** Until so many ranges are drawn; both browsers tell how many, not which. */
export async function drawnAre(page: Surface, count: number): Promise<void> {
  await expect.poll(() => page.evaluate<number>(`CSS.highlights.get('one-number')?.size ?? 0`), { timeout: 15_000 }).toBe(count);
}
