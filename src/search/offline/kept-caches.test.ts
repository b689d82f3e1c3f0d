import { afterEach, expect, it, vi } from 'vitest';
import { fetchAll } from './keep.ts';
import { keptPrefix, listKept } from './kept-caches.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('clears away what was begun more than an hour ago and never finished', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T10:00:00.000Z') });
  const begun = (time: string) => `${keptPrefix('/')}2026-01-01T${time}.000Z id`;
  const names = [begun('09:00:00'), begun('08:59:59'), 'kept /other/ 2020-01-01T00:00:00.000Z id'];
  const deleted: string[] = [];
  vi.stubGlobal('caches', {
    keys: async () => names,
    match: async () => undefined,
    delete: async (name: string) => deleted.push(name),
  });
  expect(await listKept('/')).toEqual([]);
  expect(deleted).toEqual([begun('08:59:59')]);
});

it('fetches six files at a time, those they ask for too, each once', async () => {
  const answers: (() => void)[] = [];
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return new Promise((resolve) => answers.push(() => resolve(new Response('ok'))));
  });
  const told: [number, number][] = [];
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'a'];
  const done = fetchAll(
    names,
    async ({ address }) => (address === 'g' ? ['a', 'h', 'h'] : []),
    (...counts) => told.push(counts),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  await settle();
  expect(asked).toHaveLength(6);
  for (const answer of answers) {
    answer();
    await settle();
  }
  await done;
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  expect(told.at(-1)).toEqual([8, 8]);
});
