import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { formatPin, pinPassage } from '../src/citation/version-pin.ts';
import { projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { writeWhole } from '../src/content/write-whole.ts';
import { fileVersion } from '../src/ingest/filing/file-version.ts';
import { ingestFile } from '../src/ingest/ingest.ts';
import { buildSite } from '../src/publish/build-site.ts';
import { createArchiveServer, listen } from '../src/publish/serve/archive-server.ts';
import { formatReportFile, parseReportFile } from '../src/report/file/report-file.ts';
import { reportSchema } from '../src/report/report.ts';
import { bodyOfSections } from '../src/report/report-body.ts';
import { axeViolations } from './site/axe-violations.ts';
import { brokenLinks } from './site/broken-links.ts';
import { pageFaults } from './site/page-faults.ts';
import { test } from './site/site-test.ts';

const ORIGIN = 'https://archive.example';
const WITHDRAWN = 'r/130102/2019/';
const REPORT = 'reports/2020/130102-长安区.md';
const FIRST = [
  '石家庄市长安区人民政府2020年法治政府建设工作报告',
  '2020年，我区坚持依法行政，扎实推进法治政府建设各项工作，现将有关情况报告如下：',
  '一、加强组织领导',
  '区委、区政府定期听取工作汇报，研究解决重大问题，全年召开专题会议12次，各部门认真落实。',
  '二、依法履行职能',
  '深化放管服改革，取消行政许可15项，审议行政复议案件23件，群众满意度不断提升。',
].join('\n');
const SECOND = FIRST.replace('案件23件', '案件32件');

let directory: string;
let server: Server;
let url: string;

/** A site with one report: another text came after the first, and then we mended a word of it. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'versions-'));
  const contentDir = join(directory, 'content');
  const outDir = join(directory, 'site');
  const vocabularies = await readVocabularies(projectContent);
  const source = join(directory, 'in.txt');
  await writeWhole(source, FIRST);
  await ingestFile(
    { source: source, name: 'in.txt' },
    { contentDir, vocabularies, given: {}, isDryRun: false },
  );
  const superseded = { date: '2026-11-22', why: '机关更正了数字' };
  const bytes = new TextEncoder().encode(SECOND);
  const version = { of: REPORT, bytes, name: 'in.txt', url: null, superseded };
  await fileVersion(contentDir, version, vocabularies);
  const file = join(contentDir, REPORT);
  const text = (await readFile(file, 'utf8')).replace('审议行政复议', '审理行政复议');
  const { frontmatter, body } = parseReportFile(text, REPORT);
  const correction = {
    ...{ place: 'p3', old: '审议', new: '审理', why: '扫描件误识', date: '2026-12-01' },
  };
  const mended = { ...frontmatter, version: 3, corrections: [correction] };
  await writeWhole(file, formatReportFile({ frontmatter: mended, body }));
  const departed = { kind: 'withdrawn', title: '区政府工作要点', why: '不是年度报告' };
  const record = { id: '130102-2019', version: 1, anchors: {}, changes: [] };
  await writeWhole(
    join(contentDir, 'anchors/2019/130102-长安区.json'),
    JSON.stringify({ ...record, departed: { ...departed, date: '2026-11-22' } }),
  );
  await buildSite({ contentDir, outDir, origin: ORIGIN, basePath: '/', pagefind: false });
  server = createArchiveServer({ root: outDir, basePath: '/' });
  url = `http://localhost:${await listen(server, 0)}/`;
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await rm(directory, { recursive: true });
});

async function open(browser: Browser, path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(url + path);
  return page;
}
const report = 'r/130102/2020/';

describe('an earlier version', () => {
  test('shows the text as it was, says so first, and leads to the present one', async ({
    browser,
  }) => {
    const page = await open(browser, `${report}v1/`);
    expect(await page.locator('#p3').innerText()).toContain('审议行政复议案件23件');
    const notice = page.getByRole('complementary', { name: '早先的版本' });
    expect(await notice.innerText()).toMatch(/第1版，2026年11月22日.*\n*.*机关更正了数字/s);
    expect(await notice.getByRole('link', { name: '现在的版本' }).getAttribute('href')).toBe(
      `/${report}`,
    );
    const head = page.locator('head');
    expect(await head.locator('link[rel=canonical]').getAttribute('href')).toBe(
      `${ORIGIN}/${report}`,
    );
    expect(await head.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await page.context().close();
  });

  test('before a correction of ours has the words as they were transcribed', async ({
    browser,
  }) => {
    const page = await open(browser, `${report}v2/`);
    expect(await page.locator('#p3').innerText()).toContain('审议行政复议案件32件');
    expect(await page.locator('.correction-note').count()).toBe(0);
    await page.context().close();
  });

  test('is compared with the present one, for the eye and for the ear', async ({ browser }) => {
    const page = await open(browser, `${report}v1/diff/`, 320);
    const text = page.locator('.version-diff');
    expect(await text.locator('p del').allTextContents()).toEqual(['〔删：议〕', '〔删：23〕']);
    expect(await text.locator('p ins').allTextContents()).toEqual(['〔增：理〕', '〔增：32〕']);
    expect(await text.innerText()).toContain('机关更正了数字');
    expect(await text.innerText()).toContain('扫描件误识');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });

  test.for([
    { version: 1, words: '审议行政复议案件23件', snapshot: FIRST },
    { version: 2, words: '审议行政复议案件32件', snapshot: SECOND },
  ])('has its own files at v$version', async ({ version, words, snapshot }) => {
    const address = `/${report}v${version}/`;
    const read = (name: string) => readFile(join(directory, 'site', address, name), 'utf8');
    const data = reportSchema.parse(JSON.parse(await read('report.json')));
    expect([data.url, data.version, data.corrections]).toEqual([address, version, []]);
    const markdown = parseReportFile(await read('report.md'), 'report.md');
    expect(markdown.frontmatter.version).toBe(version);
    expect(markdown.body).toEqual(bodyOfSections(data.sections));
    expect(JSON.stringify(markdown.body)).toContain(words);
    expect(await read('report.txt')).toContain(words);
    expect(await read('source.txt')).toBe(snapshot);
    const [figure] = data.observations.filter(({ indicator }) => indicator === 'review-accepted');
    const paragraph = data.sections
      .flatMap(({ paragraphs }) => paragraphs)
      .find(({ id }) => id === figure?.paragraph);
    expect(figure?.raw).toBe(paragraph?.text.slice(figure?.start, figure?.end));
    for (const name of ['cite.ris', 'cite.bib', 'cite.csl.json'])
      expect(await read(name)).toContain(`${ORIGIN}${address}`);
  });

  test('offers its own files on its page', async ({ browser }) => {
    const page = await open(browser, `${report}v1/`);
    const files = page.getByRole('navigation', { name: '下载本文' }).getByRole('link');
    const addresses = await files.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(addresses).toContain(`/${report}v1/report.json`);
    expect(addresses.every((one) => one?.startsWith(`/${report}v1/`))).toBe(true);
    await page.context().close();
  });

  test('is in no list and in no search', async () => {
    const site = join(directory, 'site');
    const list = JSON.parse(await readFile(join(site, 'r/index.json'), 'utf8'));
    expect(list).toHaveLength(1);
    expect(list[0].version).toBe(3);
    expect(await readFile(join(site, 'sitemap-1.xml'), 'utf8')).not.toContain('/v1/');
    const { search } = await import(`${site}/search/client.js`);
    const options = { base: url };
    expect((await search('案件23件', options)).total).toBe(0);
    expect((await search('案件32件', options)).total).toBe(1);
  });
});

describe('who comes with a citation of the words of version 1', () => {
  const pinned = async (id: string): Promise<string> => {
    const file = join(directory, 'site', report, 'v1/report.json');
    const pin = pinPassage(JSON.parse(await readFile(file, 'utf8')), id);
    if (pin === undefined) throw new Error(`No ${id}`);
    return `${report}?v=${formatPin(pin)}#${id}`;
  };
  const notice = (page: Page) => page.getByRole('complementary', { name: '引文所注的版本' });

  test('is told that they changed, shown what they were, and led to the changes', async ({
    browser,
  }) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(url + (await pinned('p3')));
    await notice(page).getByText('现在是第3版，#p3 的文字此后有改动').waitFor();
    expect(await notice(page).locator('blockquote').innerText()).toContain('审议行政复议案件23件');
    const former = notice(page).getByRole('link', { name: '第1版原文' });
    expect(await former.getAttribute('href')).toBe(`${url}${report}v1/#p3`);
    expect(await notice(page).getByRole('link', { name: '#p3' }).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await notice(page).getByRole('link', { name: '此后的改动' }).click();
    expect(new URL(page.url()).pathname).toBe(`/${report}v1/diff/`);
    await page.close();
  });

  test('is told that the passage stands where only others changed', async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(url + (await pinned('p2')));
    await notice(page).getByText('#p2 的文字没有改动').waitFor();
    await notice(page).getByRole('button', { name: '关闭' }).click();
    expect(await notice(page).isVisible()).toBe(false);
    await page.close();
  });

  test('is told where neither text is the one cited', async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(`${url}${report}?v=1-00000000#p3。`);
    await notice(page).getByText('校验码与该版、与现在的文字都不符').waitFor();
    await page.goto(`${url}${report}?v=9-00000000#p3`);
    await notice(page).getByText('引文注明第9版，本库没有').waitFor();
    await page.close();
  });

  test('reads the report without JavaScript, with the list of its versions', async ({
    browser,
  }) => {
    const page = await open(browser, await pinned('p3'));
    expect(await notice(page).count()).toBe(0);
    expect(await page.locator('#p3').innerText()).toContain('32件');
    await page.getByRole('link', { name: '第1版' }).waitFor();
    await page.context().close();
  });

  test('is led by the resolver to the version that has the words quoted', async ({ browser }) => {
    const page = await browser.newPage();
    const reference = `「审议行政复议案件23件」(长安区2020年度报告,二,第3段,${ORIGIN}/${await pinned('p3')})`;
    await page.goto(`${url}cite/?ref=${encodeURIComponent(reference)}`);
    await page.getByText('#p3 的文字此后有改动').waitFor();
    await page.getByText('引文与第1版的原文一致').waitFor();
    const former = page.getByRole('link', { name: '第1版原文' });
    expect(await former.getAttribute('href')).toBe(`/${report}v1/#p3`);
    await page.close();
  });
});

describe('a corrected report', () => {
  test('marks the paragraph, and says what was mended and why', async ({ browser }) => {
    const page = await open(browser, report);
    await page.getByRole('link', { name: '这一段有更正' }).click();
    expect(new URL(page.url()).hash).toBe('#correction-p3');
    expect(await page.locator('#correction-p3').innerText()).toBe(
      '2026年12月1日更正：「审议」改为「审理」。扫描件误识。',
    );
    expect(await page.locator('#about-text').innerText()).toContain('「审议」改为「审理」');
    await page.context().close();
  });

  test.for([report, `${report}v1/`, `${report}v1/diff/`, WITHDRAWN])(
    'has no barrier at %s',
    async (path, { browser }) => {
      const page = await browser.newPage();
      await page.goto(url + path);
      expect(await pageFaults(page)).toEqual([]);
      await page.close();
    },
  );

  test('has no broken link in any of its versions', async () => {
    expect(await brokenLinks({ directory: join(directory, 'site'), url }, ORIGIN)).toEqual([]);
  });
});
