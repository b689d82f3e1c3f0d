import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations } from './site/axe-violations.ts';
import { builtSites } from './site/built-sites.ts';
import { test } from './site/site-test.ts';

const { directory } = builtSites.top;
const read = (address: string) => readFileSync(path.join(directory, address), 'utf8');
const texts = (JSON.parse(read('r/index.json')) as { url: string }[]).map(({ url }) =>
  read(`${url}report.txt`),
);
const list = (page: Page) => page.locator('[data-search-results]');
const items = (page: Page) => page.locator('[data-search-results] > [data-report]');
const done = (page: Page) => page.locator('[data-search-results][data-state=done]').waitFor();
const query = (words: string) => `/search/?q=${encodeURIComponent(words)}`;

test('finds while the reader types, and keeps the search in the address', async ({ openPage }) => {
  const page = await openPage('/search/');
  expect(await list(page).getAttribute('data-state')).toBe('idle');
  await page.getByRole('searchbox').pressSequentially('行政复议');
  await done(page);
  expect(await items(page).count()).toBe(Number(await list(page).getAttribute('data-total')));
  expect(new URL(page.url()).searchParams.get('q')).toBe('行政复议');
  expect(await page.getByRole('status').textContent()).toMatch(/^5 份报告，\d+ 处。$/);
  const [first] = await items(page).all();
  expect(await first?.locator('mark').first().textContent()).toBe('行政复议');
});

test('narrows by a facet, and goes back', async ({ openPage }) => {
  const page = await openPage(query('行政复议'));
  await done(page);
  await page.locator('[data-facet=year][data-value="2017"]').click();
  await expect.poll(() => list(page).getAttribute('data-total')).toBe('2');
  expect(new URL(page.url()).searchParams.get('year')).toBe('2017');
  await done(page);
  expect(await page.locator('[data-facet=year][aria-current]').getAttribute('data-value')).toBe(
    '2017',
  );
  await page.goBack();
  await expect.poll(() => list(page).getAttribute('data-total')).toBe('5');
});

test('opens as its address says, in order of years', async ({ openPage }) => {
  const page = await openPage(`${query('行政复议')}&region=410000&sort=oldest`);
  await done(page);
  const reports = await items(page).evaluateAll((found) =>
    found.map((item) => item.getAttribute('data-report')),
  );
  expect(reports).toEqual(['410600-2017', '411602-2019']);
});

test('leads to the passage, marks every match and steps through them', async ({ openPage }) => {
  const page = await openPage(query('行政复议'));
  await done(page);
  const item = page.locator('[data-report="410600-2017"]');
  const matches = Number(await item.getAttribute('data-matches'));
  const link = item.locator('a[data-paragraph]').first();
  const paragraph = await link.getAttribute('data-paragraph');
  await link.click();
  await page.waitForURL(`**/r/410600/2017/**#${paragraph}`);
  const bar = page.locator('[data-match-bar]');
  await bar.waitFor();
  const painted = () => page.evaluate("CSS.highlights.get('match')?.size ?? 0");
  expect(await painted()).toBeGreaterThanOrEqual(matches);
  const status = bar.getByRole('status');
  expect(await status.textContent()).toContain(`共 ${matches} 处`);
  const before = await status.textContent();
  await bar.getByRole('button', { name: '下一处' }).click();
  expect(await status.textContent()).not.toBe(before);
  await page.keyboard.press('Escape');
  expect(await bar.isVisible()).toBe(false);
  expect(await painted()).toBe(0);
  expect(page.url()).not.toContain('q=');
});

test('says so where nothing is found, and what to do', async ({ openPage }) => {
  const page = await openPage(`${query('海底隧道收费')}&year=2017`);
  await done(page);
  expect(await list(page).getAttribute('data-total')).toBe('0');
  const empty = page.locator('[data-search-empty]');
  expect(await empty.textContent()).toContain('海底隧道收费');
  expect(await empty.getByRole('link', { name: '在全部报告中检索' }).isVisible()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
});

test('says so where the search could not be done, and tries again', async ({ openPage }) => {
  const page = await openPage('/search/', { expects: /Failed to load module script/ });
  await page.route('**/search/**', (route) => route.fulfill({ status: 200, body: '!' }));
  await page.getByRole('searchbox').fill('行政复议');
  await page.locator('[data-state=error]').waitFor({ state: 'attached' });
  await page.unroute('**/search/**');
  expect(await page.getByRole('alert').isVisible()).toBe(true);
});

test('works under a base path of an unknown origin', async ({ openPage }) => {
  const page = await openPage(query('双随机'), { site: 'based' });
  await done(page);
  const href = await items(page).locator('a').first().getAttribute('href');
  expect(href).toMatch(/^\/fazhi\/r\//);
});

test('without JavaScript says that it needs it, and offers browsing', async ({ openPage }) => {
  const page = await openPage('/search/', { javaScript: false });
  expect(await page.getByText('需要 JavaScript').isVisible()).toBe(true);
  expect(await page.locator('main').getByRole('link', { name: '地区' }).first().isVisible()).toBe(
    true,
  );
  expect(await page.locator('main form').isVisible()).toBe(false);
});

test('asks what was meant where a word is mistyped, and leads there', async ({ openPage }) => {
  const page = await openPage(query('行政副议'));
  await done(page);
  const meant = page.locator('[data-offer=meant]').first();
  expect(await meant.textContent()).toBe('行政复议');
  expect(await page.locator('[data-search-offers]').textContent()).toContain('您是不是要找：');
  await meant.click();
  await expect.poll(() => list(page).getAttribute('data-total')).toBe('5');
  expect(new URL(page.url()).searchParams.get('q')).toBe('行政复议');
});

test('understands pinyin where it finds nothing', async ({ openPage }) => {
  const page = await openPage(query('xingzhengfuyi'));
  await done(page);
  expect(await page.locator('[data-offer=meant]').first().textContent()).toBe('行政复议');
});

/** Add up what moved on a page since it was opened. */
async function shiftOf(page: Page): Promise<unknown> {
  await page.evaluate(`new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shifted = (window.shifted ?? 0) + value;
  }).observe({ type: 'layout-shift', buffered: true })`);
  await page.evaluate('new Promise((done) => setTimeout(done, 300))');
  return page.evaluate('window.shifted ?? 0');
}

test('moves nothing while results come, at any width', async ({ openPage }) => {
  for (const width of [360, 768, 1440]) {
    for (const words of ['行政复议', '双随机 一公开', '行政副议']) {
      const page = await openPage(query(words), { viewport: { width, height: 800 } });
      await done(page);
      expect([width, words, await shiftOf(page)]).toEqual([width, words, 0]);
    }
  }
});

test('moves nothing on a slow processor, which paints the page before it has read it', async ({
  openPage,
}) => {
  const page = await openPage('/search/', { viewport: { width: 768, height: 800 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  for (const words of ['行政复议', '行政副议']) {
    await page.goto(new URL(query(words), page.url()).href);
    await done(page);
    expect([words, await shiftOf(page)]).toEqual([words, 0]);
  }
});

test('refuses at once what is too long to be searched for', async ({ openPage }) => {
  const page = await openPage('/search/');
  for (const words of ['「'.repeat(30_000), '法治政府建设'.repeat(1700)]) {
    await page.getByRole('searchbox').fill(words);
    await page.getByText('检索词太长').first().waitFor();
    expect(await items(page).count()).toBe(0);
    expect(await page.locator('[data-search-empty]').isVisible()).toBe(false);
  }
  await page.getByRole('searchbox').fill('行政复议');
  await expect.poll(() => list(page).getAttribute('data-total')).toBe('5');
});

test('gives all that is found as a file, with whole addresses', async ({ openPage }) => {
  const page = await openPage(`${query('行政复议')}&year=2017-2018`);
  await done(page);
  const total = Number(await list(page).getAttribute('data-total'));
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')] as const;
  };
  const [name, csv] = await save('逐句 CSV');
  expect(name).toBe('行政复议.csv');
  const rows = csv.trim().split('\r\n').slice(1);
  expect(rows.length).toBeGreaterThan(total);
  for (const row of rows) {
    expect(row).toContain('行政复议');
    expect(row).toMatch(/,http:\/\/localhost:\d+\/r\/[^,]+#[ps]\d/);
    expect(row).toMatch(/,201[78],/);
  }
  const [, ris] = await save('报告 RIS');
  expect(ris.match(/^TY {2}- /gm)).toHaveLength(total);
});

test.for<[typed: string, printed: string]>([
  ['［2016］18号', '〔2016〕18号'],
  ['2016-2020', '2016—2020'],
])('%s typed finds and marks %s as it is printed', async ([typed, printed], { openPage }) => {
  const printedIn = texts.filter((text) => text.includes(printed));
  const page = await openPage(query(typed));
  await done(page);
  const marks = await page.locator('[data-report] mark').allTextContents();
  expect(marks.length > 0).toBe(printedIn.length > 0);
  if (printedIn.length > 0) expect(marks).toContain(printed);
});
