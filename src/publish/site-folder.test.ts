import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assertReplaceable, countPages, formatBytes, replaceDirectory } from './site-folder.ts';

let top: string;
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'replace-'));
});
afterEach(() => rm(top, { recursive: true, force: true }));

const put = async (file: string) => {
  await mkdir(path.dirname(path.join(top, file)), { recursive: true });
  await writeFile(path.join(top, file), '');
};

it('takes the place of an earlier build, and leaves nothing beside it', async () => {
  await put('dist/r/index.json');
  await put('dist/old.html');
  await put('new/r/index.json');
  await assertReplaceable(path.join(top, 'dist'));
  await replaceDirectory(path.join(top, 'dist'), path.join(top, 'new'));
  expect(await readdir(top)).toEqual(['dist']);
  expect(await readdir(path.join(top, 'dist'))).toEqual(['r']);
});

it('takes the place of nothing or of an empty folder', async () => {
  await expect(assertReplaceable(path.join(top, 'none'))).resolves.toBeUndefined();
  await mkdir(path.join(top, 'empty'));
  await expect(assertReplaceable(path.join(top, 'empty'))).resolves.toBeUndefined();
});

it('never replaces a folder that holds anything else, nor a file', async () => {
  await put('home/letter.txt');
  for (const name of ['home', 'home/letter.txt'])
    await expect(assertReplaceable(path.join(top, name))).rejects.toMatchObject({ code: 'i-902' });
});

it('counts its pages, and no other file', async () => {
  for (const file of ['index.html', 'r/x/index.html', 'r/x/report.json', 'r/x/source.htm'])
    await put(file);
  expect(await countPages(top)).toBe(2);
});

it.each([
  [0, '0 KB'],
  [1, '1 KB'],
  [1001, '2 KB'],
  [999_999, '1000 KB'],
  [1_000_000, '1.0 MB'],
  [1_260_000, '1.3 MB'],
])('a size of %i bytes is told as %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
