import { formatNumbers, parseNumbers } from '../../report/characters/number-text.ts';
import { firstSymbol, pairWord, secondSymbol } from '../text/pair-tokens.ts';

/** Which chunk of a volume's index has which words. */
export interface ChunkTable {
  /** A lower bound of each chunk's words, in the order of words. */
  readonly bounds: readonly number[];
  /** About how many bytes each chunk's file has. */
  readonly sizes: readonly number[];
  /** The chunks of one word that tell what stands beside it. */
  readonly tellBeside: ReadonlySet<number>;
}

/**
 * The sizes of chunks are only compared with each other, so they are written roughly: rounded up,
 * the usual ones alike.
 */
const SIZE_UNIT = 3072;
const USUAL_UNITS = 2;

/**
 * Write a table of chunks as JSON, what is in order as steps. Of each bound stand the power of two
 * that divides its second symbol, and by how many of these it lies above the one before; before
 * them, where the first symbol is another one, a mark and the step to it.
 */
export function formatChunkTable({ bounds, sizes, tellBeside }: ChunkTable): string {
  let [lastFirst, lastSecond] = [0, 0];
  const numbers = bounds.flatMap((bound) => {
    const [first, second] = [firstSymbol(bound), secondSymbol(bound)];
    let power = 0;
    while (power < NEW_FIRST - 1 && second % 2 ** (power + 1) === 0) power += 1;
    const isNew = first !== lastFirst;
    const above = isNew ? 0 : Math.floor(lastSecond / 2 ** power);
    const steps = [power, second / 2 ** power - above];
    if (isNew) steps.unshift(NEW_FIRST, first - lastFirst);
    [lastFirst, lastSecond] = [first, second];
    return steps;
  });
  const units = sizes.map((size) => Math.max(USUAL_UNITS, Math.ceil(size / SIZE_UNIT)));
  const telling = [...tellBeside].map((chunk, i, all) => chunk - (all[i - 1] ?? 0));
  return JSON.stringify([numbers, units, telling].map(formatNumbers));
}

/** No symbol is divided by so high a power of two, 0 aside. */
const NEW_FIRST = 22;

/** Read a table of chunks written by `formatChunkTable`; sizes come rounded up. */
export function parseChunkTable(text: string): ChunkTable {
  const [steps, sizes, telling] = JSON.parse(text) as [string, string, string];
  const bounds: number[] = [];
  let [first, second] = [0, 0];
  const numbers = parseNumbers(steps).values();
  const next = (): number => numbers.next().value ?? 0;
  for (const number of numbers) {
    let power = number;
    if (power === NEW_FIRST) {
      first += next();
      second = 0;
      power = next();
    }
    second = (Math.floor(second / 2 ** power) + next()) * 2 ** power;
    bounds.push(pairWord(first, second));
  }
  let chunk = 0;
  const tellBeside = new Set(
    parseNumbers(telling).map((step) => {
      chunk += step;
      return chunk;
    }),
  );
  return { bounds, sizes: parseNumbers(sizes).map((size) => size * SIZE_UNIT), tellBeside };
}

/**
 * Find the chunk a word would be in: the last one whose lower bound is not above it.
 * @param bounds the lower bounds, ascending
 * @param word any word
 * @returns the chunk's number; -1 where the word is below them all
 */
export function findChunk(bounds: readonly number[], word: number): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Say how far the chunk of a word reaches in the order of words.
 * @param bounds the lower bounds, ascending
 * @param word any word
 */
export function chunkWidth(bounds: readonly number[], word: number): number {
  const chunk = findChunk(bounds, word);
  return (bounds[chunk + 1] ?? Number.MAX_SAFE_INTEGER) - (bounds[chunk] ?? 0);
}

/** Find the numbers of the chunks that may hold words from one to before another. */
export function findChunks(bounds: readonly number[], from: number, to: number): number[] {
  const first = Math.max(0, findChunk(bounds, from));
  return Array.from({ length: findChunk(bounds, to - 1) + 1 - first }, (_, i) => first + i);
}
