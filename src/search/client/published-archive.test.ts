import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatCatalogue } from '../format/catalogue.ts';
import { formatChunkTable } from '../format/chunk-table.ts';
import { SEARCH_FORMAT, sealManifest, volumeFiles } from '../format/manifest.ts';
import { SearchFormatError, sealFile } from '../format/sealed-file.ts';
import { formatBlock } from '../format/text-block.ts';
import type { Shard } from './archive.ts';
import { BoundedCache } from './file-source.ts';
import { openPublishedArchive, readManifest } from './published-archive.ts';
import { Volume } from './volume.ts';

const base = new URL('https://example.org/fazhi/');
const MEBIBYTE = 1024 * 1024;
const FOLDER = '2018-1-abc';
const shard = { year: 2018, reports: 1, regions: [], kinds: [] };
const parts = {
  format: SEARCH_FORMAT,
  basePath: '/elsewhere/',
  volumes: [{ folder: FOLDER, shards: [shard] }],
  labels: { theme: {}, kind: {} },
};

/** Answers with the bytes that a function gives for the path below `search/`. */
function stubFiles(fileOf: (path: string, attempt: number) => Uint8Array) {
  const fetched = vi.fn(
    async (address: URL, _options?: RequestInit) =>
      new Response(
        new Uint8Array(
          fileOf(address.pathname.slice('/fazhi/search/'.length), fetched.mock.calls.length),
        ),
      ),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const open = () => openPublishedArchive(base, sealManifest(parts)).shards[0];
const line = { at: 0, section: null, heading: null, paragraph: null, body: 0 };
const block = (text: string) => formatBlock([{ ...line, text }]);

afterEach(() => vi.unstubAllGlobals());

it('reads a manifest of the format it knows, whole, and no other', async () => {
  stubFiles(() => json(sealManifest(parts)));
  const manifest = await readManifest(base);
  const { basePath, shards } = openPublishedArchive(base, manifest);
  expect([basePath, shards.length]).toEqual(['/fazhi/', 1]);
  const wrong = [
    sealManifest({ ...parts, format: SEARCH_FORMAT - 1 }),
    sealManifest({ ...parts, format: SEARCH_FORMAT + 1 }),
    // A volume is missing, or a report.
    { ...manifest, volumes: [] },
    { ...manifest, volumes: [{ folder: FOLDER, shards: [{ ...shard, reports: 2 }] }] },
  ];
  for (const one of wrong) {
    stubFiles(() => json(one));
    await expect(readManifest(base)).rejects.toThrow(SearchFormatError);
  }
  stubFiles(() => json(manifest).subarray(0, 100));
  await expect(readManifest(base)).rejects.toThrow(SearchFormatError);
});

const name = `${FOLDER}/${volumeFiles.block(0, 0)}`;
const good = sealFile(name, block('行政复议'));
it.each([
  ['cut', good.subarray(0, good.length - 1)],
  ['of another name', sealFile(`${FOLDER}/${volumeFiles.block(0, 1)}`, block('行政复议'))],
  ['of another publication', sealFile(`2018-1-abd/${volumeFiles.block(0, 0)}`, block('行政复议'))],
  ['with a changed byte', good.with(good.length - 4, 1)],
  ['empty', new Uint8Array()],
  ['a page of something else', new TextEncoder().encode('<!doctype html>\n<title>登录</title>')],
])(
  'takes no file that is %s, but asks once more for what a cache may have kept',
  async (_, bad) => {
    const fetched = stubFiles(() => bad);
    await expect(open()?.block(0, 0)).rejects.toThrow(SearchFormatError);
    expect(fetched.mock.calls.map(([, options]) => options?.cache)).toEqual(['default', 'reload']);
    stubFiles((_path, attempt) => (attempt === 1 ? bad : good));
    expect((await open()?.block(0, 0))?.[0]?.text).toBe('行政复议');
  },
);

it('keeps 96 MiB of files in memory, and no more', { timeout: 60_000 }, async () => {
  const fetched = stubFiles((path) => {
    const size = Number(/-(\d+)\.bin$/.exec(path)?.[1]);
    const content = new Uint8Array(size * MEBIBYTE - 64);
    const units = new Uint16Array(content.buffer).fill(32);
    const empty = JSON.stringify(['', '', '', [], '']);
    for (let i = 0; i < empty.length; i += 1) units[i] = empty.charCodeAt(i);
    return sealFile(path, content);
  });
  const own = open();
  const read = async (...sizes: number[]) => {
    for (const size of sizes) await own?.block(0, size);
    return fetched.mock.calls.length;
  };
  expect(await read(32, 63, 32)).toBe(2);
  expect(await read(2, 32)).toBe(3);
  expect(await read(63)).toBe(4);
});

describe('what is asked for at once', () => {
  /** Two volumes whose chunks have so many bytes each; nothing is ever answered. */
  async function askedFor(bytes: number, ask: (first: Shard) => unknown, after = 20) {
    const folders = ['2019-1-abc', FOLDER];
    const manifest = sealManifest({
      ...parts,
      volumes: folders.map((folder) => ({ folder, shards: [shard] })),
    });
    const table = formatChunkTable({ bounds: [0], sizes: [bytes], tellBeside: new Set() });
    const catalogue = formatCatalogue([]);
    const fetched = vi.fn((_address: URL) => new Promise<Response>(() => undefined));
    vi.stubGlobal('fetch', fetched);
    const [first] = openPublishedArchive(base, manifest, [
      { table, catalogue },
      { table, catalogue },
    ]).shards;
    vi.useFakeTimers();
    if (first) ask(first);
    await vi.advanceTimersByTimeAsync(after);
    vi.useRealTimers();
    return fetched.mock.calls.map(([{ pathname }]) => pathname.split('/').slice(3).join('/'));
  }
  const chunk = volumeFiles.chunk(0);

  it.each([
    ['行政', 30_720, 2],
    ['行政', 30_721, 1],
    ['行政执法监督', 9216, 2],
    ['行政执法监督', 9217, 1],
  ])(
    'is %s in the next volume too, where that takes %i bytes a chunk',
    async (phrase, bytes, count) => {
      const asked = await askedFor(bytes, (first) => void first.findPhrase(phrase, true));
      expect(asked).toEqual([`2019-1-abc/${chunk}`, `${FOLDER}/${chunk}`].slice(0, count));
    },
  );

  it.each([
    [6, 257, true],
    [7, 257, false],
    [6, 256, false],
  ])(
    'is the texts of %i reports found of %i, to tell what they are: %s',
    (found, reports, isSo) => {
      stubFiles(() => new Uint8Array());
      const entry = { folder: FOLDER, shards: [{ ...shard, reports }] };
      const volume = new Volume(entry, base, new BoundedCache(1000));
      const pages = Array.from({ length: found }, (_, page) => page);
      volume.expect(pages);
      const described = volume.describe(pages);
      described?.catch(() => undefined);
      expect(described !== undefined).toBe(isSo);
    },
  );

  it('is so a little later where it takes more', async () => {
    const find = (first: Shard) => void first.findPhrase('行政', true);
    expect(await askedFor(99_999, find, 99)).toHaveLength(1);
    expect(await askedFor(99_999, find, 100)).toHaveLength(2);
  });

  it('is no catalogue that is at hand', async () => {
    const fetched = stubFiles(() => new Uint8Array());
    const table = formatChunkTable({ bounds: [], sizes: [], tellBeside: new Set() });
    const carried = { table, catalogue: formatCatalogue([]) };
    const ofClient = openPublishedArchive(base, sealManifest(parts), [carried]);
    await ofClient.shards[0]?.catalogue();
    expect(fetched).not.toHaveBeenCalled();
    const ofOther = openPublishedArchive(base, sealManifest(parts));
    await ofOther.shards[0]?.catalogue().catch(() => undefined);
    const asked = fetched.mock.calls.map(([{ pathname }]) => pathname.split('/').at(-1));
    expect(new Set(asked)).toEqual(new Set([volumeFiles.catalogue]));
  });
});
