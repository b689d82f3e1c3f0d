import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyShard, removeStale, shardDigest, writeProof } from './kept-shards.ts';

const DAY = 24 * 60 * 60 * 1000;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function makeShard(name: string, age = 0): Promise<string> {
  const shard = path.join(folder, name);
  await mkdir(path.join(shard, 'index'), { recursive: true });
  await writeFile(path.join(shard, 'index', '0.pf_index'), '');
  const used = new Date(Date.now() - age);
  await utimes(shard, used, used);
  return shard;
}

it('keeps what was used within two weeks, and what is in use', async () => {
  await makeShard('kept/2018-1-aa', 14 * DAY - 60_000);
  await makeShard('kept/2018-1-bb', 14 * DAY + 60_000);
  await makeShard('kept/2018-1-cc', 30 * DAY);
  await removeStale(path.join(folder, 'kept'), new Set(['2018-1-cc']));
  expect((await readdir(path.join(folder, 'kept'))).sort()).toEqual(['2018-1-aa', '2018-1-cc']);
});

it('removes what a killed build left of a shard, and the proof of one that goes', async () => {
  await makeShard('kept/2018-1-aa.part');
  await writeProof(await makeShard('kept/2018-1-bb', 30 * DAY));
  const proof = path.join(folder, 'kept/2018-1-bb.proof.json');
  await utimes(proof, new Date(1), new Date(1));
  await utimes(path.join(folder, 'kept/2018-1-bb'), new Date(1), new Date(1));
  await removeStale(path.join(folder, 'kept'), new Set());
  expect(await readdir(path.join(folder, 'kept'))).toEqual([]);
});

it('copies a kept shard into the site, and counts it as used', async () => {
  const used = await makeShard('kept/2018-1-aa', 30 * DAY);
  await writeProof(used);
  const published = path.join(folder, 'site/2018-1-aa');
  expect(await copyShard(used, published)).toBe(true);
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

it.each<[string, (shard: string) => Promise<unknown>]>([
  ['a file was changed', (shard) => writeFile(path.join(shard, 'index/0.pf_index'), 'x')],
  ['a file is missing', (shard) => rm(path.join(shard, 'index/0.pf_index'))],
  ['its proof is missing', (shard) => rm(`${shard}.proof.json`)],
  ['its proof was cut', (shard) => writeFile(`${shard}.proof.json`, '[["ind')],
  ['its proof was emptied', (shard) => writeFile(`${shard}.proof.json`, '[]')],
])('a kept shard is not taken where %s', async (_, damage) => {
  const shard = await makeShard('kept/2018-1-aa');
  await writeProof(shard);
  await damage(shard);
  const published = path.join(folder, 'site/2018-1-aa');
  expect(await copyShard(shard, published)).toBe(false);
  await expect(readdir(published)).rejects.toThrow('ENOENT');
});

it('names a shard by its reports and the code, in twelve letters', () => {
  const report = {
    id: 'r',
    year: 1,
    kind: '',
    region: '',
    province: '',
    characters: 1,
    digest: 'd',
  };
  const digest = shardDigest([report], 'code');
  expect(digest).toMatch(/^[0-9a-f]{12}$/);
  expect(shardDigest([{ ...report, digest: 'e' }], 'code')).not.toBe(digest);
  expect(shardDigest([report], 'other')).not.toBe(digest);
});
