import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './site/site-test.ts';

/** Count the actions of a journey; it may have three. */
function countActions() {
  let actions = 0;
  return {
    act: async (action: Promise<unknown>) => {
      actions += 1;
      await action;
    },
    expectFew: () => expect(actions).toBeLessThanOrEqual(3),
  };
}

const openDesk = (page: Page, name: string) =>
  page.locator('.home-desk').getByRole('link', { name, exact: true }).click();

describe('the desk answers in three actions', () => {
  test('a figure of a place through its years, each value leading to its words', async ({
    openPage,
  }) => {
    const { act, expectFew } = countActions();
    const page = await openPage('/');
    const box = page.getByRole('combobox');
    await act(box.fill('hebi'));
    // Not waiting for the list: one who knows the name does not.
    await act(box.press('Enter'));
    await page.waitForURL(/\/regions\/410600\/$/);
    const row = page.locator('.series-table tr', { hasText: '受理行政复议案件' });
    const value = row.getByRole('link', { name: /15 件/ });
    await act(value.click());
    await page.waitForURL(/\/r\/410600\/2017\/\?q=.*#p10$/);
    expectFew();
  });

  test('one report beside another, found by name and pinyin, figures first', async ({
    openPage,
  }) => {
    const { act, expectFew } = countActions();
    const page = await openPage('/compare/');
    await act(page.getByLabel('第一份').fill('鹤壁 2017'));
    await act(page.getByLabel('第二份').fill('qiqihaer 2018'));
    await act(page.getByRole('button', { name: '对照', exact: true }).click());
    await page.locator('.compare-topic').first().waitFor();
    const first = page.locator('.compare-topic').first();
    expect(await first.locator('h2').textContent()).toBe('数据');
    const row = first.locator('tr', { hasText: '受理行政复议案件' });
    expect(await row.locator('td').allTextContents()).toEqual(['15 件', '16 件']);
    expectFew();
  });

  test('the late of a year and a province, each with its basis', async ({ openPage }) => {
    const { act, expectFew } = countActions();
    const page = await openPage('/');
    await act(openDesk(page, '公布时间'));
    await act(page.getByRole('link', { name: '2018', exact: true }).click());
    await act(page.locator('select[name=state]').selectOption('late'));
    const rows = page.locator('.late-table tbody tr:visible');
    expect(await rows.count()).toBe(1);
    expect(await rows.textContent()).toMatch(/齐齐哈尔市.*迟公布 12 天.*2019-04-12.*据原网页/);
    expect(page.url()).toContain('state=late');
    expectFew();
  });

  test('the problems that are named of a theme, each in its own words', async ({ openPage }) => {
    const { act, expectFew } = countActions();
    const page = await openPage('/');
    await act(openDesk(page, '问题'));
    await act(page.locator('select[name=theme]').selectOption({ index: 1 }));
    const rows = page.locator('.passage-list li:visible');
    const count = await rows.count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(await page.locator('.passage-list li').count());
    await act(rows.first().getByRole('link').click());
    await page.waitForURL(/\/r\/.*#/);
    expectFew();
  });

  test('all hits of a phrase as a spreadsheet, a line a sentence with its address', async ({
    openPage,
  }) => {
    const { act, expectFew } = countActions();
    const page = await openPage('/');
    const box = page.locator('main').getByRole('searchbox');
    await act(box.fill('行政复议'));
    await act(box.press('Enter'));
    const button = page.getByRole('button', { name: '逐句 CSV' });
    await button.waitFor();
    const download = page.waitForEvent('download');
    await act(button.click());
    const file = await download;
    expect(file.suggestedFilename()).toBe('行政复议.csv');
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    const said = (await page.locator('[data-search-status]').textContent()) ?? '';
    expect(lines.length - 1).toBeGreaterThan(5);
    expect(said).toContain('处');
    for (const line of lines.slice(1)) expect(line).toMatch(/行政复议.*\/r\/.*#/);
    expectFew();
  });

  test('what came in this month, and the feed of it', async ({ openPage }) => {
    const { act, expectFew } = countActions();
    const page = await openPage('/');
    await act(openDesk(page, '新收录'));
    expect(await page.locator('main h2').first().textContent()).toContain('2026年11月22日');
    expect(await page.locator('.report-list li').count()).toBe(5);
    const feed = await page.request.get(new URL('feed.xml', page.url()).href);
    expect(await feed.text()).toContain('<updated>2026-11-22T00:00:00Z</updated>');
    expectFew();
  });

  test('a figure over all places as a drawing, a table and files that agree', async ({
    openPage,
  }) => {
    const { act, expectFew } = countActions();
    const page = await openPage('/indicators/review-accepted/');
    const rows = page.locator('.figure-table tbody tr');
    const csv = await page.request.get(new URL('data.csv', page.url()).href);
    const json = await page.request.get(new URL('data.json', page.url()).href);
    const all = await rows.count();
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(all + 1);
    expect(await json.json()).toHaveLength(all);
    await act(page.getByRole('button', { name: '数值' }).last().click());
    const values = await rows
      .locator('td:nth-child(3)')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    await act(page.getByLabel('地区').fill('hebi'));
    await expect
      .poll(() => page.locator('.figure-table tbody tr:visible').count())
      .toBeLessThan(all);
    expectFew();
  });
});

describe('the desk without JavaScript', () => {
  for (const [path, words] of [
    ['/problems/', '存在的问题'],
    ['/late/2018/', '迟公布 12 天'],
    ['/new/', '2026年11月22日'],
    ['/indicators/review-accepted/', '受理15件'],
    ['/regions/410600/', '15 件'],
  ] as const)
    test(`${path} says ${words}`, async ({ openPage }) => {
      const page = await openPage(path, { javaScript: false });
      expect(await page.locator('main').innerText()).toContain(words);
      expect(await page.locator('.list-filter:visible').count()).toBe(0);
    });
});

test('a province of which nothing is held has a page that accuses nobody', async ({ openPage }) => {
  const page = await openPage('/regions/110000/');
  expect(await page.locator('main').innerText()).toContain('本库尚未收录这里的报告');
});

test('the address of a place of which nothing is held leads to its province', async ({
  openPage,
}) => {
  const page = await openPage('/regions/410500/');
  await page.getByText('本库尚未收录这里（区划代码 410500）的报告').waitFor();
  await page.getByRole('link', { name: '河南省的报告' }).click();
  await page.waitForURL('**/regions/410000/');
});

test('a year that is not held is answered with those that are', async ({ openPage }) => {
  const page = await openPage('/r/410600/2016/');
  await page.getByRole('link', { name: '鹤壁市 2017' }).waitFor();
});

test('a passage that is not there is said to be not there', async ({ openPage }) => {
  const page = await openPage('/r/410600/2017/#p99');
  await page.getByText('本文没有 #p99 这一处').waitFor();
  await page.goto(new URL('#p2', page.url()).href);
  await expect.poll(() => page.locator('[data-unknown-passage]').isVisible()).toBe(false);
});

test('an address that was cut off within a character opens the report as any other', async ({
  openPage,
}) => {
  const page = await openPage('/r/410600/2017/#p2%E');
  await page.locator('[data-outline=following] [aria-current]').waitFor();
});

test('on a phone the text begins within a screen and a half, and the outline stays at hand', async ({
  openPage,
}) => {
  const viewport = { width: 390, height: 844 };
  const page = await openPage('/r/410600/2017/', { viewport });
  const top = await page.locator('#p1').evaluate((text) => text.getBoundingClientRect().top);
  expect(top).toBeLessThan(viewport.height * 1.5);
  await page.locator('#p9').scrollIntoViewIfNeeded();
  await page.locator('.to-outline').click();
  await expect.poll(() => page.getByRole('link', { name: /^一、/ }).first().isVisible()).toBe(true);
});

test('night is one press away, and stays', async ({ openPage }) => {
  const page = await openPage('/');
  await page.getByRole('button', { name: '夜间' }).click();
  await page.reload();
  expect(await page.evaluate('document.documentElement.dataset.scheme')).toBe('dark');
  expect(await page.getByRole('button', { name: '夜间' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
});

test('a passage is kept with a note on the device, and written out as citations', async ({
  openPage,
}) => {
  const page = await openPage('/r/411602/2019/');
  await page.getByRole('button', { name: '引用全文或其中一段' }).click();
  await page.locator('.citation-text', { hasText: '周口市' }).waitFor();
  await page.getByRole('button', { name: '加入书签' }).click();
  await page.getByText('已加入书签').waitFor();
  await page.goto(new URL('../../../bookmarks/', page.url()).href);
  await page.getByRole('textbox', { name: /批注/ }).fill('比较用');
  await page.reload();
  expect(await page.getByRole('textbox', { name: /批注/ }).inputValue()).toBe('比较用');
  const download = page.waitForEvent('download');
  await page.getByLabel('格式').selectOption('ris');
  await page.getByRole('button', { name: '下载' }).click();
  expect((await download).suggestedFilename()).toBe('bookmarks.ris');
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/^N1 {2}- 比较用\nER {2}- /m);
});

test('a note and a removal reach their own bookmark, whatever another window kept since', async ({
  openPage,
}) => {
  const page = await openPage('/bookmarks/', { expects: /404/ });
  const keep = (window: Page, ...reports: string[]) =>
    window.evaluate(
      (kept) => localStorage.setItem('bookmarks', JSON.stringify(kept)),
      reports.map((report) => ({ report, id: '', title: report, quote: '', note: '' })),
    );
  await keep(page, '/r/411602/2019/', '/r/410600/1999/');
  await page.reload();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await keep(other, '/r/230200/2018/', '/r/411602/2019/', '/r/410600/1999/');
  await expect.poll(() => page.locator('[data-bookmark-list] li').count()).toBe(3);
  // A window that was not told in time.
  await keep(page, '/r/410600/2017/', '/r/230200/2018/', '/r/411602/2019/', '/r/410600/1999/');
  await page.getByRole('textbox', { name: '411602/2019' }).fill('川汇的批注');
  await page.getByRole('button', { name: '移除《/r/230200/2018/》' }).click();
  const left = page.locator('[data-bookmark-list] li');
  await expect.poll(() => left.locator('a').allTextContents()).toHaveLength(3);
  expect(await left.nth(1).locator('textarea').inputValue()).toBe('川汇的批注');
  expect(await left.first().locator('button').getAttribute('aria-label')).toContain('410600/2017');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('button');
  // A report that the archive has no more does not keep back the others.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载' }).click();
  await page.getByText('报告已不在原址，没有写入：《/r/410600/1999/》').waitFor();
  expect(readFileSync(await (await download).path(), 'utf8').match(/^- /gm)).toHaveLength(2);
});

describe('every kind of the desk’s pages', () => {
  for (const path of [
    ...['/', '/problems/', '/plans/2018/', '/late/', '/late/2018/', '/new/'],
    ...['/indicators/review-accepted/', '/regions/410600/', '/regions/110000/', '/cite/'],
    ...['/themes/enforcement/', '/compare/?a=鹤壁2017&b=qiqihaer2018', '/data/', '/r/410600/2017/'],
  ])
    test(`${path} keeps to its weight and does not shift`, async ({ openPage }) => {
      // A phone, whose window reaches below most of what a script may move.
      const page = await openPage('/about/', { viewport: { width: 360, height: 823 } });
      await page.addInitScript(`{
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      }`);
      const response = await page.goto(new URL(`..${path}`, page.url()).href);
      await page.waitForLoadState('networkidle');
      expect((await response?.body())?.byteLength).toBeLessThan(300 * 1024);
      expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(3000);
      expect(await page.evaluate('window.shift')).toBe(0);
      const card = page.locator('meta[property="og:title"], meta[property="og:image"]');
      expect(await card.count()).toBe(2);
    });
});
