import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyKept, removeStale, writeProof } from './kept-folders.ts';

const DAY = 24 * 60 * 60 * 1000;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function makeFolder(name: string, age = 0): Promise<string> {
  const kept = path.join(folder, name);
  await mkdir(path.join(kept, 'index'), { recursive: true });
  await writeFile(path.join(kept, 'index', '0.pf_index'), '');
  const used = new Date(Date.now() - age);
  await utimes(kept, used, used);
  return kept;
}

it('keeps what was used within two weeks, and what is in use', async () => {
  await makeFolder('kept/2018-1-aa', 14 * DAY - 60_000);
  await makeFolder('kept/2018-1-bb', 14 * DAY + 60_000);
  await makeFolder('kept/2018-1-cc', 30 * DAY);
  await removeStale(path.join(folder, 'kept'), new Set(['2018-1-cc']));
  expect((await readdir(path.join(folder, 'kept'))).sort()).toEqual(['2018-1-aa', '2018-1-cc']);
});

it('removes what a killed build left of a folder, and the proof of one that goes', async () => {
  await makeFolder('kept/2018-1-aa.part');
  await writeProof(await makeFolder('kept/2018-1-bb', 30 * DAY));
  const proof = path.join(folder, 'kept/2018-1-bb.proof.json');
  await utimes(proof, new Date(1), new Date(1));
  await utimes(path.join(folder, 'kept/2018-1-bb'), new Date(1), new Date(1));
  await removeStale(path.join(folder, 'kept'), new Set());
  expect(await readdir(path.join(folder, 'kept'))).toEqual([]);
});

it('copies a kept folder, and counts it as used', async () => {
  const used = await makeFolder('kept/2018-1-aa', 30 * DAY);
  await writeProof(used);
  const published = path.join(folder, 'site/2018-1-aa');
  expect(await copyKept(used, published)).toBe(true);
  expect(await readdir(published, { recursive: true })).toEqual([
    'index',
    path.join('index', '0.pf_index'),
  ]);
  // No link: a published file that is emptied leaves the kept one whole.
  await writeFile(path.join(published, 'index/0.pf_index'), 'other');
  expect(await readFile(path.join(used, 'index/0.pf_index'), 'utf8')).toBe('');
  await removeStale(path.join(folder, 'kept'), new Set());
  expect(await readdir(path.join(folder, 'kept'))).toContain('2018-1-aa');
});

it.each<[string, (kept: string) => Promise<unknown>]>([
  ['a file was changed', (kept) => writeFile(path.join(kept, 'index/0.pf_index'), 'x')],
  ['a file is missing', (kept) => rm(path.join(kept, 'index/0.pf_index'))],
  ['its proof is missing', (kept) => rm(`${kept}.proof.json`)],
  ['its proof was cut', (kept) => writeFile(`${kept}.proof.json`, '[["ind')],
  ['its proof was emptied', (kept) => writeFile(`${kept}.proof.json`, '[]')],
])('a kept folder is not taken where %s', async (_, damage) => {
  const kept = await makeFolder('kept/2018-1-aa');
  await writeProof(kept);
  await damage(kept);
  const published = path.join(folder, 'site/2018-1-aa');
  expect(await copyKept(kept, published)).toBe(false);
  await expect(readdir(published)).rejects.toThrow('ENOENT');
});
