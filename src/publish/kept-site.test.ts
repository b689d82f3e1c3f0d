import { appendFile, cp, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectContent } from '../content/content-directory.ts';
import { writeWhole } from '../content/write-whole.ts';
import type { BuildOptions } from './build-options.ts';
import { digestInput, findUnchangedSite, keepSite } from './kept-site.ts';

const built = { reports: 5, pages: 100, dataBytes: 1, searchBytes: 2 };
const report = 'reports/2017/410600-鹤壁市.md';
let folder = '';
let cacheDir = '';
let options: BuildOptions;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unchanged-'));
  cacheDir = path.join(folder, 'cache');
  const contentDir = path.join(folder, 'content');
  const outDir = path.join(folder, 'site');
  await cp(path.join(projectContent, 'reports'), path.join(contentDir, 'reports'), {
    recursive: true,
    preserveTimestamps: true,
  });
  await writeWhole(path.join(outDir, 'r/index.json'), '[]');
  options = { contentDir, outDir, origin: undefined, basePath: '/' };
  await keepSite(await digestInput(options), options, cacheDir, built);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const find = async (changed: BuildOptions = options, env: NodeJS.ProcessEnv = process.env) =>
  findUnchangedSite(await digestInput(changed, env), changed, cacheDir);

describe('a site', () => {
  it('stays as it is where nothing that it was made from has changed', async () => {
    expect(await find()).toEqual(built);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a report has changed', () => appendFile(path.join(options.contentDir, report), '一段。\n')],
    ['a report was touched', () => utimes(path.join(options.contentDir, report), 1, 1)],
    ['a report has gone', () => rm(path.join(options.contentDir, report))],
    ['a snapshot has come', () => writeWhole(path.join(options.contentDir, 'sources/a.txt'), 'a')],
    [
      'the archive has a vocabulary of its own',
      () => writeWhole(path.join(options.contentDir, 'themes/themes.yaml'), 'version: 1'),
    ],
    ['the built site was removed', () => rm(options.outDir, { recursive: true })],
    [
      'another build is in its place',
      () => writeWhole(path.join(options.outDir, 'r/index.json'), '[ ]'),
    ],
  ])('is built again where %s', async (_, change) => {
    await change();
    expect(await find()).toBeUndefined();
  });

  it.each<[string, Partial<BuildOptions>]>([
    ['another base path', { basePath: '/fazhi/' }],
    ['another origin', { origin: 'https://archive.example' }],
    ['another folder', { outDir: '/elsewhere' }],
  ])('is built again for %s', async (_, changed) => {
    expect(await find({ ...options, ...changed })).toBeUndefined();
  });

  it('is built again for another contact address', async () => {
    expect(
      await find(options, { ...process.env, CONTACT_URL: 'https://a.example' }),
    ).toBeUndefined();
  });
});
