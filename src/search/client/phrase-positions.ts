import { foldWithOffsets } from '../../report/characters/fold-with.ts';
import { type ChunkTable, chunkWidth, findChunk } from '../format/chunk-table.ts';
import type { Places, Postings, WantedWord } from '../format/index-chunks.ts';
import { blockOf, LONGEST_IN_BLOCK, type TextBlock } from '../format/text-block.ts';
import { COUNT_DIGITS, codePoints, countWord, pairWord } from '../text/pair-tokens.ts';
import type { PhraseMatches } from './archive.ts';
import { isFileFault } from './failures.ts';
import { loadCharacterTable } from './fold-query.ts';
import { pacer } from './pacer.ts';

/** The words of an index: see `pair-tokens.ts`. */
export interface WordIndex {
  /** Get the table of the chunks that the words are in. */
  table(): Promise<ChunkTable>;
  /** Find the positions of words. @returns only the words the index has */
  words(words: readonly number[]): Promise<ReadonlyMap<number, Postings>>;
  /** Find the positions of words of a phrase, as far as can be told without others. */
  places(words: readonly WantedWord[]): Promise<readonly Places[]>;
  /** Get ready for what is found, which lies on some of these pages. */
  expect(pages: readonly number[]): void;
  /** Get a block of a text. */
  block(page: number, block: number): Promise<TextBlock>;
  /** Find the positions of all words from one to before another. */
  wordsBetween(from: number, to: number): Promise<ReadonlyMap<number, Postings>>;
}

/**
 * Find a folded phrase in an index.
 * A phrase of two characters and more always has its positions. A single character has its counts
 * at little cost; its positions cost every pair it begins, and are read only where needed.
 * @param index where to look
 * @param phrase the folded phrase, 1 character or more
 * @param needsPositions whether positions are needed
 * @param firstPairs how many pairs are read before looking whether any page is left
 * @param before what more pairs are to wait for
 * @returns the pages that have it
 */
export async function findPhrase(
  index: WordIndex,
  phrase: string,
  needsPositions: boolean,
  firstPairs = FIRST_PAIRS,
  before?: Promise<unknown>,
): Promise<Map<number, PhraseMatches>> {
  const codes = codePoints(phrase);
  const [first = 0] = codes;
  if (codes.length === 1 && !needsPositions) return countCharacter(index, first);
  const { pages, inHeadings } =
    codes.length === 1
      ? { pages: await characterPositions(index, first) }
      : await pairPositions(index, codes, firstPairs, before);
  const matches = new Map<number, PhraseMatches>();
  await pacer.pause();
  for (const [page, all] of pages) {
    const positions = dropOverlaps(all, codes.length);
    const count = positions.length;
    const headed = inHeadings && new Set(inHeadings.get(page));
    const counted = headed && { inHeadings: positions.filter((one) => headed.has(one)).length };
    if (count > 0) matches.set(page, { count, positions, ...counted });
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
  const pairs = await index.wordsBetween(pairWord(code, 0), countWord(code, 0));
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
async function pairPositions(
  index: WordIndex,
  phrase: readonly number[],
  firstPairs: number,
  before: Promise<unknown> | undefined,
): Promise<Places> {
  const pairs = planPairs(await index.table(), phrase);
  let found: Postings | undefined;
  let inHeadings: Postings | undefined;
  for (let from = 0, step = firstPairs; from < pairs.length; from += step, step = NEXT_PAIRS) {
    const now = pairs.slice(from, from + step);
    const left = pairs.slice(from).reduce((sum, { cost }) => sum + cost, 0);
    const sure = found && (await narrowByText(index, phrase, found, left));
    if (sure) return { pages: sure, ...(inHeadings && { inHeadings }) };
    if (found) await before;
    const places = await index.places(now);
    for (const [i, { position }] of now.entries()) {
      await pacer.pause();
      const { pages, inHeadings: headed } = places[i] ?? { pages: new Map() };
      found = narrow(found, pages, position);
      if (found.size === 0) return { pages: found };
      if (headed) inHeadings ??= narrow(undefined, headed, position);
    }
  }
  return { pages: found ?? new Map(), ...(inHeadings && { inHeadings }) };
}

/**
 * Choose pairs that cover a phrase, with what reading each costs, the cheapest first, of those alike
 * the one in the chunk of the widest reach: where many words fill a chunk, each is rare.
 */
function planPairs({ bounds, sizes, tellBeside }: ChunkTable, phrase: readonly number[]) {
  const wordAt = (position: number) => pairWord(phrase[position] ?? 0, phrase[position + 1] ?? 0);
  const chunkAt = (position: number) => findChunk(bounds, wordAt(position));
  const costAt = (position: number) => (sizes[chunkAt(position)] ?? 0) + 1;
  const tellsAt = (position: number) => tellBeside.has(chunkAt(position));
  return coverPairs(phrase.length, costAt, tellsAt)
    .map((position) => {
      const word = wordAt(position);
      const beside = [phrase[position - 1], phrase[position + 2]] as const;
      return { position, word, beside, cost: costAt(position), width: chunkWidth(bounds, word) };
    })
    .sort((a, b) => a.cost - b.cost || b.width - a.width);
}

/**
 * Say how many bytes are read of an index before it is known whether it may have a phrase.
 * @param table the chunks of the index
 * @param phrase the folded phrase
 * @param firstPairs how many pairs are read first
 */
export function firstCost(table: ChunkTable, phrase: string, firstPairs: number): number {
  const codes = codePoints(phrase);
  if (codes.length === 1) return Number.POSITIVE_INFINITY;
  return planPairs(table, codes)
    .slice(0, firstPairs)
    .reduce((sum, { cost }) => sum + cost, 0);
}

/**
 * Look in the texts themselves which starts of a phrase are any, where that takes less than reading
 * the pairs that are left: the texts of results are shown anyway.
 * @returns nothing where it would take more, or a text cannot be had
 */
async function narrowByText(
  index: WordIndex,
  phrase: readonly number[],
  found: Postings,
  mostBytes: number,
): Promise<Postings | undefined> {
  const starts = [...found].flatMap(([page, all]) => all.map((start) => ({ page, start })));
  const files = new Set(starts.map(({ page, start }) => `${page} ${blockOf(start)}`));
  if (files.size > MOST_TEXTS || phrase.length > LONGEST_IN_BLOCK) return;
  if ((files.size - 1) * TEXT_BYTES > mostBytes) return;
  index.expect([...found.keys()]);
  const text = String.fromCodePoint(...phrase);
  const kept = new Map<number, number[]>();
  const reading = starts.map(({ page, start }) => index.block(page, blockOf(start)));
  const blocks = await Promise.all(reading).catch((error: unknown) => {
    if (!isFileFault(error)) throw error;
  });
  if (!blocks) return;
  for (const [i, { page, start }] of starts.entries()) {
    if (await isInBlock(blocks[i] ?? [], start, text))
      kept.set(page, [...(kept.get(page) ?? []), start]);
  }
  return kept;
}

async function isInBlock(block: TextBlock, start: number, phrase: string): Promise<boolean> {
  const { text = '', at = 0 } = block.findLast((line) => line.at <= start) ?? {};
  const { characters } = foldWithOffsets(text, await loadCharacterTable(text));
  return characters
    .slice(start - at)
    .join('')
    .startsWith(phrase);
}

/** How many texts are looked in at most, and about how many bytes each takes. */
const MOST_TEXTS = 4;
const TEXT_BYTES = 4000;
/** How many pairs are read at once before looking whether any page is left; then so many more. */
const FIRST_PAIRS = 3;
const NEXT_PAIRS = 5;

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
 * Choose which overlapping pairs of a phrase to look up, so that every character lies in one, or is
 * told by one, and the whole costs least: with like costs every second pair.
 * Any such choice is exact, since each pair's position is fixed by the phrase's.
 * @param length the phrase's characters, 2 or more
 * @param cost what it costs to look up the pair at a position, more than 0
 * @param tellsBeside whether the pair at a position tells the characters beside it, too
 * @returns the positions of the chosen pairs, ascending
 */
export function coverPairs(
  length: number,
  cost: (position: number) => number,
  tellsBeside: (position: number) => boolean = () => false,
): number[] {
  // By n characters covered: the least cost, the last pair, and how many are covered before it.
  const covers = [{ cost: 0, last: -1, before: 0 }];
  for (let covered = 1; covered <= length; covered += 1) {
    let best = { cost: Number.POSITIVE_INFINITY, last: -1, before: 0 };
    for (let last = Math.max(0, covered - 3); last <= Math.min(covered, length) - 2; last += 1) {
      const reach = tellsBeside(last) ? 1 : 0;
      if (last + 2 + reach < covered) continue;
      for (let before = Math.max(0, last - reach); before < covered; before += 1) {
        const whole = (covers[before]?.cost ?? 0) + cost(last);
        if (whole < best.cost) best = { cost: whole, last, before };
      }
    }
    covers.push(best);
  }
  const pairs: number[] = [];
  for (let left = covers[length]; left && left.last >= 0; left = covers[left.before])
    pairs.push(left.last);
  return pairs.reverse();
}
