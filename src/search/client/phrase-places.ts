import { findChunk } from '../format/chunk-table.ts';
import type { Postings } from '../format/index-chunks.ts';
import {
  COUNT_DIGITS,
  COUNT_LETTERS,
  characterPrefix,
  countWord,
  pairWord,
} from '../text/pair-tokens.ts';
import { coverPairs } from './cover-pairs.ts';
import type { Shard } from './shard.ts';

/** Where a phrase stands in a page, or only how often where the places were not asked for. */
export interface PhraseMatches {
  readonly count: number;
  /** Places of the phrase's first character, ascending, none overlapping the one before. */
  readonly places: readonly number[] | null;
}

/**
 * Find a folded phrase in a shard.
 * A phrase of two characters and more always has its places. One of a single character has its
 * counts at little cost; its places cost every pair it begins, and are read only where needed.
 * @param shard where to look
 * @param phrase the code points of the folded phrase, 1 or more
 * @param needsPlaces whether places are needed
 * @returns the pages that have it
 */
export async function findPhrase(
  shard: Shard,
  phrase: readonly number[],
  needsPlaces: boolean,
): Promise<Map<number, PhraseMatches>> {
  const [first] = phrase;
  if (first === undefined) return new Map();
  if (phrase.length === 1 && !needsPlaces) return countCharacter(shard, first);
  const places =
    phrase.length === 1 ? await characterPlaces(shard, first) : await pairPlaces(shard, phrase);
  const matches = new Map<number, PhraseMatches>();
  for (const [page, all] of places) {
    const apart = dropOverlaps(all, phrase.length);
    if (apart.length > 0) matches.set(page, { count: apart.length, places: apart });
  }
  return matches;
}

async function countCharacter(shard: Shard, code: number): Promise<Map<number, PhraseMatches>> {
  const digits = Array.from({ length: COUNT_DIGITS }, (_, digit) => countWord(code, digit));
  const words = await shard.words(digits);
  const counts = new Map<number, number>();
  for (const [digit, word] of digits.entries()) {
    for (const page of words.get(word)?.keys() ?? []) {
      counts.set(page, (counts.get(page) ?? 0) + 2 ** digit);
    }
  }
  return new Map(Array.from(counts, ([page, count]) => [page, { count, places: null }]));
}

async function characterPlaces(shard: Shard, code: number): Promise<Postings> {
  const prefix = characterPrefix(code);
  const isPair = (word: string) => word.length > prefix.length + COUNT_LETTERS;
  const pairs = await shard.wordsFrom(prefix, isPair);
  const places = new Map<number, number[]>();
  for (const pages of pairs.values()) {
    for (const [page, found] of pages) {
      const known = places.get(page);
      if (known) known.push(...found);
      else places.set(page, [...found]);
    }
  }
  for (const found of places.values()) found.sort((a, b) => a - b);
  return places;
}

/** Look up pairs that cover the phrase, the cheapest first, and stop where no page is left. */
async function pairPlaces(shard: Shard, phrase: readonly number[]): Promise<Postings> {
  const { bounds, sizes } = await shard.table();
  const wordAt = (place: number) => pairWord(phrase[place] ?? 0, phrase[place + 1] ?? 0);
  const costAt = (place: number) => (sizes[findChunk(bounds, wordAt(place))] ?? 0) + 1;
  const pairs = coverPairs(phrase.length, costAt).sort((a, b) => costAt(a) - costAt(b));
  let found: Postings | undefined;
  for (let from = 0, step = FIRST_PAIRS; from < pairs.length; from += step, step = from) {
    const now = pairs.slice(from, from + step);
    const words = await shard.words(now.map(wordAt));
    for (const place of now) {
      found = narrow(found, words.get(wordAt(place)) ?? new Map(), place);
      if (found.size === 0) return found;
    }
  }
  return found ?? new Map();
}

/** How many pairs are read at once before looking whether any page is left; then as many again. */
const FIRST_PAIRS = 2;

/** Keep the starts of the phrase which also have this pair. */
function narrow(found: Postings | undefined, pair: Postings, offset: number): Postings {
  const kept = new Map<number, readonly number[]>();
  if (!found) {
    for (const [page, places] of pair) {
      const starts = places.map((place) => place - offset).filter((start) => start >= 0);
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
function intersect(starts: readonly number[], places: readonly number[], offset: number): number[] {
  const both: number[] = [];
  let i = 0;
  for (const start of starts) {
    while (i < places.length && (places[i] ?? 0) < start + offset) i += 1;
    if (places[i] === start + offset) both.push(start);
  }
  return both;
}

/** Count as grep and a browser do: after a match, from its end on. */
function dropOverlaps(places: readonly number[], length: number): number[] {
  const kept: number[] = [];
  let end = 0;
  for (const place of places) {
    if (place < end) continue;
    kept.push(place);
    end = place + length;
  }
  return kept;
}
