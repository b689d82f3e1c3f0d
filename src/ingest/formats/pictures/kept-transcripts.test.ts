import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectContent } from '../../../content/content-directory.ts';
import { readVocabularies } from '../../../content/read-vocabularies.ts';
import { ingestFile } from '../../ingest.ts';
import { dropRecognised, keepRecognised, readTranscript } from './kept-transcripts.ts';
import { recognisedStem } from './transcript.ts';

const PICTURE = fileURLToPath(new URL('./fixtures/line.png', import.meta.url));
const TRANSCRIPT = `〔第1页〕
浚县人民政府关于2023年度法治政府建设情况的报告
2023年，浚县围绕依法行政的各项要求，扎实推进法治政府建设，现将有关情况报告如下。
一、主要做法
县政府常务会议四次听取法治建设汇报，研究解决执法队伍和经费问题，把任务逐项分到各部门，并按季度检查落实。
二、存在的问题
一是个别单位执法程序不够严谨；二是基层法制审核力量仍然薄弱；三是普法形式还比较单一。
浚县人民政府
2024年1月15日
`;
const vocabularies = await readVocabularies(projectContent);
const bytes = await readFile(PICTURE);
let contentDir: string;
beforeAll(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'transcripts-'));
  await mkdir(path.join(contentDir, 'recognised'));
  await writeFile(path.join(contentDir, `${recognisedStem(bytes)}.txt`), TRANSCRIPT);
});
afterAll(() => rm(contentDir, { recursive: true }));

const ingest = (isConfirmed: boolean) =>
  ingestFile(
    { source: PICTURE, name: 'line.png' },
    { contentDir, vocabularies, given: { isConfirmed }, isDryRun: false },
  );

it('leaves a document of pictures to review, and files it once an editor has confirmed it', async () => {
  const draft = await ingest(false);
  expect(draft).toMatchObject({ outcome: 'review', code: 'i-014' });
  expect(draft.reason).toContain(`${recognisedStem(bytes)}.txt`);
  const filed = await ingest(true);
  expect(filed).toMatchObject({ outcome: 'written', path: 'reports/2023/410621-浚县.md' });
  expect(filed.report?.frontmatter).toMatchObject({
    signed: '2024-01-15',
    source: { file: 'sources/2023/410621-浚县.png' },
    review: [{ field: 'text', evidence: expect.stringContaining('识别') }],
  });
});

it('keeps what was recognised beside the source, its pictures too, until it is dropped', async () => {
  const source = Buffer.from('another source');
  expect(await readTranscript(contentDir, source)).toBeUndefined();
  const pictures = [{ where: '第2页', bytes }];
  await keepRecognised(contentDir, source, { transcript: '〔第2页〕\n', pictures });
  expect(await readTranscript(contentDir, source)).toBe('〔第2页〕\n');
  const kept = await readFile(path.join(contentDir, `${recognisedStem(source)}-第2页.png`));
  expect(kept.equals(bytes)).toBe(true);
  const count = async () => (await readdir(path.join(contentDir, 'recognised'))).length;
  const before = await count();
  await dropRecognised(contentDir, Buffer.from('a third'));
  expect(await count()).toBe(before);
  await dropRecognised(contentDir, source);
  expect(await count()).toBe(before - 2);
});
