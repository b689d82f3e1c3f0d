import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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

it('writes anew the parts whose rows changed, and what is damaged, and no other', async () => {
  const first = await write('first', compiled.files, { data: {}, parts: {} }, () => false);
  // What a page shows of other reports is in no row of them.
  const changed = compiled.files.map((file) =>
    file.summary.year === 2019 ? { ...file, shown: 'other relatives' } : file,
  );
  const mended = changed.map((file) =>
    file.summary.id === '410600-2017' ? { ...file, added: '2026-11-28' } : file,
  );
  const damaged = 'data/observations/2018.parquet';
  const second = await write('second', mended, first, (file) => file !== damaged);
  expect(Object.keys(second.parts)).toEqual(Object.keys(first.parts));
  const written = Object.keys(second.parts).filter((file) =>
    existsSync(path.join(folder, 'second', file)),
  );
  expect(written).toEqual(['data/reports/2017.parquet', damaged]);
  expect(second.parts[damaged]?.hash).toBe(first.parts[damaged]?.hash);
});

it('writes anew the paragraphs of a year where a word of one changed, and not its figures', async () => {
  const first = await write('first', compiled.files, { data: {}, parts: {} }, () => false);
  const own = path.join(folder, 'compiled/reports/410600-2017.json');
  const text = readFileSync(own, 'utf8');
  writeFileSync(own, text.replace('贯彻落实', '贯彻执行'));
  const changed = compiled.files.map((file) =>
    file.summary.id === '410600-2017' ? { ...file, shown: 'another word' } : file,
  );
  const second = await write('third', changed, first, () => true);
  writeFileSync(own, text);
  const written = Object.keys(second.parts).filter((file) =>
    existsSync(path.join(folder, 'third', file)),
  );
  expect(written).toEqual(['data/paragraphs/2017.parquet']);
});
