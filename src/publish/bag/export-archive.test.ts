import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWhole } from '../../content/write-whole.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import { exportArchive, restoreArchive } from './export-archive.ts';
import { verifyBag } from './verify-bag.ts';

const held = {
  'reports/2019/410699-丁县.md': '丁县依法行政。\n',
  'sources/2019/410699-丁县.txt': '原文\r\n',
  'sources/2019/100%25\n换行.txt': '名中有换行',
  'review/.gitkeep': '',
};
let folder = '';
let bag = '';
const report = () => path.join(bag, 'data/content/reports/2019/410699-丁县.md');

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bag-'));
  bag = path.join(folder, 'bag');
  const [contentDir, site] = [path.join(folder, 'content'), path.join(folder, 'site')];
  for (const [name, text] of Object.entries(held))
    await writeWhole(path.join(contentDir, name), text);
  await writeWhole(path.join(site, 'data/datapackage.json'), '{"version":"2026.3.5+ab"}');
  await writeWhole(path.join(site, 'data/reports.csv'), 'id\r\n');
  await writeWhole(path.join(site, 'data/index.html'), 'a page');
  await exportArchive({ contentDir, site, out: bag, today: '2026-11-28', origin: undefined });
});
afterEach(() => rm(folder, { recursive: true }));

/** Verify, and give what is said of each fault. */
async function faultsOf(): Promise<string[]> {
  try {
    await verifyBag(bag);
    return [];
  } catch (error) {
    const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
    return errors.map((one) => {
      if (!(one instanceof ArchiveError)) throw one;
      const { location, text } = one.toMessage();
      return `${path.relative(bag, location.file)}: ${text}`;
    });
  }
}

it('is a bag that says what it holds, and is whole', async () => {
  expect(readdirSync(bag).sort()).toEqual([
    ...['bag-info.txt', 'bagit.txt', 'data', 'manifest-sha256.txt', 'manifest-sha512.txt'],
    ...['tagmanifest-sha256.txt', 'tagmanifest-sha512.txt'],
  ]);
  expect(readFileSync(path.join(bag, 'manifest-sha256.txt'), 'utf8').split('\n')).toHaveLength(7);
  expect(readFileSync(path.join(bag, 'bag-info.txt'), 'utf8')).toContain(
    'Bagging-Date: 2026-11-28',
  );
  expect(await verifyBag(bag)).toMatchObject({ files: 6 });
  expect(existsSync(path.join(bag, 'data/built/data/index.html'))).toBe(false);
});

it('gives the content back byte for byte, and writes over nothing', async () => {
  const out = path.join(folder, 'restored');
  expect(await restoreArchive(bag, out)).toBe(Object.keys(held).length);
  for (const [name, text] of Object.entries(held))
    expect(await readFile(path.join(out, name), 'utf8')).toBe(text);
  await expect(restoreArchive(bag, out)).rejects.toThrow('expected a new or an empty one');
});

it.each<[string, () => unknown, RegExp]>([
  [
    'a flipped byte',
    async () => {
      const bytes = await readFile(report());
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      await writeFile(report(), bytes);
    },
    /^data\/content\/reports\/2019\/410699-丁县\.md: Unexpected content: sha256 [0-9a-f]{64}, expected/,
  ],
  ['a cut file', () => truncate(report(), 3), /410699-丁县\.md: Unexpected content/],
  ['a missing file', () => rm(report()), /410699-丁县\.md: Unexpected absence/],
  [
    'an extra file',
    () => writeFile(path.join(bag, 'data/content/more.md'), ''),
    /^data\/content\/more\.md: Unexpected file, expected only those of manifest-sha256\.txt and manifest-sha512\.txt/,
  ],
  [
    'a link in place of a file',
    () => symlink(report(), path.join(bag, 'data/content/link.md')),
    /link\.md: Unexpected link or device/,
  ],
  [
    'changed words about the bag',
    () => appendFileSync(path.join(bag, 'bag-info.txt'), 'Contact-Name: 某人\n'),
    /^bag-info\.txt: Unexpected content/,
  ],
  [
    'a manifest that leads out of the bag',
    () =>
      appendFileSync(path.join(bag, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/../../x\n`),
    /^manifest-sha256\.txt: Unexpected line 7 .*expected a digest and a path in the bag/,
  ],
])('%s is found, and nothing is restored', async (_, damage, expected) => {
  expect(await faultsOf()).toEqual([]);
  await damage();
  expect((await faultsOf())[0]).toMatch(expected);
  const out = path.join(folder, 'restored');
  await expect(restoreArchive(bag, out)).rejects.toThrow('not whole');
  expect(readdirSync(folder).sort()).toEqual(['bag', 'content', 'site']);
});

it('all damage is told in one run, and a folder that is no bag as such', async () => {
  await rm(report());
  await writeFile(path.join(bag, 'data/more'), '');
  expect(await faultsOf()).toHaveLength(2);
  await rm(path.join(bag, 'bagit.txt'));
  expect(await faultsOf()).toEqual([expect.stringContaining('expected a bag')]);
});
