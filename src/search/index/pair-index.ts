import type { IndexedWord } from '../format/index-chunks.ts';
import type { SectionSpan } from '../format/section-table.ts';
import { NO_HEADING } from '../format/word-marks.ts';
import {
  eachPair,
  FIRST_DIGIT,
  firstSymbol,
  LINE_END,
  pairWord,
  SYMBOLS,
  secondSymbol,
} from '../text/pair-tokens.ts';
import { markHeadings, markPositions } from './mark-positions.ts';

/**
 * The index of a shard: every word of two symbols with its pages and positions.
 * The words of all texts stand in one row. Sorting its positions brings those of a word together,
 * from the first text to the last, so that no more is held than some 30 bytes a character.
 */
export class PairIndex {
  /** By text, the first and the second symbols of its words. */
  readonly #first: Uint32Array[] = [];
  readonly #second: Uint32Array[] = [];
  readonly #sections: (readonly SectionSpan[])[] = [];

  /**
   * Take in a text; its page is the number of texts before it.
   * @param lines its folded lines
   * @param sections its sections in order
   */
  add(lines: readonly string[], sections: readonly SectionSpan[] = []): void {
    this.#sections.push(sections);
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

  /**
   * Get the words of all texts in order. They are given up for it.
   * @param many from how many positions on of a word it may be told what stands beside it
   */
  *words(many = Number.POSITIVE_INFINITY): Generator<IndexedWord> {
    const starts = new Uint32Array(this.#first.length + 1);
    for (const [i, { length }] of this.#first.entries()) starts[i + 1] = (starts[i] ?? 0) + length;
    const { ranks, symbols } = rankSymbols([...this.#first, ...this.#second]);
    const [first, second] = [this.#first, this.#second].map((texts) =>
      joinTexts(texts.splice(0), ranks, symbols.length),
    ) as [Column, Column];
    const sorted = sortWords(first, second, symbols.length);
    const headings = new Uint8Array(first.length).fill(NO_HEADING);
    for (const [page, sections] of this.#sections.entries())
      markHeadings(headings.subarray(starts[page], starts[page + 1]), sections);
    const symbolAt = (column: Column, at: number) => symbols[column[at] ?? 0] ?? LINE_END;
    for (let from = 0; from < sorted.positions.length; ) {
      const [a, b] = [sorted.first[from] ?? 0, sorted.second[from] ?? 0];
      let to = from + 1;
      while (sorted.first[to] === a && sorted.second[to] === b) to += 1;
      const [one, other] = [symbols[a] ?? 0, symbols[b] ?? 0];
      const row = sorted.positions.subarray(from, to);
      const isMany = row.length >= many && other !== LINE_END && other < FIRST_DIGIT;
      // Before a text's first position stands another text: no phrase begins there.
      const beside = (i: number): number => {
        const at = row[i] ?? 0;
        return pairWord(at === 0 ? LINE_END : symbolAt(first, at - 1), symbolAt(second, at + 1));
      };
      const headed = new Uint8Array(row.length);
      let isMarked = isMany;
      for (let i = 0; i < row.length; i += 1) {
        headed[i] = headings[row[i] ?? 0] ?? NO_HEADING;
        isMarked ||= headed[i] !== NO_HEADING;
      }
      const marks = isMarked ? markPositions(headed, isMany ? beside : undefined) : undefined;
      const pages = toPages(row, starts);
      yield { word: pairWord(one, other), pages, ...(marks && { marks }) };
      from = to;
    }
  }
}

/** Symbols by their number among those there are: two bytes each, where these are as few as usual. */
type Column = Uint16Array | Uint32Array;

function makeColumn(length: number, symbols: number): Column {
  return symbols > 65_536 ? new Uint32Array(length) : new Uint16Array(length);
}

/** Number the symbols there are, in order. */
function rankSymbols(rows: readonly Uint32Array[]): { ranks: Uint32Array; symbols: number[] } {
  const ranks = new Uint32Array(SYMBOLS);
  const symbols: number[] = [];
  for (const row of rows) {
    for (const symbol of row) {
      if (ranks[symbol] === 0) ranks[symbol] = symbols.push(symbol);
    }
  }
  symbols.sort((a, b) => a - b);
  for (const [rank, symbol] of symbols.entries()) ranks[symbol] = rank;
  return { ranks, symbols };
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

/** Put the symbols of all texts into one row, each as its number. */
function joinTexts(texts: readonly Uint32Array[], ranks: Uint32Array, symbols: number): Column {
  const joined = makeColumn(
    texts.reduce((sum, { length }) => sum + length, 0),
    symbols,
  );
  let at = 0;
  for (const text of texts) {
    for (const symbol of text) {
      joined[at] = ranks[symbol] ?? 0;
      at += 1;
    }
  }
  return joined;
}

/** Words of two symbols each, and where they stand. */
export interface PlacedWords {
  readonly first: Column;
  readonly second: Column;
  readonly positions: Uint32Array;
}

/**
 * Sort words of two symbols, those alike by their positions.
 * A counting sort by the second symbol, then one by the first that leaves equal ones in their
 * order: its time grows with the text alone, which sorting by comparison does not promise. Symbols
 * move with the positions, so that each step reads one after the other: memory is slow elsewhere.
 * @param first the first symbol of the word at each position
 * @param second the second one
 * @param symbols how many symbols there are
 */
export function sortWords(first: Column, second: Column, symbols: number): PlacedWords {
  const positions = new Uint32Array(first.length);
  for (let i = 0; i < positions.length; i += 1) positions[i] = i;
  const words = { first, second, positions };
  return sortBy('first', sortBy('second', words, symbols), symbols);
}

/** Sort words by a symbol; those with the same one stay as they were. */
function sortBy(key: 'first' | 'second', words: PlacedWords, symbols: number): PlacedWords {
  const keys = words[key];
  const next = new Uint32Array(symbols + 1);
  for (const symbol of keys) next[symbol + 1] = (next[symbol + 1] ?? 0) + 1;
  for (let symbol = 1; symbol <= symbols; symbol += 1)
    next[symbol] = (next[symbol] ?? 0) + (next[symbol - 1] ?? 0);
  const { length } = keys;
  const [first, second] = [makeColumn(length, symbols), makeColumn(length, symbols)];
  const positions = new Uint32Array(length);
  for (let i = 0; i < length; i += 1) {
    const symbol = keys[i] ?? 0;
    const at = next[symbol] ?? 0;
    first[at] = words.first[i] ?? 0;
    second[at] = words.second[i] ?? 0;
    positions[at] = words.positions[i] ?? 0;
    next[symbol] = at + 1;
  }
  return { first, second, positions };
}

/**
 * Leave out what no search reads: a line end after a line end, which is in no phrase, and where the
 * words of counts stand.
 */
export function* searchedWords(words: Iterable<IndexedWord>): Generator<IndexedWord> {
  for (const { word, pages, ...marks } of words) {
    if (firstSymbol(word) === LINE_END) continue;
    const isCount = secondSymbol(word) >= FIRST_DIGIT;
    yield { word, pages: isCount ? pages.map(withoutPositions) : pages, ...marks };
  }
}

function withoutPositions({ page }: IndexedWord['pages'][number]) {
  return { page, positions: [0] };
}
