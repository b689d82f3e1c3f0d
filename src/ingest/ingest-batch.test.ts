import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles, projectContent } from '../content/content-directory.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { removeParts, writeTogether, writeWhole } from '../content/write-whole.ts';
import type { Given } from './describe/description.ts';
import type { IngestOutcome } from './filing/settle-source.ts';
import { ingestBatch, ingestFile } from './ingest.ts';
import { listSources } from './ingest-options.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const vocabularies = await readVocabularies(projectContent);
let root: string;
let contentDir: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'batch-'));
  contentDir = path.join(root, 'content');
});
afterEach(() => rm(root, { recursive: true }));

const contextOf = (dir: string, given: Given = {}) => ({
  ...{ contentDir: dir, vocabularies, given, isDryRun: false },
});

/** Puts fixtures into one folder, by the name they have there, and lists them. */
async function gather(names: Readonly<Record<string, string>>) {
  const folder = path.join(root, 'raw');
  await mkdir(folder, { recursive: true });
  for (const [name, fixture] of Object.entries(names))
    await cp(path.join(fixtures, fixture), path.join(folder, name));
  return (await listSources([folder])).map((source) => ({
    ...{ source, name: path.basename(source) },
  }));
}

async function run(files: Awaited<ReturnType<typeof gather>>, dir = contentDir, given: Given = {}) {
  const outcomes: IngestOutcome[] = [];
  for await (const one of ingestBatch(files, contextOf(dir, given), { threads: 2 }))
    outcomes.push(one);
  return outcomes.map(({ report, found, ...rest }) => rest);
}

async function contentOf(dir: string): Promise<[string, string][]> {
  const files = await listFiles(dir);
  return Promise.all(
    files.map(async (file) => [file, await readFile(path.join(dir, file), 'base64')]),
  );
}

/** One report from several places, other layouts, and what is refused or open. */
const MIXED = {
  '01.txt': 'title-twice/in.txt',
  '02.html': 'html-government-cms/in.html',
  '03.txt': 'title-twice/in.txt',
  '04.docx': 'docx/in.docx',
  '05.txt': 'near-miss-news/in.txt',
  '06.pdf': 'pdf/in.pdf',
  '07.txt': 'review-without-region/in.txt',
  '08.txt': 'title-broken/in.txt',
  '09.txt': 'unsound-mojibake/in.txt',
  '10.txt': 'encoding-gb18030/in.txt',
};

it('ends where the machine cannot write, and leaves nothing half', async () => {
  const files = await gather({ '01.txt': 'title-twice/in.txt' });
  const blocked = 'sources/2020';
  await writeWhole(path.join(contentDir, blocked), 'a file in place of the folder');
  await expect(run(files)).rejects.toThrow(expect.objectContaining({ code: 'EEXIST' }));
  expect(await listFiles(contentDir)).toEqual([blocked]);
  const [one, two] = ['one', 'one/two'].map((name) => path.join(contentDir, name));
  const pair = [one, two].map((name = '') => [name, ''] as const);
  await expect(writeTogether(pair)).rejects.toThrow(expect.objectContaining({ code: 'EEXIST' }));
  expect(await listFiles(contentDir)).toEqual([blocked]);
});

it('gives what its files give one by one, in their order, also where it was stopped', async () => {
  const files = await gather(MIXED);
  const alone = path.join(root, 'alone');
  const expected: IngestOutcome[] = [];
  for (const { source, name } of files) {
    const { report, found, ...rest } = await ingestFile(
      { source: source, name: name },
      contextOf(alone),
    );
    expected.push(rest);
  }
  const whole = path.join(root, 'whole');
  expect(await run(files, whole)).toEqual(expected);
  expect(await contentOf(whole)).toEqual(await contentOf(alone));

  for await (const { file } of ingestBatch(files, contextOf(contentDir), { threads: 2 }))
    if (file === '04.docx') break;
  const before = await contentOf(contentDir);
  const outcomes = await run(files);
  expect(outcomes[0]).toMatchObject({
    outcome: 'written',
    reason: expect.stringMatching(/unchanged/),
  });
  expect(await contentOf(contentDir)).toEqual(await contentOf(alone));
  expect(await contentOf(contentDir)).toEqual(expect.arrayContaining(before));
});

it('takes no snapshot for done whose report was not written', async () => {
  const files = await gather({ 'a.txt': 'title-twice/in.txt' });
  await run(files);
  const report = path.join(contentDir, 'reports/2020/410621-浚县.md');
  const text = await readFile(report, 'utf8');
  await rm(report);
  expect(await run(files)).toMatchObject([{ outcome: 'written', reason: null }]);
  expect(await readFile(report, 'utf8')).toBe(text);
});

it('knows a file again wherever an editor has moved its report to', async () => {
  const files = await gather({ 'a.txt': 'title-twice/in.txt' });
  await run(files);
  const moved: Readonly<Record<string, string>> = {
    'reports/2020/410621-浚县.md': 'reports/2020/410622-淇县.md',
    'sources/2020/410621-浚县.txt': 'sources/2020/410622-淇县.txt',
  };
  for (const [from, to] of Object.entries(moved))
    await rename(path.join(contentDir, from), path.join(contentDir, to));
  const report = path.join(contentDir, 'reports/2020/410622-淇县.md');
  const text = await readFile(report, 'utf8');
  await writeFile(report, text.replaceAll('410621-浚县', '410622-淇县'));
  expect(await run(files)).toMatchObject([
    {
      outcome: 'written',
      reason: expect.stringMatching(/unchanged/),
      path: 'reports/2020/410622-淇县.md',
    },
  ]);
  expect(await listFiles(contentDir)).toHaveLength(2);
});

it('refuses another place for a file that the archive holds', async () => {
  const files = await gather({ 'a.txt': 'title-twice/in.txt' });
  await run(files);
  const before = await contentOf(contentDir);
  expect(await run(files, contentDir, { region: '410622' })).toMatchObject([
    {
      outcome: 'refused',
      code: 'i-026',
      reason: expect.stringMatching(/region `410622`.+expected `410621`/),
    },
  ]);
  expect(await contentOf(contentDir)).toEqual(before);
});

it('takes a document out of the review once it can be filed', async () => {
  const files = await gather({ 'a.txt': 'review-without-region/in.txt' });
  expect(await run(files)).toMatchObject([{ outcome: 'review' }]);
  expect(await readdir(path.join(contentDir, 'review'))).toHaveLength(2);
  const given: Given = { region: '410621', year: 2019, kind: 'other' };
  expect(await run(files, contentDir, given)).toMatchObject([{ outcome: 'written' }]);
  expect(await readdir(path.join(contentDir, 'review'))).toEqual([]);
  expect(await run(files)).toMatchObject([
    { outcome: 'written', reason: expect.stringMatching(/unchanged/) },
  ]);
});

it('clears away what a killed run was writing, and nothing that is being written', async () => {
  const folder = path.join(contentDir, 'sources/2020');
  await mkdir(folder, { recursive: true });
  const dead = 'a.txt.999999999-0123abcd.part';
  const living = `b.txt.${process.ppid}-0123abcd.part`;
  for (const name of [dead, living, 'c.txt']) await writeFile(path.join(folder, name), '');
  await removeParts(contentDir);
  expect(await readdir(folder)).toEqual([living, 'c.txt']);
});

it('lists a file once, and leaves out what a browser saved beside a page', async () => {
  const files = ['a.html', 'a_files/x.js', 'b.htm', 'b.files/y.png', 'c_files/d.txt', 'a.txt'];
  for (const file of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), '');
  }
  const listed = await listSources([root, path.join(root, 'a.html'), path.join(root, 'none')]);
  expect(listed.map((file) => path.relative(root, file))).toEqual([
    ...['a.html', 'a.txt', 'b.htm', 'c_files/d.txt', 'none'],
  ]);
});

it.runIf(process.platform !== 'win32')(
  'lists links in a directory too, where each is read or refused, and nothing hidden',
  async () => {
    const folder = path.join(root, 'links');
    await mkdir(path.join(folder, '.git'), { recursive: true });
    await writeFile(path.join(folder, '.git/config'), '');
    await writeFile(path.join(root, 'one.txt'), '');
    for (const [name, to] of [
      ['a.txt', '../one.txt'],
      ['b.txt', 'nowhere'],
      ['c', '..'],
    ] as const)
      await symlink(to, path.join(folder, name));
    const files = (await listSources([folder])).map((source) => ({ source, name: source }));
    expect(files.map(({ name }) => path.basename(name))).toEqual(['a.txt', 'b.txt', 'c']);
    expect((await run(files)).map(({ code }) => code)).toEqual(['i-001', 'i-004', 'i-004']);
  },
);

it('names the report that is held where the fault lies in that', async () => {
  const files = await gather({ '01.txt': 'title-twice/in.txt' });
  const [{ path: held = '' } = {}] = await run(files);
  await writeWhole(path.join(contentDir, held ?? ''), '正文');
  const [outcome] = await run(files);
  expect(outcome).toMatchObject({
    code: 'm-001',
    reason: expect.stringContaining(`${held}: line 1:`),
  });
});
