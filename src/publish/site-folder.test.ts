import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  assertReplaceable,
  closeStaging,
  formatBytes,
  listSite,
  openStaging,
  planSwap,
  resolveSite,
  type StagingFolder,
  swap,
} from './site-folder.ts';

let top: string;
let site: string;
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'site-folder-'));
  site = path.join(top, 'dist');
});
afterEach(() => rm(top, { recursive: true, force: true }));

const put = async (file: string, text = file) => {
  await mkdir(path.dirname(path.join(top, file)), { recursive: true });
  await writeFile(path.join(top, file), text);
};
const read = async () =>
  Object.fromEntries(
    await Promise.all(
      listSite(site).map(async (file) => [file, await readFile(path.join(site, file), 'utf8')]),
    ),
  );
const open = () => openStaging(site, () => {});
const all = { hasKept: () => true };
const moveAll = (staging: StagingFolder, stale: string[] = [], record = () => '{}') =>
  swap(staging, planSwap(staging, all.hasKept, stale), record);

describe('an output folder', () => {
  it('is taken where it is an earlier build, empty, or not there', async () => {
    await put('dist/r/index.json');
    await mkdir(path.join(top, 'empty'));
    for (const name of ['dist', 'empty', 'none'])
      expect(() => assertReplaceable(path.join(top, name))).not.toThrow();
  });

  it('may hold what belongs to the host or the publisher', async () => {
    for (const file of ['.git/config', '.well-known/security.txt', 'CNAME'])
      await put(`dist/${file}`);
    expect(() => assertReplaceable(site)).not.toThrow();
  });

  it('is refused where it holds anything else, or is a file', async () => {
    await put('home/letter.txt');
    for (const name of ['home', 'home/letter.txt'])
      expect(() => assertReplaceable(path.join(top, name))).toThrow(
        expect.objectContaining({ code: 'i-902' }),
      );
  });

  it('that is a link stays one', async () => {
    await put('real/r/index.json', 'old');
    await symlink(path.join(top, 'real'), site);
    const real = resolveSite(site);
    const staging = openStaging(real, () => {});
    await put('real.building/new/r/index.json', 'new');
    moveAll(staging);
    closeStaging(staging);
    expect((await lstat(site)).isSymbolicLink()).toBe(true);
    expect(await readFile(path.join(site, 'r/index.json'), 'utf8')).toBe('new');
  });
});

describe('the new files', () => {
  beforeEach(async () => {
    await put('dist/r/index.json', 'old');
    await put('dist/r/a/index.html', 'old');
    await put('dist/r/gone/index.html', 'old');
    await put('dist/.git/config', 'own');
  });
  const fresh = async () => {
    const staging = open();
    await put('dist.building/new/r/index.json', 'new');
    await put('dist.building/new/years/index.html', 'new');
    return staging;
  };
  const outcome = {
    'r/index.json': 'new',
    'r/a/index.html': 'old',
    'years/index.html': 'new',
    '.git/config': 'own',
  };

  it('come in, the stale ones go with their folders, and all else stays', async () => {
    const staging = await fresh();
    moveAll(staging, ['r/gone/index.html']);
    closeStaging(staging);
    expect(await read()).toEqual(outcome);
    expect(existsSync(path.join(site, 'r/gone'))).toBe(false);
    expect(await readdir(top)).toEqual(['dist']);
  });

  it('come in as whole folders where nothing in the old ones has to stay', async () => {
    const staging = await fresh();
    const moves = planSwap(staging, () => false, ['r/gone/index.html', 'r/a/index.html', 'b.html']);
    expect(moves).toEqual({ put: ['r', 'years'], remove: ['b.html'] });
    swap(staging, moves, () => '{}');
    expect(await read()).toEqual({
      'r/index.json': 'new',
      'years/index.html': 'new',
      '.git/config': 'own',
    });
  });

  it('are left out where they came out as they were, so that their times stay', async () => {
    const staging = open();
    await put('dist.building/new/r/index.json', 'old');
    await put('dist.building/new/r/a/index.html', 'odd');
    expect(planSwap(staging, all.hasKept, []).put).toEqual(['r/a/index.html']);
  });

  it('are taken back where a move fails', async () => {
    const before = await read();
    const staging = await fresh();
    const moves = planSwap(staging, all.hasKept, ['r/gone/index.html']);
    const missing = { ...moves, put: [...moves.put, 'no/such/file'] };
    expect(() => swap(staging, missing, () => '{}')).toThrow('ENOENT');
    closeStaging(staging);
    expect(await read()).toEqual(before);
  });

  it('are taken back where there is no room for the record', async () => {
    const before = await read();
    const staging = await fresh();
    const full = () => {
      throw new Error('ENOSPC');
    };
    expect(() => moveAll(staging, ['r/gone/index.html'], full)).toThrow('ENOSPC');
    expect(await read()).toEqual(before);
  });

  it.each([0, 1, 2])('of a build killed after %i moves are taken back by the next', async (n) => {
    const before = await read();
    const staging = await fresh();
    const { put, remove } = planSwap(staging, all.hasKept, ['r/gone/index.html']);
    // Lists that end the process when so many of their entries were taken.
    const script = `
      import { swap } from ${JSON.stringify(new URL('site-folder.ts', import.meta.url).href)};
      let left = ${n};
      const list = (entries) => ({
        *[Symbol.iterator]() {
          for (const entry of entries) {
            if (left-- === 0) process.kill(process.pid, 'SIGKILL');
            yield entry;
          }
        },
        toJSON: () => entries,
      });
      const moves = { put: list(${JSON.stringify(put)}), remove: list(${JSON.stringify(remove)}) };
      swap(${JSON.stringify(staging)}, moves, () => '{}');`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(signal).toBe('SIGKILL');
    expect('years/index.html' in (await read())).toBe(n === 2);
    open();
    expect(await read()).toEqual(before);
    expect(await readdir(path.join(top, 'dist.building/new'))).toEqual([]);
  });

  it('of a build killed after its last move stay, and the next build is told of them', async () => {
    const staging = await fresh();
    moveAll(staging, ['r/gone/index.html'], () => 'the record');
    let told = '';
    openStaging(site, (record) => {
      told = record;
    });
    expect(told).toBe('the record');
    expect(await read()).toEqual(outcome);
  });
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
