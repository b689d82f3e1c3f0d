import { appendFile, cp, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectContent } from '../content/content-directory.ts';
import { fileState } from '../content/proven-file.ts';
import { writeWhole } from '../content/write-whole.ts';
import type { BuildOptions } from './build-options.ts';
import {
  assertNotEmptied,
  digestInput,
  findDamaged,
  readKeptSite,
  writeKeptSite,
} from './kept-site.ts';

const report = 'reports/2017/410600-鹤壁市.md';
let folder = '';
let options: BuildOptions;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unchanged-'));
  const contentDir = path.join(folder, 'content');
  const outDir = path.join(folder, 'site');
  await cp(path.join(projectContent, 'reports'), path.join(contentDir, 'reports'), {
    recursive: true,
    preserveTimestamps: true,
  });
  options = { contentDir, outDir, origin: undefined, basePath: '/' };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('what a site is made from', () => {
  it('is the same where nothing has changed', async () => {
    expect(await digestInput(options)).toEqual(await digestInput(options));
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a report has changed', () => appendFile(path.join(options.contentDir, report), '一段。\n')],
    ['a report was touched', () => utimes(path.join(options.contentDir, report), 1, 1)],
    ['a report has gone', () => rm(path.join(options.contentDir, report))],
    ['a snapshot has come', () => writeWhole(path.join(options.contentDir, 'sources/a.txt'), 'a')],
  ])('is other content, in the same frame, where %s', async (_, change) => {
    const before = await digestInput(options);
    await change();
    const { input, frame } = await digestInput(options);
    expect(input).not.toBe(before.input);
    expect(frame).toBe(before.frame);
  });

  it('is another frame where the archive has a vocabulary of its own', async () => {
    const before = await digestInput(options);
    await writeWhole(path.join(options.contentDir, 'themes/themes.yaml'), 'version: 1');
    expect((await digestInput(options)).frame).not.toBe(before.frame);
  });

  it.each<[string, Partial<BuildOptions>]>([
    ['another base path', { basePath: '/fazhi/' }],
    ['another origin', { origin: 'https://archive.example' }],
    ['another folder', { outDir: '/elsewhere' }],
  ])('is another frame for %s', async (_, changed) => {
    const before = await digestInput(options);
    expect((await digestInput({ ...options, ...changed })).frame).not.toBe(before.frame);
  });

  it('is another frame for another contact address', async () => {
    const before = await digestInput(options);
    const env = { ...process.env, CONTACT_URL: 'https://a.example' };
    expect((await digestInput(options, env)).frame).not.toBe(before.frame);
  });
});

describe('a site in place', () => {
  const at = (file: string) => path.join(options.outDir, file);
  const files = ['r/index.json', 'r/a/index.html', 'search/manifest.json'];
  const states = () => ({ files: Object.fromEntries(files.map((f) => [f, fileState(at(f))])) });
  beforeEach(async () => {
    for (const file of files) await writeWhole(at(file), file);
  });

  it('is whole where each file is as it was written, whatever else lies there', async () => {
    const kept = states();
    await writeWhole(at('CNAME'), 'own');
    expect(findDamaged(options.outDir, kept)).toEqual(new Set());
  });

  it.each<[string, (file: string) => Promise<unknown>]>([
    ['emptied', (file) => truncate(file, 0)],
    ['cut', (file) => truncate(file, 3)],
    ['removed', (file) => rm(file)],
    [
      'changed, its size and time kept',
      async (file) => {
        await writeFile(file, 'R/A/INDEX.HTML');
        await utimes(file, 1, 1);
      },
    ],
  ])('is damaged where a file was %s', async (_, damage) => {
    await utimes(at('r/a/index.html'), 1, 1);
    const kept = states();
    await damage(at('r/a/index.html'));
    expect(findDamaged(options.outDir, kept)).toEqual(new Set(['r/a/index.html']));
  });

  it('is known by its record, which is forgotten with the site', async () => {
    const built = {
      ...{ reports: 1, pages: 1, files: 3, bytes: 3, dataBytes: 1, searchBytes: 1 },
      largest: { file: 'a', bytes: 1 },
    };
    const kept = { input: 'i', frame: 'f', pages: {}, data: {}, built, ...states() };
    writeKeptSite(options.outDir, JSON.stringify(kept));
    expect(readKeptSite(options.outDir)).toEqual(kept);
    await rm(options.outDir, { recursive: true });
    writeKeptSite(folder, JSON.stringify(kept));
    expect(readKeptSite(options.outDir)).toBeUndefined();
  });
});

describe('a content directory without a report', () => {
  const index = () => path.join(options.outDir, 'r/index.json');

  it.each([
    ['three reports', '[1,2,3]', 'has 3'],
    ['a list of reports that is not whole', '[1,2', 'has some'],
  ])('is refused where the site has %s, unless it is meant', async (_, list, told) => {
    await rm(path.join(options.contentDir, 'reports'), { recursive: true });
    await writeWhole(index(), list);
    await expect(assertNotEmptied(options.outDir, options)).rejects.toThrow(told);
    await assertNotEmptied(options.outDir, { ...options, isEmptyMeant: true });
    await writeWhole(path.join(options.contentDir, report), '');
    await assertNotEmptied(options.outDir, options);
  });

  it('is taken where there is no site, or one without reports', async () => {
    await rm(path.join(options.contentDir, 'reports'), { recursive: true });
    await assertNotEmptied(options.outDir, options);
    await writeWhole(index(), '[]');
    await assertNotEmptied(options.outDir, options);
  });
});
