import { eachPair, SYMBOLS, symbolLetters } from '../text/pair-tokens.ts';
import { NumberList } from './number-list.ts';
import { sortPlaces } from './sort-places.ts';

/** A word and where it stands. */
export interface IndexedWord {
  readonly word: string;
  /** The texts that have it, ascending, with its places in each, ascending. */
  readonly pages: readonly WordPage[];
}

/** Where a word stands in one text. */
export interface WordPage {
  readonly page: number;
  readonly places: readonly number[];
}

/**
 * The index of a shard: every word of two symbols with its pages and places.
 * The words of all texts stand in one row. Sorting its places brings those of a word together,
 * from the first text to the last, so that no more is held than four numbers a character.
 */
export class PairIndex {
  readonly #first = new NumberList();
  readonly #second = new NumberList();
  /** Where each text begins in the row. */
  readonly #starts = new NumberList();

  /**
   * Take in a text; its page is the number of texts before it.
   * @param lines its folded lines
   */
  add(lines: readonly string[]): void {
    this.#starts.push(this.#first.length);
    eachPair(lines, (first, second) => {
      this.#first.push(first);
      this.#second.push(second);
    });
  }

  /** Get the words of all texts in order. */
  *words(): Generator<IndexedWord> {
    const [first, second] = [this.#first.numbers.slice(), this.#second.numbers.slice()];
    const starts = Uint32Array.of(...this.#starts.numbers, first.length);
    const letters = rankSymbols(first, second);
    const row = sortPlaces(first, second, letters.length);
    for (let from = 0; from < row.length; ) {
      const a = first[row[from] ?? 0] ?? 0;
      const b = second[row[from] ?? 0] ?? 0;
      let to = from + 1;
      while (first[row[to] ?? -1] === a && second[row[to] ?? -1] === b) to += 1;
      yield {
        word: `${letters[a]}${letters[b]}`,
        pages: sharePlaces(row.subarray(from, to), starts),
      };
      from = to;
    }
  }
}

/** Put in place of each symbol its number in the order of words, and give the letters of all. */
function rankSymbols(...rows: readonly Uint32Array[]): string[] {
  const ranks = new Uint32Array(SYMBOLS);
  const ranked: { symbol: number; letters: string }[] = [];
  for (const row of rows) {
    for (const symbol of row) {
      if (ranks[symbol] !== 0) continue;
      ranks[symbol] = 1;
      ranked.push({ symbol, letters: symbolLetters(symbol) });
    }
  }
  ranked.sort((a, b) => (a.letters < b.letters ? -1 : 1));
  for (const [rank, { symbol }] of ranked.entries()) ranks[symbol] = rank;
  for (const row of rows) {
    for (let i = 0; i < row.length; i += 1) row[i] = ranks[row[i] ?? 0] ?? 0;
  }
  return ranked.map(({ letters }) => letters);
}

/** Share out places in the row of all texts to the texts, counted from where each begins. */
function sharePlaces(row: Uint32Array, starts: Uint32Array): WordPage[] {
  const pages: WordPage[] = [];
  let [start, end] = [0, 0];
  let places: number[] = [];
  for (const place of row) {
    if (place >= end) {
      const page = pageOf(place, starts);
      [start, end] = [starts[page] ?? 0, starts[page + 1] ?? 0];
      places = [];
      pages.push({ page, places });
    }
    places.push(place - start);
  }
  return pages;
}

/** Find the last text that begins at a place or before. */
function pageOf(place: number, starts: Uint32Array): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}
