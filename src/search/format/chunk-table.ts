import { formatNumbers, parseNumbers } from '../../report/characters/number-text.ts';

/** Where the words of a shard are to be found: the chunks of its index, in the order of words. */
export interface ChunkTable {
  /** A lower bound of each chunk's words. */
  readonly bounds: readonly string[];
  /** About how many bytes each chunk's file has. */
  readonly sizes: readonly number[];
}

const SIZE_UNIT = 512;

/**
 * Write a table of chunks, each bound by what it shares with the one before.
 * @param table the bounds and file sizes
 * @returns a JSON text
 */
export function formatChunkTable(table: ChunkTable): string {
  let before = '';
  const bounds = table.bounds.map((bound) => {
    let shared = 0;
    while (shared < before.length && before[shared] === bound[shared]) shared += 1;
    before = bound;
    return formatNumbers([shared]) + bound.slice(shared);
  });
  const sizes = table.sizes.map((size) => Math.ceil(size / SIZE_UNIT));
  return JSON.stringify([bounds.join(''), formatNumbers(sizes)]);
}

/**
 * Read a table of chunks.
 * @param text what `formatChunkTable` wrote
 * @returns the table, sizes rounded up
 */
export function parseChunkTable(text: string): ChunkTable {
  const [words, sizes] = JSON.parse(text) as [string, string];
  const bounds: string[] = [];
  let before = '';
  for (const [, shared = '', rest = ''] of words.matchAll(/([P-\x60])([a-z]*)/g)) {
    before = before.slice(0, parseNumbers(shared)[0] ?? 0) + rest;
    bounds.push(before);
  }
  return { bounds, sizes: parseNumbers(sizes).map((size) => size * SIZE_UNIT) };
}

/**
 * Find the chunk a word would be in: the last one whose lower bound is not above it.
 * @param bounds the lower bounds, ascending
 * @param word any word
 * @returns the chunk's number; -1 where the word is below them all
 */
export function findChunk(bounds: readonly string[], word: string): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Find the chunks that may hold words of a prefix.
 * @param bounds the lower bounds, ascending
 * @param prefix what the words begin with
 * @returns the chunks' numbers
 */
export function findChunks(bounds: readonly string[], prefix: string): number[] {
  const chunks: number[] = [];
  for (let chunk = Math.max(0, findChunk(bounds, prefix)); chunk < bounds.length; chunk += 1) {
    const bound = bounds[chunk] ?? '';
    if (bound > prefix && !bound.startsWith(prefix)) break;
    chunks.push(chunk);
  }
  return chunks;
}
