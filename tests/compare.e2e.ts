import { describe, expect } from 'vitest';
import { test } from './site/site-test.ts';

const PAIR = '/compare/?a=230200-2018&b=410600-2017';

describe('two reports side by side', () => {
  test('stand by theme, problems and plans last, each passage linked to its place', async ({
    openPage,
  }) => {
    const page = await openPage(PAIR);
    await page.locator('.compare-topic').first().waitFor();
    const topics = await page.locator('.compare-topic h2').allTextContents();
    expect(topics.slice(0, 2)).toEqual(['数据', '开头']);
    expect(topics).toContain('行政执法');
    expect(topics.at(-1)).toBe('下一步打算');
    const mark = page.locator('a.compare-mark').first();
    expect(await mark.getAttribute('href')).toMatch(/\/r\/230200\/2018\/#p1$/);
    const enforcement = page.locator('.compare-topic', {
      has: page.getByRole('heading', { name: '行政执法', exact: true }),
    });
    expect(await enforcement.locator('.compare-row > div').count()).toBe(2);
  });

  test('show every paragraph of both once', async ({ openPage }) => {
    const page = await openPage(PAIR);
    await page.locator('.compare-topic').first().waitFor();
    const marks = await page
      .locator('a.compare-mark')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(new Set(marks).size).toBe(marks.length);
    for (const [report, paragraphs] of [
      ['/r/230200/2018/', 12],
      ['/r/410600/2017/', 12],
    ] as const)
      expect(marks.filter((mark) => mark.includes(report))).toHaveLength(paragraphs);
  });

  test('mark what both have: all of a report beside itself', async ({ openPage }) => {
    const page = await openPage('/compare/?a=411602-2019&b=/r/411602/2019/');
    await page.getByText(/两份都有的句子加了底线/).waitFor();
    const share = await page.locator('[data-compare-status]').textContent();
    expect(Number(/占第一份的 (\d+)%/.exec(share ?? '')?.[1])).toBeGreaterThan(95);
    expect(await page.locator('.compare-same').count()).toBeGreaterThan(10);
  });

  for (const [address, said] of [
    ['/compare/?a=410600-2017&b=410600-1999', '本库没有报告 /r/410600/1999/'],
    ['/compare/?a=无此地&b=410600-2017', '没有找到「无此地」的报告'],
    ['/compare/?a=鹤壁2016&b=410600-2017', '收录的有鹤壁市：2017。'],
  ] as const)
    test(`say what is wrong: ${said}`, async ({ openPage }) => {
      const page = await openPage(address, { expects: /404/ });
      await page.getByText(said).waitFor();
      expect(await page.locator('.compare-topic').count()).toBe(0);
    });

  test('do not take a network that fails for a place that is not held', async ({ openPage }) => {
    const page = await openPage('/compare/', { expects: /ERR_FAILED/ });
    await page.context().route('**/regions.json', (route) => route.abort());
    await page.goto(new URL('?a=鹤壁2017&b=410600-2017', page.url()).href);
    await page.getByText('请检查网络后再试').waitFor();
  });

  test('do without JavaScript what they can: say so, and link on', async ({ openPage }) => {
    const page = await openPage('/compare/', { javaScript: false });
    expect(await page.locator('main noscript').innerText()).toContain('需要 JavaScript');
    expect(await page.locator('form[action$="/compare/"]').isVisible()).toBe(false);
  });
});
