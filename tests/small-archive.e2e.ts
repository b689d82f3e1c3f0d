import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { writeWhole } from '../src/content/write-whole.ts';
import { ingestFile } from '../src/ingest/ingest.ts';
import { buildSite } from '../src/publish/build-site.ts';
import { createArchiveServer, listen } from '../src/publish/serve/archive-server.ts';
import { reportSchema } from '../src/report/report.ts';
import { pageFaults } from './site/page-faults.ts';
import { test } from './site/site-test.ts';

const CONTACT = 'https://contact.example/form';
const REPORT = 'reports/2020/130102-长安区.md';
const ADDRESS = 'r/130102/2020/';
const SOURCE = [
  '石家庄市长安区人民政府2020年法治政府建设工作报告',
  '2020年，我区坚持依法行政，扎实推进法治政府建设各项工作，现将有关情况报告如下：',
  '一、加强组织领导',
  '区委、区政府定期听取工作汇报，研究解决重大问题，全年召开专题会议12次，各部门认真落实。',
  '二、依法履行职能',
  '全年受理1,109件，办结1,080件，群众满意度不断提升，各项工作取得新的成效，得到普遍好评。',
].join('\n');
const TABLE = [
  '| 事项 | 2019年 | < | 2020年 | < | 说明 |',
  '| - | - | - | - | - | - |',
  '| ^ | 受理 | 办结 | 受理 | 办结 | ^ |',
  '| --- | --- | --- | --- | --- | --- |',
  '| 行政复议 | 96 | 95 | 120 | 108 | 含撤回的案件[^2]，由区司法局统计 |',
  '| 行政应诉 | 8 | 7 | 5 | 5 | 一审、二审合计之数 |',
  '| 行政处罚 | — | — | 2,680 | 2,680 | 各执法部门上报，不含当场处罚 |',
].join('\n');
const BELOW = [
  '## 附件1 重大行政执法案件一览表 {.attachment}',
  '| 案件 | 部门 |\n| - | - |\n| 某食品案 | 市场监管局 |\n| 某排污案 | 生态环境分局 |',
  '[^1]: 不含撤回的案件。',
  '[^2]: 撤回的案件另计。',
].join('\n\n');

/** Of other years, and of the place beside it: what they say of one matter, partly in the same words. */
const OTHERS = (
  [
    ['长安区', 2019, 96, '95'],
    ['长安区', 2022, 130, '121'],
    ['桥西区', 2022, 70, '66'],
  ] as const
).map(([name, year, accepted, closed]) =>
  [
    `石家庄市${name}人民政府${year}年法治政府建设工作报告`,
    `${year}年，我区坚持依法行政，扎实推进法治政府建设各项工作，现将有关情况报告如下：`,
    '一、加强行政复议和行政应诉工作',
    `畅通行政复议申请渠道，依法公正办理每一起案件。全年受理行政复议案件${accepted}件，审结${closed}件。`,
    '二、加强组织领导',
    '区委、区政府定期听取工作汇报，研究解决重大问题，各部门认真落实，群众满意度不断提升。',
  ].join('\n'),
);

let directory: string;
let server: Server;
let url: string;
let site: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tables-'));
  const contentDir = join(directory, 'content');
  site = join(directory, 'site');
  const vocabularies = await readVocabularies(projectContent);
  for (const text of [SOURCE, ...OTHERS]) {
    const source = join(directory, 'in.txt');
    await writeWhole(source, text);
    await ingestFile(
      { source, name: 'in.txt' },
      { contentDir, vocabularies, given: {}, isDryRun: false },
    );
  }
  const file = join(contentDir, REPORT);
  const text = (await readFile(file, 'utf8')).replace('1,109件', '1,109[^1]件');
  await writeWhole(file, `${text.trimEnd()}\n\n${TABLE}\n\n${BELOW}\n`);
  process.env['CONTACT_URL'] = CONTACT;
  await buildSite({
    contentDir,
    outDir: site,
    origin: 'https://archive.example',
    basePath: '/',
    pagefind: false,
  });
  server = createArchiveServer({ root: site, basePath: '/' });
  url = `http://localhost:${await listen(server, 0)}/`;
});
afterAll(async () => {
  delete process.env['CONTACT_URL'];
  server?.closeAllConnections();
  server?.close();
  await rm(directory, { recursive: true });
});

async function open(
  browser: Browser,
  path: string,
  { javaScriptEnabled = true } = {},
): Promise<Page> {
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(url + path);
  return page;
}

describe('a report with a table, notes and an attachment', () => {
  test('has them in its data and its text', async () => {
    const report = reportSchema.parse(
      JSON.parse(await readFile(join(site, ADDRESS, 'report.json'), 'utf8')),
    );
    const [table] = report.sections.flatMap(({ paragraphs }) =>
      paragraphs.filter((paragraph) => paragraph.table !== undefined),
    );
    expect(table).toMatchObject({ id: 'p4', table: { head: 2 } });
    expect(report.notes).toMatchObject([
      { id: 'n1', mark: '1', text: '不含撤回的案件。', paragraph: 'p3' },
      { id: 'n2', mark: '2', paragraph: 'p4' },
    ]);
    const at = report.sections
      .flatMap(({ paragraphs }) => paragraphs)
      .find(({ id }) => id === 'p3');
    expect(at?.text.slice(0, report.notes?.[0]?.offset ?? 0)).toMatch(/1,109$/);
    expect(report.sections.at(-1)).toMatchObject({ id: 'a1', roles: ['attachment'] });
    const lines = (await readFile(join(site, ADDRESS, 'report.txt'), 'utf8')).split('\n');
    expect(lines).toContain('行政应诉\t8\t7\t5\t5\t一审、二审合计之数');
    expect(lines).toContain('1 不含撤回的案件。');
    expect(lines.indexOf('附件1 重大行政执法案件一览表')).toBeGreaterThan(5);
  });

  test('shows a table with its heads, a row of which can be cited', async ({ browser }) => {
    const page = await open(browser, `${ADDRESS}#p4-r3`, { javaScriptEnabled: false });
    const table = page.getByRole('region', { name: '表格，第4段' });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      ...['事项', '2019年', '2020年', '说明', '受理', '办结', '受理', '办结'],
    ]);
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      ...['行政复议', '行政应诉', '行政处罚'],
    ]);
    expect(await page.locator('tr:target').innerText()).toMatch(/^行政复议\s+96/);
    // Names of nine characters or more have the room to be read in two lines.
    await page.setViewportSize({ width: 360, height: 800 });
    const named = page.locator('.report-table :is(th, td):not([data-length])');
    const widths = await named.evaluateAll((cells) => cells.map((cell) => cell.clientWidth));
    expect(Math.min(...widths)).toBeGreaterThan(100);
    expect(widths.length).toBeGreaterThan(0);
    await page.getByRole('link', { name: '链接：第4段第4行' }).click();
    expect(new URL(page.url()).hash).toBe('#p4-r4');
  });

  test('leads to a note and back, and never glues its mark to a number', async ({ browser }) => {
    const page = await open(browser, ADDRESS, { javaScriptEnabled: false });
    await page.locator('[role=doc-noteref][aria-label="注1"]').click();
    expect(await page.locator(':target').innerText()).toContain('不含撤回的案件。');
    await page.locator('[role=doc-backlink][aria-label="回到注1所在的正文"]').click();
    expect(new URL(page.url()).hash).toBe('#n1-mark');
    expect(await page.locator('#p3').textContent()).toContain('1,109件');
  });

  test('takes a reader’s word of an error in any passage, of which nothing is copied', async ({
    browser,
  }) => {
    const page = await open(browser, ADDRESS);
    for (const id of ['p3', 'p4', 'n1']) {
      const link = page.locator(`#${id} > .error-link`);
      const to = new URL((await link.getAttribute('href')) ?? '');
      expect(to.origin + to.pathname).toBe(CONTACT);
      expect(to.searchParams.get('passage')).toBe(`https://archive.example/${ADDRESS}#${id}`);
      expect(await link.textContent()).toBe('');
    }
  });

  test('is read by everyone, in every look', async ({ browser }) => {
    expect(await pageFaults(await open(browser, ADDRESS))).toEqual([]);
  });

  test('is found by a cell, and the result leads to the row', async ({ browser }) => {
    const page = await open(browser, 'search/?q=2,680');
    const found = page.locator('[data-search-results] a[data-paragraph="p4-r5"]');
    await found.click();
    await page.waitForFunction(() => CSS.highlights.has('match'));
    const marked = await page.evaluate(() =>
      [...(CSS.highlights.get('match') ?? [])].map((range) => [
        range.startContainer.parentElement?.closest('tr')?.id,
        `${range}`,
      ]),
    );
    expect(marked).toEqual([
      ['p4-r5', '2,680'],
      ['p4-r5', '2,680'],
    ]);
  });

  test('is cited by a row and by a note', async ({ browser }) => {
    for (const [reference, words] of [
      ['(长安区2020年度报告,二,第4段第4行,https://archive.example/r/130102/2020/)', '行政应诉'],
      ['https://archive.example/r/130102/2020/#n1', '不含撤回的案件。'],
      ['https://archive.example/r/130102/2020/#a1', '附件1'],
    ] as const) {
      const page = await open(browser, `cite/?ref=${encodeURIComponent(reference)}`);
      const passage = page.locator('[data-citation-found] blockquote');
      await passage.waitFor();
      expect(await passage.innerText()).toContain(words);
      await page.context().close();
    }
  });
});

/** What the five reports of the archive cannot show: more than one year of a place. */
describe('a place through its years', () => {
  test('what it said of one matter stands on one page, with figures, in three actions', async ({
    browser,
  }) => {
    const page = await open(browser, '');
    await page.getByRole('combobox').fill('changanqu');
    await page.getByRole('option', { name: '长安区' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/regions\/130102\/$/);
    await page.getByRole('link', { name: '行政复议与应诉' }).click();
    await page.waitForURL(/themes/);
    const columns = page.locator('.followed > section');
    expect(await columns.locator('h2').allInnerTexts()).toEqual([
      ...['2022年度', '2021年度', '2020年度', '2019年度'],
    ]);
    expect(await columns.nth(1).innerText()).toContain('未收录');
    expect(await columns.nth(0).innerText()).toContain('全年受理行政复议案件130件');
    // Its section of 2020 is of another theme, so that nothing is repeated from there.
    expect(await columns.nth(0).locator('.followed-same').count()).toBe(0);
    const row = page.locator('.series-table tr', { hasText: '受理行政复议案件' });
    expect(await row.locator('td a').allInnerTexts()).toEqual(['130 件', '96 件']);
    await page.getByRole('link', { name: '96 件' }).click();
    await page.waitForURL(/\/r\/130102\/2019\/\?q=.*#p2$/);
  });

  test('its figures stand beside those of its province', async ({ browser }) => {
    const page = await open(browser, '');
    await page.getByRole('combobox').fill('changanqu');
    await page.getByRole('option', { name: '长安区' }).waitFor();
    await page.keyboard.press('Enter');
    const row = page.locator('.series-table tr', { hasText: '受理行政复议案件' });
    expect(await row.locator('td').nth(1).innerText()).toMatch(/130 件\s*中位 100（2）/);
  });

  test('it is set beside its neighbour in three actions', async ({ browser }) => {
    const page = await open(browser, 'r/130102/2022/');
    await page.getByRole('link', { name: '与另一份对照' }).click();
    await page.getByLabel('第二份').fill('qiaoxi 2022');
    await page.getByRole('button', { name: '对照', exact: true }).click();
    await page.locator('.compare-topic').first().waitFor();
    const figures = page.locator('.compare-topic tr', { hasText: '受理行政复议案件' });
    expect(await figures.locator('td').allInnerTexts()).toEqual(['130 件', '70 件']);
    expect(await page.locator('[data-compare-result] .compare-same').count()).toBeGreaterThan(0);
  });

  test('its page of a matter is read by everyone, in every look', async ({ browser }) => {
    const page = await open(browser, 'regions/130102/themes/review-and-litigation/');
    expect(await pageFaults(page)).toEqual([]);
  });
});
