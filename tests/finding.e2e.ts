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
