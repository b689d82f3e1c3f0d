import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import { textLikeness } from '../../report/text-likeness.ts';
import { ingestFile } from '../ingest.ts';

const vocabularies = await readVocabularies(projectContent);
let contentDir: string;
beforeEach(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'settle-'));
});
afterEach(() => rm(contentDir, { recursive: true }));

/** Text of which no two runs of characters are alike. */
const words = (from: number, length: number) =>
  Array.from({ length }, (_, at) =>
    String.fromCodePoint(0x4e00 + (((from + at) * 7) % 20_000)),
  ).join('');
const HEAD = '2020年，我区坚持依法行政，扎实推进法治政府建设各项工作，现将有关情况报告如下：';
/** A report whose text has so many characters that no other has, of 1,000. */
const report = (title: string, seed: number, own: number) =>
  [
    ...[title, HEAD, '一、主要工作'],
    ...[`${words(0, 1000 - own)}。`, '二、下一步工作', `${words(seed, own)}。`],
  ].join('\n');

async function settle(text: string, own: { readonly url?: string } = {}) {
  const source = path.join(contentDir, 'in.txt');
  await writeFile(source, text);
  const context = {
    isDryRun: false,
    contentDir,
    vocabularies,
    given: { region: '130102', year: 2020, ...own },
  };
  return ingestFile({ source, name: 'in.txt' }, context);
}

const ANNUAL = '石家庄市长安区2020年法治政府建设工作报告';
const PLAN = '石家庄市长安区2020年法治政府建设工作实施方案';

it.each([
  ['another plan', PLAN, 116, 0.799, 'written'],
  ['the same plan', PLAN, 115, 0.801, 'duplicate'],
  ['another annual report', ANNUAL, 450, 0.399, 'written'],
  ['the same annual report, written anew', ANNUAL, 449, 0.4, 'duplicate'],
] as const)('takes a text for %s', async (_, title, own, alike, outcome) => {
  const [first, second] = [report(title, 5000, own), report(title, 10_000, own)];
  const [one = '', other = ''] = [first, second].map((text) => text.slice(title.length));
  expect(textLikeness(one, other)).toBeCloseTo(alike, 2);
  expect((await settle(first)).outcome).toBe('written');
  expect((await settle(second)).outcome).toBe(outcome);
});

const FILE = 'reports/2020/130102-长安区.md';
const held = async () =>
  parseReportFile(await readFile(path.join(contentDir, FILE), 'utf8'), FILE).frontmatter;

it('refuses a report where another one stands at its place, and leaves that as it is', async () => {
  await settle(report(ANNUAL, 5000, 900));
  const file = path.join(contentDir, FILE);
  const other = (await readFile(file, 'utf8')).replace('130102-2020', '130102-2020-other');
  await writeFile(file, other);
  await rm(path.join(contentDir, 'sources/2020/130102-长安区.txt'));
  expect(await settle(report(ANNUAL, 10_000, 900))).toMatchObject({
    outcome: 'refused',
    code: 'i-027',
    reason: expect.stringContaining(`at \`${FILE}\``),
  });
  expect(await readFile(file, 'utf8')).toBe(other);
});

it('offers what a second source has and the first lacks, once, and takes none of it by itself', async () => {
  const first = report(ANNUAL, 5000, 100);
  const second = first.replace(HEAD, `发布日期：2021-03-05\n${HEAD}`);
  await settle(first);
  const url = 'http://www.sjzca.gov.cn/1.html';
  expect(await settle(second, { url })).toMatchObject({
    outcome: 'duplicate',
    reason: expect.stringMatching(/to be reviewed: published, url$/),
  });
  await settle(second.replace('发布日期', '发布时间'), { url });
  const { published, source, review } = await held();
  expect([published, source.url]).toEqual([null, null]);
  expect(review.map(({ field, value }) => [field, value])).toEqual([
    ['published', '2021-03-05'],
    ['url', url],
  ]);
  expect(review[0]?.evidence).toBe('another source says so: sources/2020/130102-长安区.2.txt');
});

it('offers nothing that the first source has', async () => {
  const dated = report(ANNUAL, 5000, 100).replace(HEAD, `发布日期：2021-03-05\n${HEAD}`);
  const url = 'http://www.sjzca.gov.cn/1.html';
  await settle(dated, { url });
  await settle(dated.replace('发布日期', '发布时间'), { url: 'http://www.hebei.gov.cn/2.html' });
  expect((await held()).review).toEqual([]);
});
