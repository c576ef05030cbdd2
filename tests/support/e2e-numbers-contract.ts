import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './e2e-bundle';
import { askNumbers, drawnAre, marksAre, seenNumbers, type SeenNumber } from './e2e-marked-numbers';
import type { NumbersBrowser } from './e2e-numbers-browser';
import { Stage } from './e2e-stage';
import type { Surface } from './e2e-surface';
import type { WebSite } from './e2e-web-site';

interface Bench {
  browser(): NumbersBrowser;
  site(): WebSite;
  open(path: string, html: string): Promise<Surface>;
}

/** What marking must do and must leave alone; the same cases in both browsers. */
export function describeNumberMarking(name: string, launch: () => Promise<NumbersBrowser>): void {
  test.describe(name, () => {
    const stage = new Stage();
    let browser: NumbersBrowser;
    let site: WebSite;
    let page: Surface | null = null;
    test.beforeAll(async () => {
      site = await stage.webSite();
      browser = stage.keep(await launch());
    });
    test.afterEach(async () => {
      await page?.close();
      page = null;
    });
    test.afterAll(() => stage.close());
    const bench: Bench = {
      browser: () => browser,
      site: () => site,
      async open(path, html) {
        page = await browser.open(site.page(path, html));
        return page;
      },
    };
    findsCases(bench);
    changesCases(bench);
    untouchedCases(bench);
    frameworkCases(bench);
    frameCases(bench);
    placeCases(bench);
  });
}

function findsCases({ open }: Bench): void {
  test('numbers in text, across inline elements and adjacent text nodes; none in editors, code and links that have one', async () => {
    const page = await open('/finds', `
      <p>Ring <b>070</b>-123 45 67 idag</p>
      <p id="split">Växel </p>
      <p>Rad ett 08-465<br>00 11</p>
      <div contenteditable>08-465 00 12 <span>08-465 00 13</span></div>
      <div role="textbox">08-465 00 14</div><div class="cm-editor"><div>08-465 00 15</div></div>
      <code>08-465 00 16</code><pre>08-465 00 17</pre><kbd>08-465 00 18</kbd><textarea>08-465 00 19</textarea><input value="08-465 00 20">
      <select><option>08-465 00 21</option></select><button>Knapp 08-465 00 22</button>
      <a href="tel:0846500230">08-465 00 23</a> <a href="/kund">08-465 00 24</a>
      <script type="application/json">{"phone":"08-465 00 25"}</script>
      <table><tr><th>Namn<th>Telefon<th>Ordernr<tr><td>Anna<td>0701740607<td>0701740608</table>
      <div style="display:flex"><span>12</span><span>08-465 00 26</span></div>
      <script>for (const part of ['08-', '465 00', ' 27']) split.append(part)</script>`);
    await marksAre(page, ['070-123 45 67', '08-465 00 27', '08-465 00 22', '08-465 00 24', '0701740607', '08-465 00 26']);
  });

  test('numbers in open shadow roots, also of components that come to life later', async () => {
    const page = await open('/shadow', `
      <early-card></early-card><div id="host"></div><late-card></late-card>
      <script>
        const card = (text) => class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>Ring ' + text + '</p><inner-card></inner-card>'; } };
        customElements.define('early-card', card('08-465 00 30'));
        host.attachShadow({ mode: 'open' }).innerHTML = '<p>Ring 08-465 00 31</p>';
        customElements.define('inner-card', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>Ring 08-465 00 32</p>'; } });
        addEventListener('load', () => setTimeout(() => customElements.define('late-card', card('08-465 00 33')), 700));
      </script>`);
    await marksAre(page, ['08-465 00 30', '08-465 00 32', '08-465 00 31', '08-465 00 33', '08-465 00 32']);
    await page.evaluate(`host.shadowRoot.querySelector('p').firstChild.data = 'Ring 08-465 00 34'`);
    await marksAre(page, ['08-465 00 30', '08-465 00 32', '08-465 00 34', '08-465 00 33', '08-465 00 32']);
  });
}

function changesCases({ open }: Bench): void {
  test('text changed in place, parted, added and taken away', async () => {
    const page = await open('/changes', '<p id="one">Ring 08-465 00 40</p><p id="two">Ring 08-465 00 41</p>');
    await marksAre(page, ['08-465 00 40', '08-465 00 41']);
    await page.evaluate(`one.firstChild.data = 'Ring 08-465 00 42 nu'`);
    await marksAre(page, ['08-465 00 42', '08-465 00 41']);
    await page.evaluate(`one.firstChild.splitText(8)`);
    await marksAre(page, ['08-465 00 42', '08-465 00 41']);
    await page.evaluate(`two.firstChild.data = 'Ingen'`);
    await marksAre(page, ['08-465 00 42']);
    await page.evaluate(`two.innerHTML = '<b>08</b>-465 00 43'`);
    await marksAre(page, ['08-465 00 42', '08-465 00 43']);
    await page.evaluate(`two.querySelector('b').remove()`);
    await marksAre(page, ['08-465 00 42']);
    await page.evaluate(`document.body.insertAdjacentHTML('afterbegin', '<p>Ring 08-465 00 44</p>')`);
    await marksAre(page, ['08-465 00 44', '08-465 00 42']);
    await page.evaluate(`one.setAttribute('contenteditable', '')`);
    await marksAre(page, ['08-465 00 44']);
    await page.evaluate(`one.removeAttribute('contenteditable')`);
    await marksAre(page, ['08-465 00 44', '08-465 00 42']);
    await page.evaluate(`document.body.replaceChildren()`);
    await marksAre(page, []);
  });

  test('a list that shows other rows in the same nodes as it is scrolled', async () => {
    const page = await open('/virtual', `
      <div id="list" style="height:200px;overflow:auto"><div style="height:20000px;position:relative" id="inner"></div></div>
      <script>
        const phone = (at) => '08-465 ' + (10 + at % 90) + ' ' + (10 + at * 7 % 90);
        const rows = Array.from({ length: 12 }, () => inner.appendChild(Object.assign(document.createElement('div'), { style: 'position:absolute;height:20px' })));
        const show = () => { const from = Math.floor(list.scrollTop / 20); rows.forEach((row, at) => { row.style.top = (from + at) * 20 + 'px'; row.textContent = 'Telefon ' + phone(from + at); }); };
        window.shown = () => rows.map((row) => row.textContent.slice(8));
        list.addEventListener('scroll', show); show();
      </script>`);
    for (const top of [0, 800, 12_345, 60]) {
      await page.evaluate(`new Promise((done) => { list.scrollTop = ${top}; requestAnimationFrame(() => requestAnimationFrame(done)); })`);
      await marksAre(page, await page.evaluate<string[]>('window.shown()'));
    }
  });
}

/** Does what scripts of a page do, and keeps what its own observer is told. */
const RECORDING = `<div id="area"><p>Ring <b>08</b>-465 00 50</p><p>Växel 08-465 00 51</p></div><div contenteditable id="editor">Ring 08-465 00 52</div>
  <script>
    const records = [];
    const observer = new MutationObserver((all) => all.forEach((one) => records.push([one.type, one.target.nodeName, one.attributeName, one.oldValue, one.addedNodes.length, one.removedNodes.length])));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true, attributeOldValue: true, characterDataOldValue: true });
    window.act = async () => {
      const pause = () => new Promise((done) => setTimeout(done, 300));
      await pause();
      area.insertAdjacentHTML('beforeend', '<p>Ring <i>08</i>-465 00 53</p>'); await pause();
      area.firstElementChild.lastChild.data = '-465 00 54'; await pause();
      editor.textContent = 'Ring 08-465 00 55'; await pause();
      area.append(area.firstElementChild); await pause();
      area.normalize(); area.lastElementChild.remove(); await pause();
      return { records, html: document.documentElement.innerHTML, texts: [...area.querySelectorAll('*')].map((one) => one.childNodes.length) };
    };
  </script>`;

function untouchedCases({ open, browser, site }: Bench): void {
  test('markup, text nodes and what the page’s observers see are the same as without the extension', async () => {
    const page = await open('/records', RECORDING);
    await marksAre(page, ['08-465 00 50', '08-465 00 51']);
    const seen = await page.evaluate<{ records: unknown[] }>('window.act()');
    const bare = await browser().open(site().page('/bare/records', RECORDING));
    const without = await bare.evaluate<{ records: unknown[] }>('window.act()');
    await bare.close();
    expect(without.records.length).toBeGreaterThan(5);
    expect(JSON.stringify(seen)).toBe(JSON.stringify(without));
  });

  test('an editor is typed in, and nothing in it is marked', async () => {
    const page = await open('/editor', '<div contenteditable id="editor" style="height:60px"></div><p>Ring 08-465 00 56</p>');
    await page.evaluate(`editor.focus(), document.execCommand('insertText', false, 'Ring 08-465 00 57')`);
    await marksAre(page, ['08-465 00 56']);
    expect(await page.evaluate(`editor.innerHTML`)).toBe('Ring 08-465 00 57');
  });

  test('under a strict policy with Trusted Types', async () => {
    const policy = `default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
    const page = await open('/strict', `<meta http-equiv="Content-Security-Policy" content="${policy}"><p>Ring 08-465 00 58</p>`);
    await marksAre(page, ['08-465 00 58']);
    await drawnAre(page, 1);
  });

  test('a page that sets its own style sheets and clears the highlights has them drawn again with the next change', async () => {
    const page = await open('/sheets', '<p>Ring 08-465 00 59</p>');
    await drawnAre(page, 1);
    await page.evaluate(`(document.adoptedStyleSheets = [new CSSStyleSheet()], CSS.highlights.clear(), document.body.append('Växel 08-465 00 60'))`);
    await drawnAre(page, 2);
    expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(2);
  });

  test('nothing is left when it ends', async () => {
    const page = await open('/end', '<p>Ring 08-465 00 61</p>');
    await drawnAre(page, 1);
    await askNumbers(page, 'end');
    expect(await page.evaluate('[CSS.highlights.size, document.adoptedStyleSheets.length]')).toEqual([0, 0]);
  });
}

function frameworkCases({ open }: Bench): void {
  for (const framework of ['react', 'vue']) {
    test(`a ${framework} page renders, reorders and removes marked numbers 1,000 times without an error`, async () => {
      const dir = mkdtempSync(join(tmpdir(), 'one-page-'));
      await bundle(new URL(`./numbers-pages/${framework}-page.ts`, import.meta.url).pathname, dir, 'page.js');
      const script = readFileSync(join(dir, 'page.js'), 'utf8').replaceAll('</script', '<\\/script');
      rmSync(dir, { recursive: true });
      const page = await open(`/${framework}`, `<div id="app"></div><script>${script}</script>`);
      for (let from = 0; from < 1_000; from += 250) {
        await page.evaluate(`window.page.run(${from}, ${from + 250})`);
        await marksAre(page, await page.evaluate<string[]>('window.page.shown()'));
      }
      expect(await page.evaluate('window.page.errors')).toEqual([]);
    });
  }
}

function frameCases({ open, site }: Bench): void {
  test('in frames: srcdoc, sandboxed and of another origin', async () => {
    const other = site().page('/framed', '<p>Ring 08-465 00 70</p>').replace('127.0.0.1', 'localhost');
    const page = await open('/frames', `<iframe srcdoc="<p>Ring 08-465 00 71</p>"></iframe><iframe sandbox="allow-scripts" srcdoc="<p>Ring 08-465 00 72</p>"></iframe><iframe src="${other}"></iframe>`);
    await marksAre(page, ['08-465 00 71'], 'frames[0]');
    await marksAre(page, ['08-465 00 72'], 'frames[1]');
    await marksAre(page, ['08-465 00 70'], 'frames[2]');
  });
}

function placeCases({ open }: Bench): void {
  test('only numbers near the view are drawn, others when they come near', async () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => `<p style="height:30px">Ring 08-465 ${10 + (at % 90)} ${10 + ((at * 7) % 90)}</p>`).join('');
    const page = await open('/far', `${rows}<p id="last">Ring 08-111 22 34</p>`);
    await expect.poll(() => page.evaluate<number>(`CSS.highlights.get('one-number')?.size ?? 0`)).toBeGreaterThan(10);
    const drawn = await page.evaluate<number>(`CSS.highlights.get('one-number').size`);
    expect(drawn).toBeLessThan(300);
    await page.evaluate('last.scrollIntoView()');
    await expect.poll(() => page.evaluate<number>(`CSS.highlights.get('one-number').size`)).not.toBe(drawn);
    const place = await page.evaluate<{ x: number; y: number }>(`(() => { const range = document.createRange(); range.setStart(last.firstChild, 6); range.setEnd(last.firstChild, 8); const { x, y } = range.getBoundingClientRect(); return { x: x + 4, y: y + 4 }; })()`);
    // The rest of the page may still have to be read.
    await expect.poll(async () => (await askNumbers<SeenNumber | null>(page, 'at', place))?.dial).toBe('+4681112234');
  });

  test('numbers that the browser has not laid out yet are drawn when it does, also with what is shown later', async () => {
    const part = (at: number) => `<section style="content-visibility:auto;contain-intrinsic-size:auto 600px;height:600px"><p>Ring 08-465 00 ${at}</p></section>`;
    const page = await open('/unseen', `${[10, 11, 12, 13, 14, 15].map(part).join('')}<section id="shut" style="content-visibility:hidden"><p>Ring 08-465 00 16</p></section>`);
    await expect.poll(async () => (await seenNumbers(page)).length).toBe(6);
    const underPoint = async (section: string) => {
      const place = await page.evaluate<{ x: number; y: number }>(`(() => { const text = ${section}.querySelector('p').firstChild; const range = document.createRange(); range.setStart(text, 6); range.setEnd(text, 8); const { x, y } = range.getBoundingClientRect(); return { x: x + 4, y: y + 4 }; })()`);
      return (await askNumbers<SeenNumber | null>(page, 'at', place))?.dial ?? null;
    };
    const drawn = () => page.evaluate<number>(`CSS.highlights.get('one-number').size`);
    expect(await drawn()).toBeLessThan(6);
    await page.evaluate('shut.scrollIntoView()');
    await expect.poll(() => underPoint('shut.previousElementSibling')).toBe('+4684650015');
    expect(await underPoint('shut')).toBe(null);
    await page.evaluate(`shut.style.contentVisibility = 'visible'`);
    await page.evaluate('shut.scrollIntoView()');
    await expect.poll(() => underPoint('shut')).toBe('+4684650016');
  });

  test('the number under a point, and none where something covers it', async () => {
    const page = await open('/point', `<p>Ring 08-465 00 80 nu</p><div id="cover" style="position:fixed;inset:0;background:#fff8" hidden></div><my-box></my-box>
      <script>customElements.define('my-box', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>Ring 08-465 00 81</p>'; } })</script>`);
    await marksAre(page, ['08-465 00 80', '08-465 00 81']);
    const at = async (number: SeenNumber | undefined, dx = 5) => {
      const rect = number?.rects[0];
      return (await askNumbers<SeenNumber | null>(page, 'at', { x: (rect?.x ?? 0) + dx, y: (rect?.y ?? 0) + 5 }))?.text ?? null;
    };
    const [plain, shadowed] = await seenNumbers(page);
    expect([await at(plain), await at(shadowed), await at(plain, -10), await at(plain, 600)]).toEqual(['08-465 00 80', '08-465 00 81', null, null]);
    await page.evaluate('cover.hidden = false');
    expect([await at(plain), await at(shadowed)]).toEqual([null, null]);
  });
}
