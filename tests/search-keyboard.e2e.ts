import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pageFaults } from './site/page-faults.ts';
import { test } from './site/site-test.ts';

const list = (page: Page) => page.locator('[data-search-results]');
const done = (page: Page) =>
  page.locator('[data-search-results][data-state=done]').waitFor({ state: 'attached' });
const query = (words: string, rest = '') => `/search/?q=${encodeURIComponent(words)}${rest}`;
/** The words of what has the focus. */
const focused = (page: Page) => page.locator(':focus').evaluate((at) => at.textContent ?? '');

/** Goes on by Tab until what has the focus fits the selector. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    if ((await page.locator(`${selector}:focus`).count()) === 1) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

describe('by the keyboard alone', () => {
  test('a reader searches, opens a result, steps through its matches and comes back to it', async ({
    openPage,
  }) => {
    const page = await openPage(query('复议'));
    await done(page);
    await page.keyboard.press('/');
    expect(await page.locator('main input[type=search]:focus').count()).toBe(1);
    await page.keyboard.type('行政复议');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('行政复议');
    await done(page);
    await tabTo(page, '.result-title');
    await tabTo(page, '.result-section');
    const address = await page.locator(':focus').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/r\//);
    const bar = page.locator('[data-match-bar]');
    await bar.waitFor();
    const status = bar.getByRole('status');
    const first = await status.textContent();
    await bar.getByRole('button', { name: '下一处' }).focus();
    await page.keyboard.press('Enter');
    expect(await status.textContent()).not.toBe(first);
    await page.keyboard.press('Escape');
    expect(await bar.isVisible()).toBe(false);
    expect(await page.locator(':is(p, h1, h2, h3):focus').count()).toBe(1);
    await page.goBack();
    await done(page);
    await expect.poll(() => page.locator(':focus').getAttribute('href')).toBe(address);
  });

  test('a facet keeps the focus when it is chosen and when it is taken off', async ({
    openPage,
  }) => {
    const page = await openPage(query('行政复议'));
    await done(page);
    const year = '[data-facet=year][data-value="2017"]';
    await tabTo(page, year);
    for (const total of ['2', '5', '2']) {
      await page.keyboard.press('Enter');
      await expect.poll(() => list(page).getAttribute('data-total')).toBe(total);
      await done(page);
      await expect.poll(() => page.locator(`${year}:focus`).count()).toBe(1);
    }
    await tabTo(page, '[data-facet=region]');
  });

  test('the focus is never lost where what had it is gone', async ({ openPage }) => {
    const page = await openPage(query('海底隧道收费', '&year=2017'));
    await done(page);
    await page.getByRole('link', { name: '在全部报告中检索' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.has('year')).toBe(false);
    await done(page);
    await expect.poll(() => page.locator('body:focus').count()).toBe(0);
    await expect.poll(() => focused(page)).toBe('没有找到。');
    await page.goto(new URL(query('行政副议').slice(1), new URL('/', page.url())).href);
    await done(page);
    await page.locator('[data-offer=meant]').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => list(page).getAttribute('data-total')).toBe('5');
    await expect.poll(() => focused(page)).toMatch(/^5 份报告/);
  });

  test('the counts are reached, narrowed by a row, and taken away', async ({ openPage }) => {
    const page = await openPage(query('复议'));
    await done(page);
    await page.locator('main input[type=search]').focus();
    await tabTo(page, '[data-search-views] a:not([aria-current])');
    await page.keyboard.press('Enter');
    await page.locator('[data-frequency=year]').waitFor();
    expect(await focused(page)).toBe('分布');
    await tabTo(page, '.frequency-download');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('分布-复议.csv');
    await tabTo(page, '[data-frequency=region] a', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await done(page);
    expect(new URL(page.url()).searchParams.has('region')).toBe(true);
    expect(await focused(page)).toMatch(/份报告/);
  });
});

describe('read aloud', () => {
  test('how much was found is said once a search, not for each shard', async ({ openPage }) => {
    const page = await openPage('/search/');
    await page.evaluate(`
      window.said = [];
      new MutationObserver(() => {
        const words = document.querySelector('[data-search-said]').textContent;
        if (words !== '') window.said.push(words);
      }).observe(document.querySelector('[data-search-said]'), { childList: true });`);
    await page.getByRole('searchbox').fill('行政复议');
    await done(page);
    const said = await page.evaluate<string[]>('window.said');
    expect(said).toEqual([expect.stringMatching(/^5 份报告，\d+ 处。$/)]);
    await page.getByRole('searchbox').fill('行政副议');
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toMatch(/^没有找到。您是不是要找：行政复议/);
  });

  test('every part has its role and its name', async ({ openPage }) => {
    const page = await openPage(query('行政复议 双随机'));
    await done(page);
    const main = await page.locator('main').ariaSnapshot();
    expect(main).toContain('- heading "检索" [level=1]');
    expect(main).toContain('- searchbox "检索报告全文": 行政复议 双随机');
    expect(main).toMatch(/- list "查看方式":\n\s+- listitem:\n\s+- link "结果"/);
    expect(main).toContain('- list "检索结果":');
    expect(main).toContain('- group "缩小范围":');
    expect(main).toContain('- combobox "按地区缩小"');
    expect(main).toMatch(/- heading "年度" \[level=2\]/);
  });

  /** What a reader may meet here beside results, which `pages.e2e.ts` looks over. */
  test.for([
    ['nothing', query('海底隧道收费'), '[data-search-empty]'],
    ['counts', query('执法 复议', '&view=frequency'), '[data-frequency=year]'],
    ['a failure', query('执法'), '[data-search-error]'],
  ] as const)('%s break no rule, in every look', async ([name, address, part], { openPage }) => {
    const page = await openPage('/about/', { expects: / got 500 from / });
    if (name === 'a failure')
      await page.route(/\/search\/\d{4}-/, (route) => route.fulfill({ status: 500, body: '' }));
    await page.goto(new URL(address, page.url()).href);
    await page.locator(part).first().waitFor();
    expect(await pageFaults(page)).toEqual([]);
  });
});
