import { describe, expect, it } from 'vitest';
import { FakeNumberFinder } from '@/tests/support/fake-number-finder';
import { LoadedFinder } from '@/utils/platform/page/numbers/loaded-finder';

const settled = () => new Promise((done) => setTimeout(done));

describe('the finder of a page', () => {
  it('comes when it is needed, as it is, and makes the rest in turns with the page when that is needed', async () => {
    const finder = new FakeNumberFinder();
    const done: string[] = [];
    let left = 3;
    finder.warm = () => (done.push('part'), --left > 0);
    const loaded = new LoadedFinder(() => Promise.resolve(finder), () => done.push('ready'), () => (done.push('page'), Promise.resolve()));
    expect([loaded.now(), loaded.need(), loaded.need()]).toEqual([null, true, true]);
    await settled();
    expect([loaded.now(), done]).toEqual([finder, ['ready']]);
    expect(loaded.need()).toBe(true);
    await settled();
    expect(done).toEqual(['ready', 'page', 'part', 'page', 'part', 'page', 'part', 'ready']);
  });

  it('is asked for three times, and then done without', async () => {
    let asked = 0;
    const loaded = new LoadedFinder(() => (asked++, Promise.reject(new Error('gone'))), () => undefined, () => Promise.resolve());
    for (let time = 0; time < 3; time++) {
      expect(loaded.need()).toBe(true);
      await settled();
    }
    expect([loaded.need(), asked, loaded.now()]).toEqual([false, 3, null]);
  });
});
