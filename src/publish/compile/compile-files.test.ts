import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeArchive } from '../../../scripts/bench/build/make-archive.ts';
import { listFiles, projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { type CompileOutcome, compileFiles, readReportSource } from './compile-files.ts';

const REPORTS = 40;

let contentDir = '';
let vocabularies: Vocabularies;
let files: string[] = [];

beforeAll(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'compile-files-'));
  vocabularies = await readVocabularies(projectContent);
  const made = await makeArchive(REPORTS, contentDir, vocabularies.regions);
  files = made.map(({ report }) => report);
  await appendFile(path.join(contentDir, files[7] ?? ''), '\n##### \n');
});
afterAll(() => rm(contentDir, { recursive: true, force: true }));

async function* sources() {
  for (const file of files) yield readReportSource(contentDir, file, 'code');
}

async function outcomesOf(name: string, worthThreads: number) {
  const folder = path.join(contentDir, name);
  const outcomes: CompileOutcome[] = [];
  const onDone = (outcome: CompileOutcome) => {
    outcomes.push(outcome);
  };
  await compileFiles(sources(), { folder, contentDir, vocabularies }, onDone, worthThreads);
  const written = await Promise.all(
    (await listFiles(folder)).map((file) => readFile(path.join(folder, file), 'utf8')),
  );
  const told = outcomes.map((outcome) => JSON.stringify(outcome)).sort();
  return { outcomes: told.map((text) => JSON.parse(text)), written };
}

it('many reports compiled by threads are those compiled one after the other, errors included', async () => {
  const [threads, one] = [
    await outcomesOf('by-threads', REPORTS / 2),
    await outcomesOf('one-by-one', REPORTS + 1),
  ];
  expect(threads).toEqual(one);
  // A file a report.
  expect(threads.written).toHaveLength(REPORTS - 1);
  expect(threads.outcomes.filter((outcome) => 'error' in outcome)).toMatchObject([
    { error: { location: { file: files[7] } } },
  ]);
});

it('a failure that is not in the content ends the compiling', async () => {
  const folder = path.join(contentDir, 'no-folder');
  await writeFile(folder, 'a file');
  for (const worthThreads of [1, REPORTS + 1])
    await expect(
      compileFiles(sources(), { folder, contentDir, vocabularies }, () => {}, worthThreads),
    ).rejects.toThrow(/no-folder/);
});

it('no more texts are read ahead than the threads soon need', async () => {
  let [read, done, ahead] = [0, 0, 0];
  async function* counted() {
    for await (const source of sources()) {
      read += 1;
      ahead = Math.max(ahead, read - done);
      yield source;
    }
  }
  const folder = path.join(contentDir, 'counted');
  const onDone = () => {
    done += 1;
  };
  await compileFiles(counted(), { folder, contentDir, vocabularies }, onDone, 1);
  expect(done).toBe(REPORTS);
  expect(ahead).toBeLessThanOrEqual(4 * availableParallelism() + 1);
});
