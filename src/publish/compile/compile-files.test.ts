import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeArchive } from '../../../scripts/bench/build/make-archive.ts';
import { listFiles, projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { type CompileOutcome, compileEach, compileFiles } from './compile-files.ts';

/** Enough that threads are started. */
const REPORTS = 120;

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

async function outcomesOf(compile: typeof compileFiles, name: string) {
  const directory = path.join(contentDir, name);
  const outcomes: CompileOutcome[] = [];
  await compile({ files, contentDir, directory }, vocabularies, (one) => outcomes.push(one));
  const written = await Promise.all(
    (await listFiles(directory)).map((file) => readFile(path.join(directory, file), 'utf8')),
  );
  return { outcomes: outcomes.sort((a, b) => (a.file < b.file ? -1 : 1)), written };
}

it('many reports compiled by threads are those compiled one after the other, errors included', async () => {
  const [threads, one] = [
    await outcomesOf(compileFiles, 'by-threads'),
    await outcomesOf(compileEach, 'one-by-one'),
  ];
  expect(threads).toEqual(one);
  // Of each report its text and a sample of its words.
  expect(threads.written).toHaveLength(2 * (REPORTS - 1));
  expect(threads.outcomes.filter((outcome) => 'error' in outcome)).toMatchObject([
    { file: files[7], error: { place: { file: files[7] } } },
  ]);
});
