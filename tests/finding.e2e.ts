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

  test.for(['light', 'dark'] as const)(
    'breaks no rule of access and keeps to the width, %s',
    async (colorScheme, { openPage }) => {
      for (const width of [1280, 320]) {
        const viewport = { width, height: 800 };
        const address = query('执法 复议', '&view=frequency');
        const page = await openPage(address, { colorScheme, viewport });
        await done(page);
        await page.locator('[data-frequency=year]').waitFor();
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
    },
  );
});

describe('the region box', () => {
  const box = (page: Page) => page.getByRole('combobox', { name: '按地区缩小' });
  const options = (page: Page) => page.getByRole('option');

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
