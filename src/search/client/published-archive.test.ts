import { afterEach, expect, it, vi } from 'vitest';
import { SearchFormatError } from '../format/cbor.ts';
import { openPublishedArchive } from './published-archive.ts';

const base = new URL('https://example.org/fazhi/');
const MEBIBYTE = 1024 * 1024;

/** Answers with a manifest of one shard, and with files of what length the last name says. */
function stubFiles(format = 2) {
  const entry = { folder: '2018-1-abc', year: 2018, reports: 1, regions: [], kinds: [] };
  const labels = { theme: {}, kind: {} };
  const manifest = JSON.stringify({ format, basePath: '/elsewhere/', shards: [entry], labels });
  const fetched = vi.fn(async (address: URL) => {
    const size = Number(/-(\d+)\.bin$/.exec(address.href)?.[1] ?? 0);
    if (size === 0) return new Response(manifest);
    const block = new Uint8Array(size * MEBIBYTE).fill(0);
    const units = new Uint16Array(block.buffer).fill(32);
    const empty = JSON.stringify(['', '', '', [], '']);
    for (let i = 0; i < empty.length; i += 1) units[i] = empty.charCodeAt(i);
    return new Response(block);
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

it('opens files of the format it knows, and no others', async () => {
  stubFiles();
  const { basePath, shards } = await openPublishedArchive(base);
  expect([basePath, shards.length]).toEqual(['/fazhi/', 1]);
  for (const format of [1, 3]) {
    stubFiles(format);
    await expect(openPublishedArchive(base)).rejects.toThrow(SearchFormatError);
  }
});

it('keeps 96 MiB of files in memory, and no more', async () => {
  const fetched = stubFiles();
  const [shard] = (await openPublishedArchive(base)).shards;
  const read = async (...sizes: number[]) => {
    for (const size of sizes) await shard?.block(0, size);
    return fetched.mock.calls.length - 1;
  };
  expect(await read(32, 64, 32)).toBe(2);
  expect(await read(1, 32)).toBe(3);
  expect(await read(64)).toBe(4);
});
