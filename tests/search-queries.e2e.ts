import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { fold } from '../src/report/characters/fold.ts';
import { builtSites } from './site/built-sites.ts';
import { test } from './site/site-test.ts';

const list = (page: Page) => page.locator('[data-search-results]');
const done = (page: Page) =>
  page.locator('[data-search-results][data-state=done]').waitFor({ state: 'attached' });
const query = (words: string, rest = '') => `/search/?q=${encodeURIComponent(words)}${rest}`;

interface Listed {
  readonly id: string;
  readonly url: string;
  readonly year: number;
  readonly region: { readonly code: string; readonly path: readonly { readonly code: string }[] };
}
const { directory } = builtSites.top;
const read = (address: string) => readFileSync(path.join(directory, address), 'utf8');
const listed: readonly Listed[] = JSON.parse(read('r/index.json'));
const reports = listed.map((report) => ({
  ...report,
  lines: read(`${report.url}report.txt`).split('\n').filter(Boolean),
}));
type Report = (typeof reports)[number];

/** How often grep finds words in a report. */
function times({ lines }: Report, words: string): number {
  return lines.reduce((sum, line) => sum + fold(line).split(fold(words)).length - 1, 0);
}
const has = (words: string) => (report: Report) => times(report, words) > 0;
const long = [...(reports[0]?.lines.find((line) => line.length > 220) ?? '')]
  .slice(7, 207)
  .join('');

describe('what is typed finds what grep finds', () => {
  test.for<[string, (report: Report) => boolean]>([
    ['法', has('法')],
    ['行政復議', has('行政复议')],
    ['２０１７年', has('2017年')],
    ['ＰＰＰ', has('ppp')],
    ['行政复议 双随机', (report) => has('行政复议')(report) && has('双随机')(report)],
    ['行政复议　双随机', (report) => has('行政复议')(report) && has('双随机')(report)],
    ['调解|和解', (report) => has('调解')(report) || has('和解')(report)],
    ['调解｜双随机', (report) => has('调解')(report) || has('双随机')(report)],
    ['行政复议 -双随机', (report) => has('行政复议')(report) && !has('双随机')(report)],
    ['-双随机', (report) => !has('双随机')(report)],
    ['「行政复议」', has('行政复议')],
    ['"行政复议', has('"行政复议')],
    ['-', has('-')],
    ['|', has('|')],
    ['、', has('、')],
    ['😀', has('😀')],
    ['𠮷', has('𠮷')],
    [long, has(long)],
    [`${long}㐂`, () => false],
  ])('%s', async ([words, isMeant], { openPage }) => {
    const page = await openPage(query(words));
    await done(page);
    const found = await page
      .locator('[data-report]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-report')));
    const meant = reports.filter(isMeant).map(({ id }) => id);
    expect(found.sort()).toEqual(meant.sort());
    expect(await list(page).getAttribute('data-total')).toBe(`${meant.length}`);
    expect(await page.locator('[data-search-empty]').isVisible()).toBe(meant.length === 0);
  });

  test('all parts in one section, only where one holds them', async ({ openPage }) => {
    const [first, second] = ['行政复议', '双随机'];
    const page = await openPage(query(`${first} ${second}`, '&within=section'));
    await done(page);
    const found = await page
      .locator('[data-report]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-report')));
    for (const item of await page.locator('[data-report]').all()) {
      const words = await item.locator('mark').allTextContents();
      expect(new Set(words)).toEqual(new Set([first, second]));
    }
    expect(found.length).toBeLessThan(reports.filter(has(first)).filter(has(second)).length);
  });
});

test('white space is no search: the page stays as it was', async ({ openPage }) => {
  const page = await openPage(query(' 　\t'));
  await expect.poll(() => list(page).getAttribute('data-state')).toBe('idle');
  await page.getByRole('searchbox').fill('   ');
  await page.getByRole('searchbox').press('Enter');
  expect(await list(page).getAttribute('data-state')).toBe('idle');
  expect(await page.getByText('没有找到').count()).toBe(0);
  expect(await page.getByText('空格隔开的各词都要有').isVisible()).toBe(true);
});

test.for(['/search/', '/about/'])('pasted lines stay apart, on %s', async (start, { openPage }) => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await openPage(start, { context: { permissions } });
  await page.evaluate(`navigator.clipboard.writeText('  行政复议\\r\\n\\r\\n　双随机\\n')`);
  const box = page.getByRole('searchbox').first();
  await box.focus();
  await page.keyboard.press('Control+V');
  expect(await box.inputValue()).toBe('行政复议 双随机');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  await done(page);
  const meant = reports.filter((report) => has('行政复议')(report) && has('双随机')(report));
  expect(await list(page).getAttribute('data-total')).toBe(`${meant.length}`);
});

test('counts are those of grep, in the tables and in the CSV', async ({ openPage }) => {
  for (const words of ['行政执法', '的', '2017']) {
    const page = await openPage(query(words, '&view=frequency'));
    await done(page);
    const counted = (of: readonly Report[]) => ({
      reports: of.filter(has(words)).length,
      matches: of.reduce((sum, report) => sum + times(report, words), 0),
      held: of.length,
    });
    const provinceOf = ({ region }: Report) => region.path[0]?.code ?? region.code;
    const tables = [
      ['year', Map.groupBy(reports, ({ year }) => `${year}`)],
      ['region', Map.groupBy(reports, provinceOf)],
    ] as const;
    for (const [facet, groups] of tables) {
      const rows = await page.locator(`[data-frequency=${facet}] tbody tr`).evaluateAll((all) =>
        all.map((row) => [
          row.getAttribute('data-value') ?? '',
          {
            reports: Number(row.getAttribute('data-reports')),
            matches: Number(row.getAttribute('data-matches')),
            held: Number(row.querySelector('small')?.textContent?.replace(/\D/g, '')),
          },
        ]),
      );
      const meant = [...groups].map(([value, of]) => [value, counted(of)]);
      expect([words, facet, rows]).toEqual([words, facet, meant.sort()]);
    }
    const href = (await page.locator('.frequency-download').getAttribute('href')) ?? '';
    const lines = decodeURIComponent(href.slice(href.indexOf(',') + 1))
      .trim()
      .split('\r\n');
    const cells = Map.groupBy(reports, (report) => `${report.year},${provinceOf(report)}`);
    const meant = [...cells].map(([key, of]) => {
      const { reports: having, matches, held } = counted(of);
      return `${key},${having},${matches},${held},${(having / held).toFixed(4)}`;
    });
    const told = lines.slice(1).map((line) => line.split(',').toSpliced(2, 1).join(','));
    expect([words, told.sort()]).toEqual([words, meant.sort()]);
  }
});

describe('the address', () => {
  const all = '&year=2017&year=2018&region=370000&kind=annual&sort=oldest&within=section';

  test('holds every option, and gives the same when it is loaded again', async ({ openPage }) => {
    for (const rest of [all, `${all}&view=frequency`, '&theme=enforcement', '&mode=loose']) {
      const page = await openPage(query('行政 执法', rest));
      await done(page);
      const before = await page.locator('main').ariaSnapshot();
      await page.reload();
      await done(page);
      expect(await page.locator('main').ariaSnapshot()).toBe(before);
      expect(page.url()).toContain(rest);
    }
  });

  test('goes back and forward through searches, filters and views', async ({ openPage }) => {
    const page = await openPage('/search/');
    const box = page.getByRole('searchbox');
    const totals = () => list(page).getAttribute('data-total');
    await box.fill('行政复议');
    await box.press('Enter');
    await expect.poll(totals).toBe('5');
    await page.locator('[data-facet=year][data-value="2017"]').click();
    await expect.poll(totals).toBe('2');
    await page.getByRole('link', { name: '分布' }).click();
    await page.locator('[data-frequency=year]').waitFor();
    // Typing over a search is a step of its own, however many characters.
    await box.pressSequentially('海底', { delay: 200 });
    await expect.poll(totals).toBe('0');
    await page.goBack();
    await page.locator('[data-frequency=year]').waitFor();
    expect(await box.inputValue()).toBe('行政复议');
    await page.goBack();
    await expect.poll(() => list(page).isVisible()).toBe(true);
    expect(await totals()).toBe('2');
    await page.goBack();
    await expect.poll(totals).toBe('5');
    expect(await page.locator('[data-facet][aria-current]').count()).toBe(0);
    await page.goForward();
    await expect.poll(totals).toBe('2');
    expect(await page.locator('[data-facet=year][aria-current]').count()).toBe(1);
  });

  test('brings a reader back to where they were', async ({ openPage }) => {
    const viewport = { width: 800, height: 500 };
    const page = await openPage(query('行政执法'), { viewport });
    await done(page);
    const title = page.locator('.result-title').nth(3);
    await title.scrollIntoViewIfNeeded();
    await page.evaluate('scrollBy(0, 120)');
    const before = await page.evaluate<number>('scrollY');
    expect(before).toBeGreaterThan(200);
    await title.click();
    await page.waitForURL(/\/r\//);
    await page.goBack();
    await done(page);
    await expect
      .poll(async () => Math.abs((await page.evaluate<number>('scrollY')) - before))
      .toBeLessThan(3);
  });
});
