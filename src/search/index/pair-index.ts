import type { IndexedWord } from '../format/index-chunks.ts';
import { eachPair, pairWord, SYMBOLS } from '../text/pair-tokens.ts';

/**
 * The index of a shard: every word of two symbols with its pages and positions.
 * The words of all texts stand in one row. Sorting its positions brings those of a word together,
 * from the first text to the last, so that no more is held than four numbers a character.
 */
export class PairIndex {
  /** By text, the first and the second symbols of its words. */
  readonly #first: Uint32Array[] = [];
  readonly #second: Uint32Array[] = [];

  /**
   * Take in a text; its page is the number of texts before it.
   * @param lines its folded lines
   */
  add(lines: readonly string[]): void {
    const [first, second]: [number[], number[]] = [[], []];
    eachPair(lines, (a, b) => {
      first.push(a);
      second.push(b);
    });
    this.#first.push(Uint32Array.from(first));
    this.#second.push(Uint32Array.from(second));
  }

  /** How many positions all words have. */
  get positions(): number {
    return this.#first.reduce((sum, { length }) => sum + length, 0);
  }

  /** Get the words of all texts in order. */
  *words(): Generator<IndexedWord> {
    const [first, second] = [joinTexts(this.#first), joinTexts(this.#second)];
    const starts = new Uint32Array(this.#first.length + 1);
    for (const [i, { length }] of this.#first.entries()) starts[i + 1] = (starts[i] ?? 0) + length;
    const symbols = rankSymbols(first, second);
    const row = sortPositions(first, second, symbols.length);
    for (let from = 0; from < row.length; ) {
      const a = first[row[from] ?? 0] ?? 0;
      const b = second[row[from] ?? 0] ?? 0;
      let to = from + 1;
      while (first[row[to] ?? -1] === a && second[row[to] ?? -1] === b) to += 1;
      yield {
        word: pairWord(symbols[a] ?? 0, symbols[b] ?? 0),
        pages: toPages(row.subarray(from, to), starts),
      };
      from = to;
    }
  }
}

/** Put in place of each symbol its number among those there are, and give these in order. */
function rankSymbols(...rows: readonly Uint32Array[]): number[] {
  const ranks = new Uint32Array(SYMBOLS);
  const symbols: number[] = [];
  for (const row of rows) {
    for (const symbol of row) {
      if (ranks[symbol] === 0) ranks[symbol] = symbols.push(symbol);
    }
  }
  symbols.sort((a, b) => a - b);
  for (const [rank, symbol] of symbols.entries()) ranks[symbol] = rank;
  for (const row of rows) for (let i = 0; i < row.length; i += 1) row[i] = ranks[row[i] ?? 0] ?? 0;
  return symbols;
}

/** Share out positions in the row of all texts to the texts, counted from where each begins. */
function toPages(row: Uint32Array, starts: Uint32Array): IndexedWord['pages'] {
  const pages: { page: number; positions: number[] }[] = [];
  let [start, end] = [0, 0];
  let positions: number[] = [];
  for (const position of row) {
    if (position >= end) {
      const page = pageOf(position, starts);
      [start, end] = [starts[page] ?? 0, starts[page + 1] ?? 0];
      positions = [];
      pages.push({ page, positions });
    }
    positions.push(position - start);
  }
  return pages;
}

/** Find the last text that begins at a position or before. */
function pageOf(position: number, starts: Uint32Array): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** Put the words of all texts into one row. */
function joinTexts(texts: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(texts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const text of texts) {
    joined.set(text, at);
    at += text.length;
  }
  return joined;
}

/**
 * Sort the positions of words of two symbols by word, the positions of one word ascending.
 * A counting sort by the second symbol, then one by the first that leaves equal ones in their
 * order: its time grows with the text alone, which sorting by comparison does not promise.
 * @param first the first symbol of the word at each position
 * @param second the second one
 * @param symbols how many symbols there are
 * @returns the positions
 */
export function sortPositions(
  first: Uint32Array,
  second: Uint32Array,
  symbols: number,
): Uint32Array {
  return sortBy(first, sortBy(second, undefined, symbols), symbols);
}

/** Sort positions by the key each has; those of one key stay as they were. */
function sortBy(
  keys: Uint32Array,
  positions: Uint32Array | undefined,
  symbols: number,
): Uint32Array {
  const next = new Uint32Array(symbols + 1);
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1;
  for (let key = 1; key <= symbols; key += 1) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const sorted = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const position = positions === undefined ? i : (positions[i] ?? 0);
    const key = keys[position] ?? 0;
    const at = next[key] ?? 0;
    sorted[at] = position;
    next[key] = at + 1;
  }
  return sorted;
}
