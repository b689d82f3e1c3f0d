import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { compileArchive } from '../compile/compile-archive.ts';
import type { KeptData, KeptPart } from '../kept-site.ts';
import { writeData } from './data-files.ts';

let folder = '';
let compiled: Awaited<ReturnType<typeof compileArchive>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'year-parts-'));
  compiled = await compileArchive(projectContent, path.join(folder, 'compiled'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Write the data into a folder of their own, where what is in `before` is in place. */
function write(
  name: string,
  files: typeof compiled.files,
  before: { data: Record<string, KeptData>; parts: Record<string, KeptPart> },
  isWhole: (file: string) => boolean,
) {
  return writeData(files, {
    contentDir: projectContent,
    compiledDir: path.join(folder, 'compiled'),
    outDir: path.join(folder, name),
    origin: undefined,
    basePath: '/',
    vocabularies: compiled.vocabularies,
    site: path.join(folder, 'first'),
    before: before.data,
    partsBefore: before.parts,
    isWhole,
    contact: undefined,
  });
}

it('writes anew the parts of the year whose report changed, and what is damaged, alone', async () => {
  const first = await write('first', compiled.files, { data: {}, parts: {} }, () => false);
  const changed = compiled.files.map((file) =>
    file.summary.id === '410600-2017' ? { ...file, shown: 'other' } : file,
  );
  const damaged = 'data/reports/2018.parquet';
  const second = await write('second', changed, first, (file) => file !== damaged);
  expect(Object.keys(second.parts)).toEqual(Object.keys(first.parts));
  const written = Object.keys(second.parts).filter((file) =>
    existsSync(path.join(folder, 'second', file)),
  );
  expect(written).toEqual([
    'data/reports/2017.parquet',
    'data/paragraphs/2017.parquet',
    'data/observations/2017.parquet',
    damaged,
  ]);
  // The report itself is as it was, so that the bytes are too.
  for (const file of written) expect(second.parts[file]?.hash).toBe(first.parts[file]?.hash);
});
