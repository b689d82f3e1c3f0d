import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations } from './site/axe-violations.ts';
import { builtSites } from './site/built-sites.ts';
import { pageFaults } from './site/page-faults.ts';
import { test } from './site/site-test.ts';

const report = '/r/410600/2017/';
const lines = readFileSync(path.join(builtSites.top.directory, report, 'report.txt'), 'utf8').split(
  '\n',
);
const times = (words: string) => lines.reduce((sum, line) => sum + line.split(words).length - 1, 0);
const bar = (page: Page) => page.locator('[data-match-bar]');
const status = (page: Page) => bar(page).getByRole('status');
const query = (words: string) => `${report}?q=${encodeURIComponent(words)}`;

/** A browser without the Highlight API, as some still are. */
async function withoutHighlights(page: Page): Promise<void> {
  await page.addInitScript('delete CSS.highlights');
}

describe('every match is marked', () => {
  test('by the Highlight API, without a change to the page', async ({ openPage }) => {
    for (const words of ['行政复议', '法治', '的']) {
      const page = await openPage(query(words));
      await bar(page).waitFor();
      expect(await status(page).textContent()).toBe(`第 1 处，共 ${times(words)} 处`);
      const painted = await page.evaluate<string[]>(`[...CSS.highlights.get('match')].map(String)`);
      expect(painted).toEqual(Array(times(words)).fill(words));
      expect(await page.locator('[data-report-text] mark').count()).toBe(0);
    }
  });

  test('by marks where a browser has none, gone without a trace', async ({ openPage }) => {
    const page = await openPage('/about/');
    await withoutHighlights(page);
    await page.goto(new URL(query('法治').slice(1), new URL('/', page.url())).href);
    await bar(page).waitFor();
    const marks = page.locator('[data-report-text] mark, [data-printed-title] mark');
    expect(await marks.count()).toBe(times('法治'));
    expect(new Set(await marks.allTextContents())).toEqual(new Set(['法治']));
    await bar(page).getByRole('button', { name: '下一处' }).click();
    expect(await status(page).textContent()).toContain('第 2 处');
    expect(await page.locator('mark[data-current]').count()).toBe(1);
    await bar(page).getByRole('searchbox').fill('行政');
    await expect.poll(() => marks.count()).toBe(times('行政'));
    expect(new Set(await marks.allTextContents())).toEqual(new Set(['行政']));
    await page.keyboard.press('Escape');
    expect(await marks.count()).toBe(0);
    const text = await page.locator('[data-report-text]').textContent();
    const untouched = await openPage(report);
    expect(text).toBe(await untouched.locator('[data-report-text]').textContent());
  });

  test('folded as the search folds, parts and alternatives each', async ({ openPage }) => {
    const page = await openPage(query('行政復議 調解|和解'));
    await bar(page).waitFor();
    const painted = await page.evaluate<string[]>(`[...CSS.highlights.get('match')].map(String)`);
    const meant = times('行政复议') + times('调解') + times('和解');
    expect(painted.length).toBe(meant);
    expect(meant).toBeGreaterThan(0);
  });
});

test('a reader looks for something in the open report, by the keyboard', async ({ openPage }) => {
  const page = await openPage(report);
  expect(await bar(page).isVisible()).toBe(false);
  const opener = page.getByRole('button', { name: '本文内查找' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await bar(page).waitFor();
  const box = bar(page).getByRole('searchbox', { name: '在本报告中查找' });
  await expect.poll(() => box.evaluate((at) => at === document.activeElement)).toBe(true);
  await page.keyboard.type('行政复议');
  const all = times('行政复议');
  await expect.poll(() => status(page).textContent()).toBe(`第 1 处，共 ${all} 处`);
  expect(new URL(page.url()).searchParams.get('q')).toBe('行政复议');
  await page.keyboard.press('Enter');
  expect(await status(page).textContent()).toBe(`第 2 处，共 ${all} 处`);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  expect(await status(page).textContent()).toBe(`第 ${all} 处，共 ${all} 处`);
  expect(await page.evaluate(`CSS.highlights.get('current-match').size`)).toBe(1);
  expect(await axeViolations(page)).toEqual([]);
  await box.fill('海底隧道');
  await expect.poll(() => status(page).textContent()).toBe('本报告没有「海底隧道」');
  expect(await bar(page).getByRole('button', { name: '下一处' }).isVisible()).toBe(false);
  await page.keyboard.press('Escape');
  expect(await bar(page).isVisible()).toBe(false);
  expect(new URL(page.url()).search).toBe('');
  await expect.poll(() => opener.evaluate((at) => at === document.activeElement)).toBe(true);
  await opener.click();
  await bar(page).waitFor();
  expect(await box.inputValue()).toBe('');
});

test('the bar keeps to the width of a phone, and breaks no rule in any look', async ({
  openPage,
}) => {
  const page = await openPage(query('法治'), { viewport: { width: 320, height: 640 } });
  await bar(page).waitFor();
  const box = await bar(page).boundingBox();
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
  expect(await pageFaults(page)).toEqual([]);
});

test('what could not be looked for is said, and looked for again by Enter', async ({
  openPage,
}) => {
  const page = await openPage('/r/410600/2017/', { expects: /ERR_FAILED/ });
  await page.context().route('**/highlight.js*', (route) => route.abort());
  await page.getByRole('button', { name: '本文内查找' }).click();
  await page.locator('[data-match-box]').fill('法治');
  await page.getByText('没有查成').waitFor();
  await page.context().unroute('**/highlight.js*');
  await page.locator('[data-match-box]').press('Enter');
  await page.getByText(/^第 1 处，共 \d+ 处$/).waitFor();
  await page.evaluate(`document.querySelector('[data-match-bar]').requestSubmit()`);
  await page.getByText(/^第 1 处，共 \d+ 处$/).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('法治');
});

test('letters of an input method under way are not looked for', async ({ openPage }) => {
  const page = await openPage(report);
  await page.getByRole('button', { name: '本文内查找' }).click();
  await bar(page).waitFor();
  await bar(page).getByRole('searchbox').focus();
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  for (const text of ['x', 'xing', 'xing zheng']) {
    await compose(text);
    await page.evaluate('new Promise((done) => setTimeout(done, 300))');
    expect(await status(page).textContent()).toBe('');
    expect(new URL(page.url()).search).toBe('');
  }
  await session.send('Input.insertText', { text: '行政' });
  await expect.poll(() => status(page).textContent()).toBe(`第 1 处，共 ${times('行政')} 处`);
  expect(new URL(page.url()).searchParams.get('q')).toBe('行政');
});
