import { mkdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { isIdle } from './e2e-actions';
import { openCardPage, type CardPage, type Point } from './e2e-card-page';
import type { Phone } from './e2e-phone';
import { waitFor } from './e2e-wait-for';
import type { WebSite } from './e2e-web-site';
import { word } from './e2e-words';

/** What the card must do in the same way in both browsers. */
interface CardScene {
  readonly phone: Phone;
  readonly site: WebSite;
  /** E.164 of somebody who can be called, of a Swedish landline with area code 8. */
  readonly number: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the browser draws the text of `#id`. */
const boxOf = (page: CardPage, id: string) =>
  page.evaluate<Box>(`(() => { const range = document.createRange(); range.selectNodeContents(document.getElementById('${id}')); const { left, top, right, bottom } = range.getBoundingClientRect(); return { left, top, right, bottom }; })()`);
const middle = ({ left, top, right, bottom }: Box): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

const BUTTON = (name: string) => `[...root.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(name)})`;
const isShown = async (page: CardPage) => (await page.inCard<boolean>('true')) === true;

export function numberCard(scene: () => CardScene): void {
  let page: CardPage;
  const say = (key: string) => word(key, scene().phone.language);
  const national = () => scene().number.replace(/^\+468(\d{3})(\d{3})(\d{2})$/, '08-$1 $2 $3');

  const open = async (html: string) => {
    page = await openCardPage(scene().phone, scene().site.page('/kort', html));
    // The panel of a call that has just ended goes away by itself, and would be a change of the page.
    await waitFor('no call panel', () => page.evaluate<boolean>(`document.querySelector(':popover-open') === null`));
    await page.move({ x: 2, y: 2 });
  };
  /** The hand comes with the mark, so it tells when the page has been read. */
  const pointAt = async (id: string) => {
    const at = middle(await boxOf(page, id));
    await waitFor(`the mark on ${id}`, async () => {
      await page.move({ x: 2, y: 2 });
      await page.move(at);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))');
      return (await page.evaluate<string>(`getComputedStyle(document.getElementById('${id}')).cursor`)) === 'pointer';
    });
    return at;
  };
  const hover = async (id: string) => {
    await pointAt(id);
    await waitFor('the card', () => isShown(page));
  };
  /** Clicks a button of the card, once it takes clicks. */
  const press = async (key: string) => {
    const name = say(key);
    const box = await waitFor(`button ${name}`, () => page.inCard<Box>(`${BUTTON(name)} && (({ left, top, right, bottom }) => ({ left, top, right, bottom }))(${BUTTON(name)}.getBoundingClientRect())`));
    await page.move(middle(box));
    await page.evaluate('new Promise((done) => setTimeout(() => done(true), 220))');
    await page.click();
  };
  const calls = async () => (await (await scene().phone.popup()).text()).split(say('history.outgoing')).length - 1;
  const calledOnce = async (before: number) => {
    await isIdle(scene().phone, 20_000);
    await waitFor('the call in the history', async () => (await calls()) > before);
    expect(await calls(), 'calls').toBe(before + 1);
  };

  test.afterEach(async () => page.close());

  test('a click on a number in a text calls it; a double click selects and calls no more', async () => {
    await open(`<p>Ring <span id="n">${national()}</span> i dag</p>`);
    const before = await calls();
    await pointAt('n');
    await page.click(2);
    expect(await page.evaluate<string>('getSelection().toString()')).not.toBe('');
    await calledOnce(before);
  });

  test('a drag over it, a click of a script, and a click the page handles call nobody', async () => {
    await open(`<p id="n">${national()}</p><p><button onclick="window.pressed = true"><span id="b">${national()}</span></button></p>
      <p id="own">${national()}</p><script>own.addEventListener('click', (event) => { event.preventDefault(); window.owned = true; })</script>`);
    const before = await calls();
    await pointAt('n');
    const box = await boxOf(page, 'n');
    await page.move({ x: box.left + 1, y: (box.top + box.bottom) / 2 });
    await page.drag({ x: box.right - 1, y: (box.top + box.bottom) / 2 });
    expect((await page.evaluate<string>('getSelection().toString()')).replace(/\s/g, '')).toContain('08-');
    await page.evaluate(`(() => { for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) n.dispatchEvent(new MouseEvent(type, { bubbles: true, detail: 1, clientX: ${box.left + 9}, clientY: ${box.top + 9} })); })()`);
    await page.move(middle(await boxOf(page, 'b')));
    await page.click();
    await page.move(middle(await boxOf(page, 'own')));
    await page.click();
    expect(await page.evaluate<boolean[]>('[window.pressed, window.owned]')).toEqual([true, true]);
    await page.evaluate('getSelection().removeAllRanges()');
    // A real call after all of them proves that none was made before it.
    await page.move(middle(box));
    await page.evaluate('new Promise((done) => setTimeout(() => done(true), 600))');
    await page.click();
    await calledOnce(before);
  });

  test('the card says what is known, covers no number, and leaves nothing behind', async () => {
    await open(`<p>Maria <span id="n">${national()}</span></p><p style="position:fixed;bottom:4px;right:4px" id="low">070-174 06 07</p><input id="field">
      <script>window.heard = []; for (const type of ['keydown', 'keyup', 'click']) addEventListener(type, (event) => heard.push(event.key ?? type), true)</script>`);
    const markup = await page.evaluate<string>('document.documentElement.outerHTML');
    for (const id of ['n', 'low']) {
      await hover(id);
      const country = new Intl.DisplayNames([scene().phone.language], { type: 'region' }).of('SE') ?? '';
      await waitFor('the country', async () => (await page.inCard<string>(`root.querySelector('.line').textContent`))?.includes(country));
      const card = await page.inCard<Box>(`(({ left, top, right, bottom }) => ({ left, top, right, bottom }))(root.querySelector('.card').getBoundingClientRect())`);
      const number = await boxOf(page, id);
      const view = await page.evaluate<Point>('({ x: document.documentElement.clientWidth, y: document.documentElement.clientHeight })');
      if (card === null) throw new Error('the card went away');
      expect(card.bottom <= number.top || card.top >= number.bottom, 'the number can be seen').toBe(true);
      expect([card.left >= 0, card.top >= 0, card.right <= view.x, card.bottom <= view.y]).toEqual([true, true, true, true]);
      await page.key('Escape');
      expect(await isShown(page)).toBe(false);
    }
    expect(await page.evaluate<string[]>('heard')).toEqual([]);
    await page.move({ x: 2, y: 2 });
    await expect.poll(() => page.evaluate<string>('document.documentElement.outerHTML'), 'the page as it was').toBe(markup);
  });

  test('its buttons call and copy; another press than a person’s does nothing', async () => {
    await open(`<p id="n">${national()}</p><textarea id="field"></textarea>`);
    const before = await calls();
    await hover('n');
    await page.inCard(`${BUTTON(say('numbers.call'))}.click()`);
    await press('numbers.copy');
    await waitFor('Copied', () => page.inCard<boolean>(`root.textContent.includes(${JSON.stringify(say('numbers.copied'))})`));
    await page.evaluate('field.focus()');
    await page.key('Control+v');
    await waitFor('the number in the field', async () => (await page.evaluate<string>('field.value')) === national());
    await press('numbers.call');
    await calledOnce(before);
    expect(await isShown(page)).toBe(false);
  });

  test('the shortcut steps from number to number with the focus in the card, and gives it back', async () => {
    await open(`<input id="field"><p id="n">${national()}</p><p><a id="l" href="tel:+46701740608">Erik</a></p><p style="margin-top:3000px" id="far">040-10 20 30</p>`);
    const before = await calls();
    await pointAt('n');
    await page.move({ x: 2, y: 2 });
    await page.evaluate('field.focus()');
    const label = () => page.inCard<string>(`root.querySelector('[role=dialog]').getAttribute('aria-label')`);
    const labels = [/08-.*1 \S+ 3$/, /070-174 06 08.*2 \S+ 3$/, /040-10 20 30.*3 \S+ 3$/];
    for (const wanted of labels) {
      await page.command('next-number');
      await waitFor(String(wanted), async () => wanted.test((await label()) ?? ''));
      expect(await page.inCard<string>('root.activeElement.textContent')).toBe(say('numbers.call'));
      const rings = `[root.querySelector('.ring'), root.activeElement].map((one) => getComputedStyle(one).outline.includes('solid 2px'))`;
      expect(await page.inCard<boolean[]>(rings), 'rings round the number and the button').toEqual([true, true]);
    }
    expect(await page.evaluate<boolean>('scrollY > 1000'), 'what is stepped to is scrolled to').toBe(true);
    await page.key('Tab');
    expect(await page.inCard<string>('root.activeElement.textContent')).toBe(say('numbers.sms'));
    await page.key('Escape');
    expect([await isShown(page), await page.evaluate<string>('document.activeElement.id')]).toEqual([false, 'field']);
    await page.evaluate('scrollTo(0, 0)');
    await page.command('previous-number');
    await waitFor('a card', () => isShown(page));
    await page.command('previous-number');
    await waitFor('the first number', async () => labels[0]?.test((await label()) ?? ''));
    await page.evaluate('new Promise((done) => setTimeout(() => done(true), 250))');
    await page.key('Enter');
    await calledOnce(before);
  });

  test('the shortcut goes on to links in shadow roots and to other frames, and comes round', async () => {
    await open(`<p id="n">${national()}</p><div id="host"></div><iframe id="frame" srcdoc="<p id=in>040-10 20 30</p>"></iframe>
      <script>host.attachShadow({ mode: 'open' }).innerHTML = '<a href="tel:+46701740608">Erik</a>'</script>`);
    const inFrame = (expression: string) => page.evaluate<boolean>(`(({ document }) => ${expression})(frame.contentWindow)`);
    const { left, top } = await page.evaluate<Box>('frame.getBoundingClientRect().toJSON()');
    await waitFor('the mark in the frame', async () => {
      await page.move({ x: 2, y: 2 });
      await page.move({ x: left + 40, y: top + 30 });
      return inFrame(`getComputedStyle(document.getElementById('in')).cursor === 'pointer'`);
    });
    await pointAt('n');
    await page.move({ x: 2, y: 2 });
    const label = () => page.inCard<string>(`root.querySelector('[role=dialog]').getAttribute('aria-label')`);
    const next = () => page.command('next-number');
    await next();
    await waitFor('the first number', async () => /08-.*1 \S+ 2$/.test((await label()) ?? ''));
    await next();
    await waitFor('the link in the shadow root', async () => /070-174 06 08.*2 \S+ 2$/.test((await label()) ?? ''));
    await next();
    await waitFor('the card in the frame, with the focus', () => inFrame(`document.hasFocus() && document.querySelector(':popover-open') !== null`));
    expect(await isShown(page), 'a card in the page').toBe(false);
    await next();
    await waitFor('the first number again', async () => /08-.*1 \S+ 2$/.test((await label()) ?? ''));
    await waitFor('no card in the frame', () => inFrame(`document.querySelector(':popover-open') === null`));
  });

  test('“Not a number” takes the mark away, and Undo brings it back', async () => {
    await open(`<p id="n">${national()}</p>`);
    await hover('n');
    await press('numbers.notANumber');
    await waitFor('the offer to undo', () => page.inCard<boolean>(`root.textContent.includes(${JSON.stringify(say('numbers.notANumberDone'))})`));
    const at = middle(await boxOf(page, 'n'));
    await waitFor('no hand over it', async () => {
      await page.move({ x: 400, y: 400 });
      await page.move(at);
      return (await page.evaluate<string>(`getComputedStyle(n).cursor`)) !== 'pointer';
    });
    await press('numbers.undo');
    await hover('n');
  });

  test('on a page with a strict policy the card has its looks, also inside an open dialog', async () => {
    await open(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'">
      <p>Utanför</p><dialog id="dialog"><p id="n">${national()}</p></dialog>`);
    await page.evaluate('dialog.showModal()');
    await hover('n');
    expect(await page.inCard<string>(`getComputedStyle(root.querySelector('.card')).borderRadius`)).toBe('10px');
    const box = await page.inCard<Box>(`(({ left, top, right, bottom }) => ({ left, top, right, bottom }))(root.querySelector('.card').getBoundingClientRect())`);
    if (box === null) throw new Error('the card went away');
    const { x, y } = middle(box);
    expect(await page.evaluate<boolean>(`document.elementFromPoint(${x}, ${y}).matches(':popover-open')`), 'it can be pressed').toBe(true);
  });
}

/** For people to look at, where `SCREENSHOTS` says. */
export function pictures(scene: () => CardScene): void {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  test('pictures', async () => {
    const { phone, site } = scene();
    mkdirSync(folder, { recursive: true });
    const page = await openCardPage(phone, site.page('/bild', '<p style="font:15px system-ui;margin:32px">Maria Bergström <span id="n">070-174 06 07</span></p>'));
    const at = middle(await boxOf(page, 'n'));
    await waitFor('the card', async () => {
      await page.move({ x: 2, y: 2 });
      await page.move(at);
      await page.evaluate('new Promise((done) => setTimeout(() => done(true), 500))');
      return isShown(page);
    });
    await page.screenshot(`${folder}/number-card-${phone.browser}-${phone.language}.png`);
    await page.close();
  });
}
