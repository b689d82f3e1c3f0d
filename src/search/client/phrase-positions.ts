import { type ChunkTable, findChunk, type Postings } from '../format/index-chunks.ts';
import {
  COUNT_DIGITS,
  COUNT_LETTERS,
  characterPrefix,
  codePoints,
  countWord,
  pairWord,
} from '../text/pair-tokens.ts';
import type { PhraseMatches } from './archive.ts';
import { pacer } from './pacer.ts';

/** The words of an index: see `pair-tokens.ts`. */
export interface WordIndex {
  /** Get the chunks that the words are in. */
  table(): Promise<ChunkTable>;
  /** Find the positions of words. @returns only the words the index has */
  words(words: readonly string[]): Promise<ReadonlyMap<string, Postings>>;
  /** Find the positions of all wanted words of a prefix. */
  wordsFrom(
    prefix: string,
    isWanted: (word: string) => boolean,
  ): Promise<ReadonlyMap<string, Postings>>;
}

/**
 * Find a folded phrase in an index.
 * A phrase of two characters and more always has its positions. A single character has its counts
 * at little cost; its positions cost every pair it begins, and are read only where needed.
 * @param index where to look
 * @param phrase the folded phrase, 1 character or more
 * @param needsPositions whether positions are needed
 * @returns the pages that have it
 */
export async function findPhrase(
  index: WordIndex,
  phrase: string,
  needsPositions: boolean,
): Promise<Map<number, PhraseMatches>> {
  const codes = codePoints(phrase);
  const [first = 0] = codes;
  if (codes.length === 1 && !needsPositions) return countCharacter(index, first);
  const positions =
    codes.length === 1 ? await characterPositions(index, first) : await pairPositions(index, codes);
  const matches = new Map<number, PhraseMatches>();
  await pacer.pause();
  for (const [page, all] of positions) {
    const apart = dropOverlaps(all, codes.length);
    if (apart.length > 0) matches.set(page, { count: apart.length, positions: apart });
  }
  return matches;
}

async function countCharacter(index: WordIndex, code: number): Promise<Map<number, PhraseMatches>> {
  const digits = Array.from({ length: COUNT_DIGITS }, (_, digit) => countWord(code, digit));
  const words = await index.words(digits);
  const counts = new Map<number, number>();
  for (const [digit, word] of digits.entries()) {
    for (const page of words.get(word)?.keys() ?? []) {
      counts.set(page, (counts.get(page) ?? 0) + 2 ** digit);
    }
  }
  return new Map(Array.from(counts, ([page, count]) => [page, { count, positions: null }]));
}

async function characterPositions(index: WordIndex, code: number): Promise<Postings> {
  const prefix = characterPrefix(code);
  const isPair = (word: string) => word.length > prefix.length + COUNT_LETTERS;
  const pairs = await index.wordsFrom(prefix, isPair);
  const positions = new Map<number, number[]>();
  for (const pages of pairs.values()) {
    await pacer.pause();
    for (const [page, found] of pages) {
      const known = positions.get(page);
      if (known) known.push(...found);
      else positions.set(page, [...found]);
    }
  }
  for (const found of positions.values()) found.sort((a, b) => a - b);
  return positions;
}

/** Look up pairs that cover the phrase, the cheapest first, and stop where no page is left. */
async function pairPositions(index: WordIndex, phrase: readonly number[]): Promise<Postings> {
  const { bounds, sizes } = await index.table();
  const wordAt = (position: number) => pairWord(phrase[position] ?? 0, phrase[position + 1] ?? 0);
  const costAt = (position: number) => (sizes[findChunk(bounds, wordAt(position))] ?? 0) + 1;
  const pairs = coverPairs(phrase.length, costAt).sort((a, b) => costAt(a) - costAt(b));
  let found: Postings | undefined;
  for (let from = 0, step = FIRST_PAIRS; from < pairs.length; from += step, step = from) {
    const now = pairs.slice(from, from + step);
    const words = await index.words(now.map(wordAt));
    for (const position of now) {
      await pacer.pause();
      found = narrow(found, words.get(wordAt(position)) ?? new Map(), position);
      if (found.size === 0) return found;
    }
  }
  return found ?? new Map();
}

/** How many pairs are read at once before looking whether any page is left; then as many again. */
const FIRST_PAIRS = 3;

/** Keep the starts of the phrase which also have this pair. */
function narrow(found: Postings | undefined, pair: Postings, offset: number): Postings {
  const kept = new Map<number, readonly number[]>();
  if (!found) {
    if (offset === 0) return pair;
    for (const [page, positions] of pair) {
      const starts = positions.map((position) => position - offset).filter((start) => start >= 0);
      if (starts.length > 0) kept.set(page, starts);
    }
    return kept;
  }
  const [fewer, more] = found.size <= pair.size ? [found, pair] : [pair, found];
  for (const page of fewer.keys()) {
    if (!more.has(page)) continue;
    const starts = intersect(found.get(page) ?? [], pair.get(page) ?? [], offset);
    if (starts.length > 0) kept.set(page, starts);
  }
  return kept;
}

/** Both ascending. */
function intersect(
  starts: readonly number[],
  positions: readonly number[],
  offset: number,
): number[] {
  const both: number[] = [];
  let i = 0;
  for (const start of starts) {
    while (i < positions.length && (positions[i] ?? 0) < start + offset) i += 1;
    if (positions[i] === start + offset) both.push(start);
  }
  return both;
}

/** Count as grep and a browser do: after a match, from its end on. */
function dropOverlaps(positions: readonly number[], length: number): number[] {
  const kept: number[] = [];
  let end = 0;
  for (const position of positions) {
    if (position < end) continue;
    kept.push(position);
    end = position + length;
  }
  return kept;
}

/**
 * Choose which overlapping pairs of a phrase to look up, so that every character lies in one and
 * the whole costs least: with like costs every second pair.
 * Any such choice is exact, since each pair's position is fixed by the phrase's.
 * @param length the phrase's characters, 2 or more
 * @param cost what it costs to look up the pair at a position, more than 0
 * @returns the positions of the chosen pairs, ascending
 */
export function coverPairs(length: number, cost: (position: number) => number): number[] {
  // By n characters covered: the least cost, and the last pair chosen for it.
  const costs = [0, Number.POSITIVE_INFINITY];
  for (let last = 0; last < length - 1; last += 1)
    costs.push(Math.min(costs[last] ?? 0, costs[last + 1] ?? 0) + cost(last));
  const pairs: number[] = [];
  for (let covered = length; covered > 1; ) {
    const last = covered - 2;
    pairs.push(last);
    covered = (costs[last + 1] ?? 0) < (costs[last] ?? 0) ? last + 1 : last;
  }
  return pairs.reverse();
}
