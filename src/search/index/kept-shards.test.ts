import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linkFolder, removeStale, shardDigest } from './kept-shards.ts';

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
  await mkdir(path.join(folder, 'site'));
  await removeStale(path.join(folder, 'kept'), path.join(folder, 'site'), new Set(['2018-1-cc']));
  expect((await readdir(path.join(folder, 'kept'))).sort()).toEqual(['2018-1-aa', '2018-1-cc']);
});

it('takes from a site the shards not in use, and nothing else', async () => {
  const used = await makeShard('kept/2018-1-aa', 30 * DAY);
  for (const name of ['2018-1-bb', '2018-2-cc.part', 'parts']) await makeShard(`site/${name}`);
  await linkFolder(used, path.join(folder, 'site', '2018-1-aa'));
  const names = new Set(['2018-1-aa']);
  await removeStale(path.join(folder, 'kept'), path.join(folder, 'site'), names);
  expect((await readdir(path.join(folder, 'site'))).sort()).toEqual(['2018-1-aa', 'parts']);
  expect(await readdir(path.join(folder, 'site', '2018-1-aa'), { recursive: true })).toEqual([
    'index',
    path.join('index', '0.pf_index'),
  ]);
  await removeStale(path.join(folder, 'kept'), path.join(folder, 'site'), new Set());
  expect(await readdir(path.join(folder, 'kept'))).toEqual(['2018-1-aa']);
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
