import { afterEach, expect, it, vi } from 'vitest';
import { BoundedCache, getFile, SearchFileError } from './file-source.ts';

const address = new URL('https://example.org/search/table.bin');
const words = new TextEncoder().encode('法治');

/** Answers with each of these in turn. */
function stubFetch(...answers: (() => Response)[]) {
  const fetched = vi.fn(async () => {
    const answer = answers[Math.min(fetched.mock.calls.length, answers.length) - 1];
    if (!answer) throw new Error('no answer');
    return answer();
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
const fail = () => {
  throw new TypeError('network');
};

afterEach(() => vi.unstubAllGlobals());

it('undoes gzip, and takes a file whose gzip the host has undone', async () => {
  const packed = new Blob([words]).stream().pipeThrough(new CompressionStream('gzip'));
  stubFetch(() => new Response(packed));
  expect(await getFile(address)).toEqual(words);
  stubFetch(() => new Response(words));
  expect(await getFile(address)).toEqual(words);
});

it('tries again where the network fails or the host is overloaded', async () => {
  const fetched = stubFetch(
    fail,
    () => new Response('', { status: 503 }),
    () => new Response(words),
  );
  expect(await getFile(address)).toEqual(words);
  expect(fetched).toHaveBeenCalledTimes(3);
});

it('gives up after three times, and says what it could not reach', async () => {
  const fetched = stubFetch(fail);
  await expect(getFile(address)).rejects.toMatchObject({
    name: 'SearchFileError',
    isMissing: false,
    message: expect.stringContaining(address.href),
  });
  expect(fetched).toHaveBeenCalledTimes(3);
});

it('does not ask twice for what is not there', async () => {
  const fetched = stubFetch(() => new Response('', { status: 404 }));
  await expect(getFile(address)).rejects.toMatchObject({ isMissing: true });
  expect(fetched).toHaveBeenCalledTimes(1);
  await expect(getFile(new URL('file:///no/such/file.bin'))).rejects.toThrow(SearchFileError);
});

it('keeps files within its limit, drops the longest unused, and keeps no failure', async () => {
  const cache = new BoundedCache(10);
  const load = (name: string) => vi.fn(async () => new TextEncoder().encode(name.repeat(4)));
  const [a, b, c] = [load('a'), load('b'), load('c')];
  await cache.get('a', a);
  await cache.get('b', b);
  await cache.get('a', a);
  await cache.get('c', c);
  await cache.get('a', a);
  await cache.get('b', b);
  expect([a, b, c].map(({ mock }) => mock.calls.length)).toEqual([1, 2, 1]);
  const broken = vi.fn(async (): Promise<Uint8Array> => fail());
  await expect(cache.get('d', broken)).rejects.toThrow('network');
  await expect(cache.get('d', broken)).rejects.toThrow('network');
  expect(broken).toHaveBeenCalledTimes(2);
});

it('waits a quarter of a second before it tries again, then twice as long', async () => {
  vi.useFakeTimers();
  const fetched = stubFetch(fail);
  const failing = expect(getFile(address)).rejects.toThrow('Cannot reach');
  const counts: number[] = [];
  for (const milliseconds of [249, 1, 499, 1]) {
    await vi.advanceTimersByTimeAsync(milliseconds);
    counts.push(fetched.mock.calls.length);
  }
  expect(counts).toEqual([1, 2, 2, 3]);
  await failing;
  vi.useRealTimers();
});

it.each([
  [400, 1],
  [429, 3],
  [499, 1],
  [500, 3],
])('takes an answer %i for %i tries', async (status, tries) => {
  vi.useFakeTimers();
  const fetched = stubFetch(() => new Response('', { status }));
  const failing = expect(getFile(address)).rejects.toThrow(SearchFileError);
  await vi.advanceTimersByTimeAsync(1000);
  await failing;
  expect(fetched).toHaveBeenCalledTimes(tries);
  vi.useRealTimers();
});

it('keeps files of just its limit', async () => {
  const cache = new BoundedCache(8);
  const [a, b] = ['aaaa', 'bbbb'].map((text) => vi.fn(async () => new TextEncoder().encode(text)));
  for (const [name, load] of [
    ['a', a],
    ['b', b],
    ['a', a],
  ] as const)
    await cache.get(name, load ?? fail);
  expect(a).toHaveBeenCalledTimes(1);
});
