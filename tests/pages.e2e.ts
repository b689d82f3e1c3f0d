import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { PageKind } from '../src/report/addresses.ts';
import { attacks } from './hostile/attacks.ts';
import { hostileFaults } from './hostile/page-faults.ts';
import { axeViolations } from './site/axe-violations.ts';
import { pageFaults } from './site/page-faults.ts';
import { test } from './site/site-test.ts';

const report = '/r/410600/2017/';

/** A page of each kind that the made archive has; where a script fills it, what is there once it has. */
const examples: Readonly<Record<PageKind, readonly (readonly [path: string, filled?: string])[]>> =
  {
    home: [['/']],
    report: [[report]],
    version: [],
    versionDiff: [],
    source: [[`${report}source/`]],
    regions: [['/regions/']],
    region: [['/regions/410000/'], ['/regions/410600/'], ['/regions/110000/']],
    regionTheme: [],
    years: [['/years/']],
    year: [['/years/2017/']],
    yearProvince: [['/years/2017/410000/']],
    themes: [['/themes/']],
    theme: [['/themes/enforcement/']],
    themeYear: [['/themes/enforcement/2017/']],
    themeYearProvince: [],
    indicators: [['/indicators/']],
    indicator: [['/indicators/officers/']],
    indicatorProvince: [],
    problems: [['/problems/']],
    problemsYear: [['/problems/2017/']],
    problemsYearProvince: [],
    plans: [['/plans/']],
    plansYear: [['/plans/2019/']],
    plansYearProvince: [],
    late: [['/late/']],
    lateYear: [['/late/2018/']],
    new: [['/new/']],
    bookmarks: [['/bookmarks/']],
    search: [['/search/'], ['/search/?q=行政复议', '.result']],
    cite: [['/cite/'], [`/cite/?ref=${report}%23p2`, '.citation-resolver blockquote']],
    compare: [['/compare/'], ['/compare/?a=230200-2018&b=410600-2017', '.compare-topic']],
    data: [['/data/']],
    about: [['/about/']],
    citing: [['/about/citing/']],
    method: [['/about/method/']],
    corrections: [['/about/corrections/']],
    design: [['/about/design/']],
    offline: [['/about/offline/']],
    notFound: [['/404.html']],
  };

test.for(Object.values(examples).flat())(
  '%s keeps to the width and breaks no rule of access, however the reader looks at it',
  async ([path, filled], { openPage }) => {
    const page = await openPage(path);
    if (filled !== undefined) await page.locator(filled).first().waitFor();
    expect(await pageFaults(page)).toEqual([]);
  },
);

describe('a report', () => {
  test('is read whole without JavaScript', async ({ openPage }) => {
    const page = await openPage(report, { javaScript: false });
    const json = await page.request.get(new URL('report.txt', page.url()).href);
    const text = await page.locator('[data-report-text]').evaluate((article) => {
      for (const ours of article.querySelectorAll('aside, .supplied')) ours.remove();
      return article.textContent ?? '';
    });
    const bare = (words: string) => words.replace(/\s/g, '');
    for (const line of (await json.text()).split('\n').slice(1, -3))
      expect(bare(text)).toContain(bare(line));
  });

  test('marks in its outline where the reader is', async ({ openPage }) => {
    const page = await openPage(report);
    const current = page.locator('[data-outline] [aria-current]');
    await page.locator('#s7').evaluate((section) => section.scrollIntoView());
    await expect.poll(() => current.getAttribute('href')).toBe('#s7');
    await page.locator('#s2').evaluate((section) => section.scrollIntoView());
    await expect.poll(() => current.getAttribute('href')).toBe('#s2');
  });

  test.for(['#s5.', '#s5。', `#s5${encodeURIComponent('。')}`])(
    'opens its passage where a full stop stuck to the address: %s',
    async (fragment, { openPage }) => {
      const page = await openPage(report + fragment);
      await expect.poll(() => page.evaluate('location.hash')).toBe('#s5');
    },
  );

  test('sets each point on a line of its own and copies none of the breaks', async ({
    openPage,
  }) => {
    const page = await openPage(report);
    const paragraph = page.locator('#p2');
    const tops = await paragraph
      .locator('.point > b')
      .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(tops.length);
    expect(tops.length).toBeGreaterThan(1);
    const copied = await paragraph.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return getSelection()?.toString();
    });
    expect(copied).toBe(await paragraph.evaluate((element) => element.textContent));
  });

  test('says of every field that is not the document’s own whence it comes', async ({
    openPage,
  }) => {
    const page = await openPage(report);
    await page.getByText('原文无标题').waitFor();
    const json = await page.request.get(new URL('report.json', page.url()).href);
    const { basis } = await json.json();
    const supplied = Object.values(basis).filter((word) => word !== null && word !== 'document');
    const said = page.locator('#about-text dt', { hasText: '本库补充' }).locator('+ dd li');
    expect(await said.count()).toBe(supplied.length);
  });

  test('shows the sums that its own figures give, each leading to its paragraph', async ({
    openPage,
  }) => {
    const page = await openPage('/r/230200/2018/');
    const sum = page.locator('.section-sum', { hasText: '27 = 14 + 1 + 4 + 4 + 4' });
    const paragraph = page.locator((await sum.getAttribute('href')) ?? '');
    const text = (await paragraph.textContent()) ?? '';
    expect(text).toContain((await sum.getAttribute('title')) ?? 'no title');
    expect(text).toMatch(/27件.*14件/);
  });

  test('breaks no line of its title within a year', async ({ openPage }) => {
    const page = await openPage('/r/411602/2019/', { viewport: { width: 768, height: 800 } });
    const year = page.locator('h1 span');
    expect(await year.innerText()).toBe('2019年度');
    expect(await year.evaluate((element) => element.getClientRects().length)).toBe(1);
    expect(await page.locator('h1').evaluate((title) => title.clientHeight > 80)).toBe(true);
  });

  test('prints its paragraphs’ numbers and its address, and nothing to click', async ({
    openPage,
  }) => {
    const page = await openPage(report);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.site-header', '.report-outline', '.report-downloads'])
      expect(await page.locator(part).isVisible()).toBe(false);
    const number = '(({ content, float }) => content + float)(getComputedStyle(p2, "::before"))';
    expect(await page.evaluate(number)).toBe('"2" / ""inline-start');
    expect(await page.locator('[data-permalink]').isVisible()).toBe(true);
  });

  test('weighs at most 30 KB with its style, compressed', async ({ openPage }) => {
    const page = await openPage('/about/');
    const sizes = await page.evaluate(
      async (address) => {
        const html = await (await fetch(address)).text();
        const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '';
        const css = await (await fetch(style)).text();
        const pressed = [html, css].map(async (text) => {
          const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
          return (await new Response(stream).arrayBuffer()).byteLength;
        });
        return Promise.all(pressed);
      },
      new URL(`..${report}`, page.url()).href,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30 * 1024);
  });
});

describe('what an address or the device gives a page', () => {
  const hostile = attacks('zqaddress').join(' ');
  const given = encodeURIComponent(hostile.slice(0, 1500));

  test.for([
    [`/search/?q=${given}`, '[data-search-results]'],
    [
      `/search/?q=%E6%89%A7%E6%B3%95&region=${given}&year=${given}&sort=${given}`,
      '[data-state=done]',
    ],
    [`/cite/?ref=${given}`, '.citation-resolver'],
    [`/compare/?a=${given}&b=410600-2017`, 'main'],
    [`${report}?q=${given}&v=${given}#${given}`, '#p2'],
  ] as const)('is text to it, whatever it says: %#', async ([path, shown], { openPage }) => {
    const page = await openPage('/about/');
    await page.evaluate((text) => {
      for (const store of [localStorage, sessionStorage])
        for (const key of ['display', 'search', 'positions', text]) store.setItem(key, text);
    }, hostile);
    await page.goto(new URL(`..${path}`, page.url()).href);
    await page.locator(shown).first().waitFor({ state: 'attached' });
    expect(hostileFaults(await page.content(), /zqaddress/)).toEqual([]);
  });

  test('does not run, even where a script of ours took it for markup', async ({ openPage }) => {
    const page = await openPage(report, { expects: /policy|Trusted/i });
    const refused = await page.evaluate(`(() => {
      try { document.body.innerHTML = '<img src=x onerror="document.title = 1">'; }
      catch (error) { return error.name; }
    })()`);
    expect(refused).toBe('TypeError');
    await page.evaluate(`{
      const script = document.createElement('script');
      script.append(new Text('document.title = "ran"'));
      document.body.append(script);
    }`);
    expect(await page.title()).not.toBe('ran');
  });
});

test('what a field asks for can be read by night too', async ({ openPage }) => {
  const page = await openPage('/cite/', { colorScheme: 'dark' });
  const field = page.locator('main textarea');
  const colour = await field.evaluate((box) => getComputedStyle(box, '::placeholder').color);
  expect(colour).toBe(
    await page.locator('.site-footer p').evaluate((p) => getComputedStyle(p).color),
  );
});

test('any page takes the reader to its search box at a stroke of /', async ({ openPage }) => {
  const page = await openPage('/regions/');
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox');
  expect(await box.evaluate((input) => input === document.activeElement)).toBe(true);
  await box.fill('双随机');
  await box.press('Enter');
  await page.waitForURL(/\/search\/\?q=/);
});

test('what is not held is said to be not in this archive, and no more', async ({ openPage }) => {
  const page = await openPage('/regions/410000/');
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toContain('未收录');
  expect(text.replaceAll('不表示未公布', '')).not.toContain('未公布');
});

test('a wrong address helps on', async ({ openPage }) => {
  const page = await openPage('/r/999999/2017/');
  expect(await page.getByRole('searchbox').count()).toBe(1);
  expect(await page.getByRole('link', { name: '按地区查' }).isVisible()).toBe(true);
});

describe('a report read aloud', () => {
  /** A device with voices, which tells what it was given to speak and ends when told. */
  const device = (languages: readonly string[]) => `{
    const spoken = (window.spoken = []);
    const voices = ${JSON.stringify(languages)}.map((lang) => ({ lang, localService: true }));
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: (utterance) => spoken.push(utterance),
      cancel: () => spoken.at(-1)?.onerror?.(),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  }`;
  const openWith = async (languages: readonly string[], page: Page) => {
    await page.addInitScript(device(languages));
    await page.reload();
    await page.getByText('关怀模式').click();
    return page.getByRole('button', { name: '逐段朗读' });
  };
  const texts = (page: Page) => page.evaluate<string[]>('spoken.map(({ text }) => text)');
  const marked = (page: Page) =>
    page.locator('[data-being-read]').evaluateAll((blocks) => blocks.map(({ id }) => id));

  test('goes on paragraph by paragraph, by the keyboard alone, and stops on Escape', async ({
    openPage,
  }) => {
    const page = await openPage(report);
    const start = await openWith(['en-US', 'zh-CN'], page);
    await start.press('Enter');
    expect(await texts(page)).toEqual(['省政府：']);
    await page.evaluate('spoken.at(-1).onend()');
    expect(await marked(page)).toEqual(['p1']);
    const words = ((await page.locator('#p1').textContent()) ?? '').trim();
    expect((await texts(page)).at(-1)).toBe(words);
    await page.getByRole('button', { name: '下一段' }).press('Enter');
    const focus = () =>
      page.evaluate('document.activeElement.id || document.activeElement.innerText');
    expect(await focus()).toBe('下一段');
    expect(await page.locator('[data-being-read]').evaluate(({ tagName }) => tagName)).toBe('H2');
    await page.getByRole('button', { name: '上一段' }).press('Enter');
    expect(await marked(page)).toEqual(['p1']);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await marked(page)).toEqual([]);
    expect(await page.getByRole('region', { name: '朗读' }).isVisible()).toBe(false);
    expect(await focus()).toBe('p1');
  });

  test('is not offered by a device without a voice for Chinese', async ({ openPage }) => {
    const page = await openPage(report);
    expect(await (await openWith(['en-US'], page)).isVisible()).toBe(false);
  });
});

test('display modes hold from page to page, on this device, and keep to the rules', async ({
  openPage,
}) => {
  const page = await openPage('/', { viewport: { width: 360, height: 780 } });
  await page.getByText('关怀模式').click();
  await page.getByRole('radio', { name: '超大' }).check();
  await page.getByRole('group', { name: '对比' }).getByRole('radio', { name: '高' }).check();
  await page.goto(new URL(`.${report}`, page.url()).href);
  const size = () => page.evaluate('getComputedStyle(document.documentElement).fontSize');
  expect(await size()).toBe('32px');
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.getByText('关怀模式').click();
  await page.getByRole('group', { name: '字号' }).getByRole('radio', { name: '标准' }).check();
  expect(await size()).toBe('16px');
});
