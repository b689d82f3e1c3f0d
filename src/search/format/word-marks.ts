import type { NumberReader, NumberWriter } from './number-bytes.ts';

/**
 * What is told beside the positions of a word, so that what is found is put in order without the
 * sections of all reports, and a phrase of words in very many places is found by the rarest alone.
 */
export interface WordMarks {
  /** Whether marks tell which symbols stand beside the word. */
  readonly tellsBeside: boolean;
  /** The marks there are, the most frequent first. */
  readonly kinds: readonly Mark[];
  /** By position, in the order of texts, the number of its mark. */
  readonly codes: Iterable<number>;
}

/** A mark of a position. */
export interface Mark {
  /** 0 in a heading; 1 on the first character after one, 2 on the second; 3 elsewhere. */
  readonly heading: number;
  /** The symbols before the word and after it, a line end where there is none; 0 where not told. */
  readonly beside: readonly [number, number];
}

/** The heading of a mark that has none. */
export const NO_HEADING = 3;

/**
 * Write a word's marks: twice how many kinds there are, one more where they tell what is beside, the
 * kinds, and the codes where there is more than one kind; 0 where there are no marks.
 */
export function writeMarks(numbers: NumberWriter, marks: WordMarks | undefined): void {
  const { tellsBeside = false, kinds = [], codes = [] } = marks ?? {};
  numbers.add(2 * kinds.length + Number(tellsBeside));
  for (const { heading, beside } of kinds)
    for (const number of tellsBeside ? [heading, ...beside] : [heading]) numbers.add(number);
  if (kinds.length > 1) for (const code of codes) numbers.add(code);
}

/** What is wanted of a position: where it lies in a phrase, and what the phrase has beside it. */
export interface WantedPlace {
  /** How many characters of the phrase stand before the word. */
  readonly position: number;
  /** The symbols of the phrase before the word and after it; nothing where it begins or ends there. */
  readonly beside: readonly [number | undefined, number | undefined];
}

/** What a mark says of a position, as to a phrase. */
export interface PlaceMark {
  /** Whether the phrase may stand there, by what is told. */
  readonly isWanted: boolean;
  /** Whether it would begin in a heading. */
  readonly inHeading: boolean;
}

/** Whether marks tell if a phrase begins in a heading that has the word so far from its start. */
export function tellsHeadings({ position }: WantedPlace): boolean {
  return position < NO_HEADING;
}

/**
 * Read a word's marks.
 * @param numbers where they stand next
 * @param count how many positions the word has
 * @param wanted absent: they are stepped over
 * @returns by position what they say; nothing where the word stands in no heading and no more is told
 */
export function readMarks(
  numbers: NumberReader,
  count: number,
  wanted?: WantedPlace,
): ((position: number) => PlaceMark | undefined) | undefined {
  const head = numbers.next();
  if (head === 0) return;
  const [length, isBeside] = [head >> 1, (head & 1) === 1];
  if (!wanted) {
    numbers.skip(length * (isBeside ? 3 : 1) + (length > 1 ? count : 0));
    return;
  }
  const kinds = Array.from({ length }, (): PlaceMark => {
    const inHeading = numbers.next() <= wanted.position;
    const symbols = isBeside ? [numbers.next(), numbers.next()] : [];
    const isWanted = symbols.every((symbol, i) => symbol === (wanted.beside[i] ?? symbol));
    return { isWanted, inHeading };
  });
  const codes = length > 1 ? Array.from({ length: count }, () => numbers.next()) : [];
  return (position) => kinds[codes[position] ?? 0];
}
