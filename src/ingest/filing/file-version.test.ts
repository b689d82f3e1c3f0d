import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkContent, contentFiles } from '../../check/check-content.ts';
import { allRules } from '../../check/rules/all-rules.ts';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { releaseArchive } from '../../publish/release/release-archive.ts';
import {
  formatReportFile,
  parseReportFile,
  type ReportFile,
} from '../../report/file/report-file.ts';
import { ingestFile } from '../ingest.ts';
import { fileVersion } from './file-version.ts';

const vocabularies = await readVocabularies(projectContent);
const FIRST = [
  '石家庄市长安区人民政府2020年法治政府建设工作报告',
  '发布时间：2021-03-05',
  '2020年，我区坚持依法行政，扎实推进法治政府建设各项工作，现将有关情况报告如下：',
  '一、加强组织领导',
  '区委、区政府定期听取工作汇报，研究解决重大问题，全年召开专题会议12次，各部门认真落实。',
  '二、依法履行职能',
  '深化放管服改革，取消行政许可15项，办理行政复议案件23件，群众满意度不断提升。',
].join('\n');
const SECOND = FIRST.replace('2021-03-05', '2021-06-01')
  .replace('复议案件23件', '复议案件32件')
  .concat('\n三、存在的问题\n个别部门法治意识还不强，下一步将加大培训力度，严格规范公正文明执法。');
const REPORT = 'reports/2020/130102-长安区.md';
const superseded = { date: '2026-11-22', why: '机关更正了数字' };

let contentDir: string;
beforeEach(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'version-'));
  expect(await ingest(FIRST)).toMatchObject({ outcome: 'written', path: REPORT });
});
afterEach(() => rm(contentDir, { recursive: true }));

async function ingest(text: string) {
  const file = path.join(contentDir, 'in.txt');
  await writeWhole(file, text);
  const context = { contentDir, vocabularies, given: {}, isDryRun: false };
  return ingestFile({ source: file, name: 'in.txt' }, context);
}
const read = async (file = REPORT) =>
  parseReportFile(await readFile(path.join(contentDir, file), 'utf8'), file);
async function edit(change: (report: ReportFile) => ReportFile): Promise<void> {
  await writeWhole(path.join(contentDir, REPORT), formatReportFile(change(await read())));
}
const file = (text: string) =>
  fileVersion(
    contentDir,
    { of: REPORT, bytes: new TextEncoder().encode(text), name: 'in.txt', url: null, superseded },
    vocabularies,
  );
async function errors(): Promise<string[]> {
  const outcome = await checkContent(contentFiles(contentDir), vocabularies, allRules);
  return outcome.messages
    .filter(({ severity }) => severity === 'error')
    .map(({ code, text }) => `${code} ${text}`);
}

it('puts the new text in the report’s place and keeps the old one whole', async () => {
  expect(await file(SECOND)).toBe('');
  expect((await read()).frontmatter).toMatchObject({
    ...{ id: '130102-2020', version: 2, published: '2021-03-05', republished: '2021-06-01' },
  });
  expect((await read()).body.sections).toHaveLength(3);
  const kept = await read('versions/2020/130102-长安区.v1.md');
  expect(kept.frontmatter).toMatchObject({ version: 1, superseded });
  expect(kept.body.sections).toHaveLength(2);
  expect(await errors()).toEqual([]);
});

it('leaves every published address with a reason', async () => {
  await releaseArchive(contentDir);
  await file(SECOND.replace('我区坚持依法行政，', ''));
  expect(await errors()).toEqual([]);
  const record = JSON.parse(
    await readFile(path.join(contentDir, 'anchors/2020/130102-长安区.json'), 'utf8'),
  );
  expect(record.changes.map(({ id }: { id: string }) => id)).toEqual(['s0', 'p1', 's2', 'p3']);
  await releaseArchive(contentDir);
  expect(await errors()).toEqual([]);
});

it('carries over what editors decided and how they mended the outline', async () => {
  await edit(({ frontmatter, body }) => ({
    frontmatter: {
      ...frontmatter,
      issuer: '长安区人民政府',
      basis: { ...frontmatter.basis, issuer: 'editor' },
    },
    body: {
      ...body,
      sections: body.sections.map((section) => ({
        ...section,
        ...(section.label === '一、' ? { style: 'run-in', stop: null } : {}),
      })),
    },
  }));
  expect(await file(SECOND)).toBe('');
  const { frontmatter, body } = await read();
  expect(frontmatter).toMatchObject({ issuer: '长安区人民政府', basis: { issuer: 'editor' } });
  expect(body.sections.map(({ style }) => style)).toEqual(['run-in', 'own-line', 'own-line']);
  expect(JSON.stringify(body)).toContain('复议案件32件');
});

it('leaves a doubt where the new source speaks against an editor', async () => {
  await edit(({ frontmatter, body }) => ({
    frontmatter: {
      ...frontmatter,
      title: '长安区报告',
      basis: { ...frontmatter.basis, title: 'editor' },
    },
    body,
  }));
  expect(await file(SECOND.replace('法治政府建设工作报告', '法治政府建设年度报告'))).toBe('title');
  const { title, review } = (await read()).frontmatter;
  expect(title).toBe('长安区报告');
  expect(review[0]?.evidence).toContain('法治政府建设年度报告');
});

it('leaves open what is doubtful of the new source, and what nobody has settled of the old', async () => {
  const open = { field: 'region', value: '130102', confidence: 0.5, evidence: '长安区' };
  const ofText = { field: 'text', value: null, confidence: 0, evidence: '第2页' };
  await edit(({ frontmatter, body }) => ({
    frontmatter: { ...frontmatter, review: [open, ofText] },
    body,
  }));
  expect(await file(SECOND.replace('严格规范', '严格\u001b规范'))).toBe(
    '1 place in the text, region',
  );
  const { review } = (await read()).frontmatter;
  expect(review.map(({ evidence }) => evidence)).toEqual([
    expect.stringContaining('holds control characters'),
    '长安区',
  ]);
});

it('knows the sources of both versions again, and changes nothing', async () => {
  await file(SECOND);
  const before = await readFile(path.join(contentDir, REPORT), 'utf8');
  expect(await ingest(SECOND)).toMatchObject({
    outcome: 'written',
    reason: expect.stringContaining('unchanged'),
  });
  expect(await ingest(FIRST)).toMatchObject({ outcome: 'duplicate', path: REPORT });
  expect(await readFile(path.join(contentDir, REPORT), 'utf8')).toBe(before);
});
