import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import { ingestFile } from '../ingest.ts';
import { walkDoubts } from './walk-doubts.ts';

const vocabularies = await readVocabularies(projectContent);
const BODY = [
  '2020年，我区坚持依法行政，扎实推进法治政府建设各项工作，现将有关情况报告如下：',
  '一、加强组织领导',
  '区委、区政府定期听取工作汇报，研究解决重大问题，全年召开专题会议12次，各部门认真落实。',
  '二、依法履行职能',
  '深化放管服改革，取消行政许可15项，办理行政复议案件23件，群众满意度不断提升。',
];
const PLACELESS = ['2020年法治政府建设工作报告', ...BODY].join('\n');
const PLACED = ['石家庄市长安区2020年法治政府建设工作报告', ...BODY].join('\n');

let contentDir: string;
beforeEach(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'review-'));
});
afterEach(() => rm(contentDir, { recursive: true }));

async function ingest(text: string, known: { url?: string; retrieved?: string } = {}) {
  const file = path.join(contentDir, 'in.txt');
  await writeWhole(file, text);
  const context = { contentDir, vocabularies, given: {}, isDryRun: false };
  return ingestFile({ source: file, name: 'in.txt', ...known }, context);
}

/** Answers one after the other, some after something else has happened, then ends the input. */
async function review(...answers: (string | (() => Promise<string>))[]): Promise<string> {
  const said: string[] = [];
  await walkDoubts(contentDir, vocabularies, {
    today: '2026-11-22',
    say: (line) => said.push(line),
    ask: async () => {
      const next = answers.shift();
      return typeof next === 'function' ? next() : next;
    },
  });
  return said.join('\n');
}
const read = async (file: string) =>
  parseReportFile(await readFile(path.join(contentDir, file), 'utf8'), file);

/** Files a report that ingest is sure of, and puts doubts on it. */
async function fileWithDoubts(...review: Record<string, unknown>[]): Promise<string> {
  const { path: file } = await ingest(PLACED);
  const text = await readFile(path.join(contentDir, file ?? ''), 'utf8');
  const entries = JSON.stringify(
    review.map((entry) => ({ confidence: 0.4, evidence: '区委、区政府', ...entry })),
  );
  await writeWhole(
    path.join(contentDir, file ?? ''),
    text.replace(/\n---\n/, `\nreview: ${entries}\n---\n`),
  );
  return file ?? '';
}

it('files a document whose place an editor knows, with the machine’s year accepted', async () => {
  expect(await ingest(PLACELESS)).toMatchObject({ outcome: 'review', code: 'i-011' });
  const said = await review('长安', '130102', 'a', 's');
  expect(said).toContain('i-011');
  expect(said).toContain('written → reports/2020/130102-长安区.md');
  expect((await read('reports/2020/130102-长安区.md')).frontmatter).toMatchObject({
    ...{ id: '130102-2020', region: '130102' },
    basis: { region: 'editor', year: 'editor' },
  });
  expect(await readdir(path.join(contentDir, 'review'))).toEqual([]);
});

it('leaves a document of which nothing is answered, though ingest could file it', async () => {
  await ingest(PLACELESS);
  const [snapshot = '', found = ''] = await readdir(path.join(contentDir, 'review'));
  await writeWhole(path.join(contentDir, 'review', snapshot), PLACED);
  const left = await readFile(path.join(contentDir, 'review', found), 'utf8');
  expect(await review('s', 's', 's')).toContain('0 settled, 1 looked at and left');
  expect(await readFile(path.join(contentDir, 'review', found), 'utf8')).toBe(left);
});

it('keeps of a document its name, address and day, also where it cannot be filed yet', async () => {
  await ingest(PLACELESS, { url: 'https://www.example.gov.cn/1.html', retrieved: '2021-04-01' });
  expect(await review('s', '2020', 's')).toContain('not filed yet');
  expect(await review('130102', 's', 's')).toMatch(/^in\.txt\n/m);
  expect((await read('reports/2020/130102-长安区.md')).frontmatter.source).toMatchObject({
    ...{ url: 'https://www.example.gov.cn/1.html', retrieved: '2021-04-01' },
  });
});

it('tells of a file that cannot be read, and goes on to the others', async () => {
  await fileWithDoubts(
    { field: 'issuer', value: '长安区人民政府' },
    { field: 'text', value: '甲' },
  );
  await writeWhole(path.join(contentDir, 'reports/2019/broken.md'), '正文\nreview: x\n');
  await writeWhole(path.join(contentDir, 'review/0.yaml'), 'code: [');
  const said = await review('a', 's');
  expect(said).toContain('reports/2019/broken.md:1 m-001');
  expect(said).toContain('review/0.yaml i-941');
  expect(said).toContain('1 settled, 3 looked at and left');
  await ingest(PLACELESS);
  expect((await review('s', 'b', 'q')).match(/text: 甲/g)).toHaveLength(2);
  await rm(path.join(contentDir, 'sources'), { recursive: true });
  expect(await review()).toContain('(ENOENT)');
});

it('shows each doubt with its evidence, and writes each decision at once', async () => {
  const file = await fileWithDoubts(
    { field: 'issuer', value: '石家庄市长安区人民政府' },
    { field: 'published', value: null },
  );
  const said = await review('长安区人民政府', '2021-13', 'q');
  expect(said).toContain('issuer: 石家庄市长安区人民政府');
  expect(said).toMatch(/line 4: 区委、区政府/);
  expect(said).toContain('1 settled, 1 looked at and left');
  const { frontmatter } = await read(file);
  expect(frontmatter).toMatchObject({
    issuer: '长安区人民政府',
    basis: { issuer: 'editor' },
    review: [{ field: 'published' }],
  });
});

it('takes a value only once it is one', async () => {
  const file = await fileWithDoubts({ field: 'published', value: null });
  expect(await review('3月5日', '2021-03-05')).toContain('expected a date');
  expect((await read(file)).frontmatter).toMatchObject({ published: '2021-03-05', review: [] });
});

it('moves a report whose place was mistaken, with its snapshot', async () => {
  const file = await fileWithDoubts({ field: 'region', value: '130102' });
  expect(await review('西安市长安区')).toContain('→ reports/2020/610116-长安区.md');
  const { frontmatter } = await read('reports/2020/610116-长安区.md');
  expect(frontmatter).toMatchObject({
    ...{ id: '610116-2020', region: '610116', review: [] },
    source: { file: 'sources/2020/610116-长安区.txt' },
  });
  const bytes = await readFile(path.join(contentDir, frontmatter.source.file));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(frontmatter.source.sha256);
  await expect(read(file)).rejects.toThrow('ENOENT');
});

it('moves its second sources with it', async () => {
  await fileWithDoubts({ field: 'region', value: '130102' });
  await writeWhole(path.join(contentDir, 'sources/2020/130102-长安区.2.html'), '甲');
  await writeWhole(path.join(contentDir, 'sources/2020/130102-长安区-plan.txt'), '乙');
  await review('西安市长安区');
  expect(await readdir(path.join(contentDir, 'sources/2020'))).toEqual([
    ...['130102-长安区-plan.txt', '610116-长安区.2.html', '610116-长安区.txt'],
  ]);
});

it('does not move a report whose address is published, or that has versions', async () => {
  const file = await fileWithDoubts({ field: 'region', value: '130102' });
  await writeWhole(path.join(contentDir, 'anchors/2020/130102-长安区.json'), '{}');
  const said = await review('610116', 'b', 'q');
  expect(said).toContain('i-942');
  expect(said).toContain('0 settled');
  expect((await read(file)).frontmatter).toMatchObject({ region: '130102', id: '130102-2020' });
  await rm(path.join(contentDir, 'anchors'), { recursive: true });
  const text = await readFile(path.join(contentDir, file), 'utf8');
  await writeWhole(path.join(contentDir, file), text.replace('\nreview:', '\nversion: 2\nreview:'));
  expect(await review('610116')).toContain('i-942');
});

it('files another text of a report as its new version, once an editor says so', async () => {
  const { path: file } = await ingest(PLACED);
  const revised = PLACED.replace('复议案件23件', '复议案件32件');
  expect(await ingest(revised)).toMatchObject({ outcome: 'review', code: 'i-024' });
  const said = await review('v', '机关更正了复议案件数');
  expect(said).toMatch(/- ….*办理行政复议案件23件/);
  expect(said).toMatch(/\+ ….*办理行政复议案件32件/);
  expect((await read(file ?? '')).frontmatter).toMatchObject({
    version: 2,
    source: { file: 'sources/2020/130102-长安区.v2.txt' },
  });
  expect((await read('versions/2020/130102-长安区.v1.md')).frontmatter).toMatchObject({
    version: 1,
    superseded: { date: '2026-11-22', why: '机关更正了复议案件数' },
    source: { file: 'sources/2020/130102-长安区.txt' },
  });
  expect(await readdir(path.join(contentDir, 'review'))).toEqual([]);
});

it('files no version where the editor leaves at the reason, or another editor filed it', async () => {
  const { path: file = '' } = await ingest(PLACED);
  await ingest(PLACED.replace('复议案件23件', '复议案件32件'));
  for (const answers of [['v'], ['v', 'q'], ['v', 'b']])
    expect(await review(...answers)).toContain('0 settled, 1 looked at and left');
  const other = async () => {
    await review('v', '');
    return 'v';
  };
  expect(await review(other, '')).toContain('i-026');
  expect((await read(file ?? '')).frontmatter.version).toBe(2);
});

it('keeps a text that is only another source beside the first', async () => {
  const { path: file } = await ingest(PLACED);
  const before = await readFile(path.join(contentDir, file ?? ''), 'utf8');
  await ingest(PLACED.replace('会议12次', '会议11次'));
  expect(await review('d')).toContain('second source → sources/2020/130102-长安区.2.txt');
  expect(await readFile(path.join(contentDir, file ?? ''), 'utf8')).toBe(before);
});

it('goes back to the question before, over files too, and takes back what was decided', async () => {
  const file = await fileWithDoubts(
    { field: 'issuer', value: '石家庄市长安区人民政府' },
    { field: 'text', value: '甲', evidence: '第1页' },
    { field: 'text', value: '乙', evidence: '第2页' },
  );
  await ingest(PLACELESS);
  const said = await review('甲区政府', 'a', 'b', 's', 's', 'b', 'B', 'b', 'b', 'quit');
  expect(said).toContain('taken back');
  expect(said).toContain('this is the first question');
  const { frontmatter } = await read(file);
  expect(frontmatter.issuer).toBe('甲区政府');
  expect(frontmatter.review.map(({ value }) => value)).toEqual(['甲', '乙']);
  expect(await readdir(path.join(contentDir, 'review'))).toHaveLength(2);
});

it('takes nothing back over what was mended in the file since', async () => {
  const file = await fileWithDoubts(
    { field: 'issuer', value: '石家庄市长安区人民政府' },
    { field: 'text', value: '甲', evidence: '第1页' },
  );
  const mend = async () => {
    const text = await readFile(path.join(contentDir, file), 'utf8');
    await writeWhole(path.join(contentDir, file), text.replace('会议12次', '会议13次'));
    return 'b';
  };
  const said = await review('甲区政府', mend, 'q');
  expect(said).toContain(`${file} was changed since`);
  expect(said).toContain('1 settled');
  expect(await readFile(path.join(contentDir, file), 'utf8')).toMatch(/会议13次/);
});

it('shows of another text what is doubtful in it, and goes back from it', async () => {
  await ingest(PLACED);
  await ingest(PLACED.replace('复议案件23件', '复议\u001b案件32件'));
  const said = await review('n', 'b', 'q');
  expect(said).toMatch(/\? line 6 holds control characters/);
  expect(said).toContain('one of v, d, s, x, b, q');
  expect(await readdir(path.join(contentDir, 'review'))).toHaveLength(2);
});

it('says so where nothing waits', async () => {
  await ingest(PLACED);
  expect(await review()).toBe('no report has a doubt, and no document waits to be filed');
});

it('deletes a document that is none for the archive, once that is said twice', async () => {
  await ingest(PLACELESS);
  await review('x', 'no', 'q');
  expect(await readdir(path.join(contentDir, 'review'))).toHaveLength(2);
  expect(await review('X', 'y')).toContain('1 settled, 0 looked at and left');
  expect(await readdir(path.join(contentDir, 'review'))).toEqual([]);
});

it('asks of a report that was taken out only whether the copy stays here', async () => {
  const { path: file = '' } = await ingest(PLACED);
  const stem = (file ?? '').slice('reports/'.length, -'.md'.length);
  for (const one of [`reports/${stem}.md`, `sources/${stem}.txt`])
    await rm(path.join(contentDir, one));
  const departed = { kind: 'withdrawn', title: '报告', why: '机关撤回', date: '2026-11-22' };
  const record = JSON.stringify({ id: '130102-2020', version: 1, anchors: {}, departed });
  await writeWhole(path.join(contentDir, `anchors/${stem}.json`), record);
  expect(await ingest(PLACED)).toMatchObject({ outcome: 'review', code: 'i-028' });
  const said = await review('130102', 's');
  expect(said).toContain('机关撤回');
  expect(said).toContain(`take \`departed\` out of anchors/${stem}.json`);
  expect(said).not.toContain('region:');
  expect(await review('x', 'y')).toContain('deleted');
});
