import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations } from './site/axe-violations.ts';
import { test } from './site/site-test.ts';
import type { SiteName } from './site/sites.ts';

const list = (page: Page) => page.locator('[data-search-results]');
const done = (page: Page) =>
  page.locator('[data-search-results][data-state=done]').waitFor({ state: 'attached' });
const query = (words: string, rest = '') => `/search/?q=${encodeURIComponent(words)}${rest}`;
const sites: readonly SiteName[] = ['top', 'based'];
const rowsOf = (page: Page, facet: string) =>
  page.locator(`[data-frequency=${facet}] tbody tr`).evaluateAll((rows) =>
    rows.map((row) => ({
      value: row.getAttribute('data-value') ?? '',
      reports: Number(row.getAttribute('data-reports')),
      matches: Number(row.getAttribute('data-matches')),
    })),
  );

describe('how often something is written', () => {
  test.for(sites)(
    'is counted by year and province, each row leading to its reports, on %s',
    async (site, { openPage }) => {
      const page = await openPage(query('复议'), { site });
      await done(page);
      const total = Number(await list(page).getAttribute('data-total'));
      await page.getByRole('link', { name: '分布' }).click();
      await page.locator('[data-frequency=year]').waitFor();
      expect(new URL(page.url()).searchParams.get('view')).toBe('frequency');
      expect(await list(page).isVisible()).toBe(false);
      const years = await rowsOf(page, 'year');
      const provinces = await rowsOf(page, 'region');
      for (const rows of [years, provinces])
        expect(rows.reduce((sum, { reports }) => sum + reports, 0)).toBe(total);
      const [province] = provinces;
      await page.locator('[data-frequency=region] tbody a').first().click();
      await expect
        .poll(() => list(page).getAttribute('data-total'))
        .toBe(`${province?.reports ?? 'none'}`);
      expect(new URL(page.url()).searchParams.get('region')).toBe(province?.value);
      await page.goBack();
      await page.locator('[data-frequency=year]').waitFor();
    },
  );

  test('is taken away as a table for spreadsheets, under Chinese heads', async ({ openPage }) => {
    const page = await openPage(query('复议', '&view=frequency'));
    await done(page);
    const years = await rowsOf(page, 'year');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('分布-复议.csv');
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.startsWith('\ufeff年度,省份代码,省份,')).toBe(true);
    const lines = csv.trim().split('\r\n').slice(1);
    const matches = lines.map((line) => Number(line.split(',')[4]));
    expect(matches.reduce((sum, count) => sum + count, 0)).toBe(
      years.reduce((sum, row) => sum + row.matches, 0),
    );
  });
});

test('years are chosen as a range, by the keyboard alone, beside the facets', async ({
  openPage,
}) => {
  const page = await openPage(query('复议'));
  await done(page);
  const year = () => new URL(page.url()).searchParams.get('year');
  const [from, to] = ['起始年度', '截止年度'].map((name) => page.getByRole('combobox', { name }));
  if (from === undefined || to === undefined) throw new Error('Expected two lists');
  await from.focus();
  await from.selectOption('2018');
  await expect.poll(year).toBe('2018-');
  await expect.poll(() => list(page).getAttribute('data-total')).toBe('3');
  expect(await from.evaluate((own) => own === document.activeElement)).toBe(true);
  expect(await page.locator('[data-facet=year][aria-current]').textContent()).toMatch(
    /^2018年以来3/,
  );
  await to.selectOption('2018');
  await expect.poll(year).toBe('2018');
  await page.locator('[data-facet=year][aria-current]').click();
  await expect.poll(year).toBe(null);
  expect(await from.inputValue()).toBe('');
  await page.goBack();
  await expect.poll(() => to.inputValue()).toBe('2018');
});

describe('the region box', () => {
  const box = (page: Page) => page.getByRole('combobox', { name: '按地区缩小' });
  const options = (page: Page) => page.getByRole('listbox').getByRole('option');

  test.for(sites)(
    'takes Chinese, pinyin and initials, by the keyboard alone, on %s',
    async (site, { openPage }) => {
      const page = await openPage(query('复议'), { site });
      await done(page);
      for (const typed of ['齐齐', 'qiqihaer', 'qqhe']) {
        await box(page).fill(typed);
        await expect
          .poll(() => options(page).allTextContents())
          .toEqual([expect.stringMatching(/^齐齐哈尔市/)]);
      }
      await box(page).press('ArrowDown');
      const active = await box(page).getAttribute('aria-activedescendant');
      expect(await options(page).first().getAttribute('id')).toBe(active);
      expect(await options(page).first().getAttribute('aria-selected')).toBe('true');
      expect(await axeViolations(page)).toEqual([]);
      await box(page).press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('region')).toBe('230200');
      await expect.poll(() => list(page).getAttribute('data-total')).toBe('1');
      expect(await box(page).getAttribute('aria-expanded')).toBe('false');
      await page.reload();
      await expect.poll(() => box(page).inputValue()).toBe('齐齐哈尔市');
      await page.getByRole('button', { name: '不限地区' }).click();
      await expect.poll(() => list(page).getAttribute('data-total')).toBe('5');
      expect(new URL(page.url()).searchParams.has('region')).toBe(false);
    },
  );

  test('takes a click, keeps its choice when left, and says what it does', async ({ openPage }) => {
    const page = await openPage(query('复议'));
    await done(page);
    await box(page).click();
    await options(page).filter({ hasText: '河南省' }).click();
    await expect.poll(() => list(page).getAttribute('data-total')).toBe('2');
    expect(await page.locator('[data-region-status]').textContent()).toBe('已选河南省');
    await box(page).fill('xyz');
    await expect
      .poll(() => page.locator('[data-region-status]').textContent())
      .toContain('没有这样的地区');
    await box(page).press('Escape');
    await page.getByRole('searchbox').focus();
    expect(await box(page).inputValue()).toBe('河南省');
    expect(new URL(page.url()).searchParams.get('region')).toBe('410000');
  });

  test('is not there without JavaScript', async ({ openPage }) => {
    const page = await openPage('/search/', { javaScript: false });
    expect(await page.locator('[role=combobox]').isVisible()).toBe(false);
  });
});

describe('where nothing is found', () => {
  test('signs are offered as words, where that finds something', async ({ openPage }) => {
    // No report of this archive has such signs: a client that knows of one stands in.
    const answer = `{ matches: 0, exact: true, facets: { region: [], year: [], theme: [], kind: [], state: [] },
      shards: { searched: 1, all: 1, failed: [] }, results: [] }`;
    const body = `export const suggest = async () => [];
      export const search = async (query) =>
      ({ ...${answer}, total: query === '「-甲|乙」' ? 2 : 0 });`;
    const page = await openPage('/search/');
    await page.route('**/search/client.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
    await page.getByRole('searchbox').fill('-甲|乙');
    const offer = page.locator('[data-offer=literal]');
    await offer.waitFor();
    expect(await page.locator('[data-search-offers]').textContent()).toContain('2 份报告');
    await offer.click();
    await expect.poll(() => list(page).getAttribute('data-total')).toBe('2');
    expect(new URL(page.url()).searchParams.get('q')).toBe('「-甲|乙」');
  });

  test('signs are not offered as words, where that finds nothing', async ({ openPage }) => {
    const page = await openPage(query('双随机 -随机'));
    await page.locator('[data-offer=loose]').waitFor();
    expect(await page.locator('[data-offer=literal]').count()).toBe(0);
  });

  test('reports with some of the words are shown beside, said to be no more', async ({
    openPage,
  }) => {
    const page = await openPage(query('深化放管服大改革'));
    await done(page);
    const near = page.getByRole('list', { name: '模糊结果' });
    await near.getByRole('listitem').first().waitFor();
    expect(await page.locator('[data-report]').count()).toBe(0);
    expect(await page.getByRole('heading', { name: '不是逐字相同' }).isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('[data-offer=loose]').click();
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toMatch(/^模糊：.*不是逐字相同/);
    expect(new URL(page.url()).searchParams.get('mode')).toBe('loose');
    await page.getByRole('link', { name: '回到逐字检索' }).click();
    await expect.poll(() => list(page).getAttribute('data-total')).toBe('0');
  });
});

test('the query can ask for its parts in one section, and says how it is written', async ({
  openPage,
}) => {
  const page = await openPage(query('双随机 复议'));
  await done(page);
  const inReports = Number(await list(page).getAttribute('data-total'));
  await page.getByRole('link', { name: '各词同节' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('within')).toBe('section');
  await done(page);
  await expect
    .poll(async () => Number(await list(page).getAttribute('data-total')))
    .toBeLessThan(inReports);
  expect(await page.getByText('有其一即可').isVisible()).toBe(false);
  await page.getByText('检索语法').click();
  expect(await page.getByText('有其一即可').isVisible()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
});

describe('a bad network', () => {
  /** What the search reads of a shard; the manifest and the client are let through. */
  const shardFiles = /\/search\/\d{4}-/;

  test.for(sites)(
    'is said to be the reason, and the search done by itself when it is back, on %s',
    async (site, { openPage }) => {
      const page = await openPage('/search/', { site });
      await page.route(shardFiles, (route) => route.abort());
      await page.getByRole('searchbox').fill('复议');
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toContain('秒后自动再试');
      expect(await page.locator('[data-search-empty]').isVisible()).toBe(false);
      expect(await page.getByText('没有找到').count()).toBe(0);
      await page.unroute(shardFiles);
      await done(page);
      expect(await list(page).getAttribute('data-total')).toBe('5');
      expect(await alert.isVisible()).toBe(false);
    },
  );

  test('has the reader try again at once', async ({ openPage }) => {
    const page = await openPage('/search/');
    await page.route('**/search/client.js*', (route) => route.abort());
    await page.getByRole('searchbox').fill('复议');
    const retry = page.getByRole('button', { name: '再试一次' });
    await retry.waitFor();
    await page.unroute('**/search/client.js*');
    await retry.click();
    await done(page);
    expect(await list(page).getAttribute('data-total')).toBe('5');
  });

  test('leaves what was found before it broke, and says that it is not all', async ({
    openPage,
  }) => {
    const page = await openPage('/search/');
    await page.route(/sections\.bin/, (route) => route.abort());
    await page.getByRole('searchbox').fill('复议');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('status').textContent()).toBe(
      '没有查完：已找到 5 份报告，29 处，2017、2018、2019 年没有取全。',
    );
    expect(await page.locator('[data-report]').count()).toBe(5);
  });

  test('that hangs is said to be slow, and can be asked again', async ({ openPage }) => {
    const page = await openPage('/search/');
    let isStuck = true;
    await page.route(shardFiles, async (route) => {
      if (!isStuck) await route.continue();
    });
    await page.getByRole('searchbox').fill('复议');
    const again = page.getByRole('button', { name: '重新检索' });
    await again.waitFor();
    expect(await page.getByText('网络较慢').isVisible()).toBe(true);
    isStuck = false;
    await again.click();
    await done(page);
    expect(await list(page).getAttribute('data-total')).toBe('5');
    expect(await again.isVisible()).toBe(false);
  });
});

test('before the reader searches, no more than 10 KB of script are loaded', async ({
  openPage,
}) => {
  const page = await openPage('/about/');
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(new URL('../search/', page.url()).href, { waitUntil: 'networkidle' });
  const all = await Promise.all(sizes);
  expect(all.length).toBeGreaterThan(0);
  expect(all.reduce((sum, size) => sum + size, 0)).toBeLessThan(10 * 1024);
});
