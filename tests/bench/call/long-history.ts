import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

const ROWS = 50_000;
/** Frames of one scroll, and how far each goes on: 9,000 px a second, a fast turn of the wheel. */
const FRAMES = 240;
const STEP_PX = 150;

/** Puts calls of two years beside those the account has made, in the extension's own page. */
const FILL = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('history');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const writing = database.transaction('calls', 'readwrite');
    const calls = writing.objectStore('calls');
    const now = Date.now();
    calls.openCursor().onsuccess = ({ target }) => {
      const { account } = target.result.value;
      for (let at = 0; at < ${ROWS}; at++) {
        const startedAt = now - at * 1_200_000 - 60_000;
        const missed = at % 9 === 0;
        calls.put({
          id: 'bench-' + at, account, direction: at % 3 === 0 ? 'outgoing' : 'incoming', number: '+4684650' + String(10_000 + (at % 80_000)), name: at % 4 === 0 ? null : 'Kund ' + (at % 700),
          startedAt, answeredAt: missed ? null : startedAt + 4_000, endedAt: startedAt + 64_000, reason: missed ? 'cancelled' : 'remote-hung-up', missed, unseen: 0, toldBy: 'phone',
        });
      }
    };
    writing.oncomplete = () => { database.close(); resolve(true); };
    writing.onerror = () => reject(writing.error);
  };
})`;

/** Milliseconds between the frames of a scroll through the list, from where it is. */
const SCROLL = `new Promise((resolve) => {
  const list = document.querySelector('.history-list');
  const gaps = [];
  let last = null;
  const turn = (now) => {
    if (last !== null) gaps.push(now - last);
    last = now;
    if (gaps.length >= ${FRAMES}) return resolve(gaps);
    list.scrollTop += ${STEP_PX};
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
})`;

/** Milliseconds between frames while a history of 50,000 calls is scrolled: from its top, and again from its middle. The account has made a call before. */
export async function longHistory(karin: ChromiumPhone): Promise<number[]> {
  const popup = await karin.popup();
  await popup.evaluate(FILL);
  await karin.closePopup();
  const anew = await karin.popup();
  await anew.click('button', word('nav.history'));
  const height = () => anew.evaluate<number>(`document.querySelector('.history-list')?.scrollHeight ?? 0`);
  // A row is some 60 px high: everything has been read.
  await waitFor('the whole history', async () => (await height()) > ROWS * 40, 30_000);
  const fromTop = await anew.evaluate<number[]>(SCROLL);
  await anew.evaluate(`document.querySelector('.history-list').scrollTop = document.querySelector('.history-list').scrollHeight / 2; true`);
  const fromMiddle = await anew.evaluate<number[]>(SCROLL);
  await karin.closePopup();
  const all = [...fromTop, ...fromMiddle];
  const sorted = [...all].sort((a, b) => a - b);
  console.log(`  history-scroll: median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)}, longest ${sorted.at(-1)?.toFixed(0)}`);
  return all;
}
