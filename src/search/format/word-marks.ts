import { NumberReader, NumberWriter } from './number-bytes.ts';

/**
 * What is told beside each position of a word that stands in very many places, so that a phrase is
 * found by the rarest of its words alone, and put in order without the sections of all reports.
 */
export interface WordMarks {
  /** Whether marks tell which symbols stand beside the word. */
  readonly tellsBeside: boolean;
  /** The marks there are, the most frequent first. */
  readonly kinds: readonly Mark[];
  /** By position, in the order of texts, the number of its mark. */
  readonly codes: readonly number[];
}

/** A mark of a position. */
export interface Mark {
  /** 0 in a heading; 1 on the first character after one, 2 on the second; 3 elsewhere. */
  readonly heading: number;
  /** The symbols before the word and after it; a line end where there is none. */
  readonly beside: readonly [number, number];
}

/** The heading of a mark that has none. */
export const NO_HEADING = 3;

/** Write marks as numbers: the kinds, then the codes. */
export function formatMarks({ tellsBeside, kinds, codes }: WordMarks): Uint8Array {
  const numbers = new NumberWriter();
  numbers.add(Number(tellsBeside));
  numbers.add(kinds.length);
  for (const { heading, beside } of kinds)
    for (const number of tellsBeside ? [heading, ...beside] : [heading]) numbers.add(number);
  for (const code of codes) numbers.add(code);
  return numbers.take();
}

/** What is wanted of a position: where it lies in a phrase, and what the phrase has beside it. */
export interface WantedPlace {
  /** How many characters of the phrase stand before the word. */
  readonly position: number;
  /** The symbols of the phrase before the word and after it; nothing where it begins or ends there. */
  readonly beside: readonly [number | undefined, number | undefined];
}

/** Reads the marks of a word's positions one after the other. */
export class MarkReader {
  /** Whether they tell if a phrase that has the word there begins in a heading. */
  readonly tellsHeadings: boolean;
  readonly #numbers: NumberReader;
  readonly #kinds: readonly { readonly isWanted: boolean; readonly inHeading: boolean }[];

  /** @param bytes what `formatMarks` wrote */
  constructor(bytes: Uint8Array, { position, beside }: WantedPlace) {
    this.tellsHeadings = position < NO_HEADING;
    const numbers = new NumberReader(bytes);
    const tellsBeside = numbers.next() === 1;
    this.#kinds = Array.from({ length: numbers.next() }, () => {
      const inHeading = numbers.next() <= position;
      const symbols = tellsBeside ? [numbers.next(), numbers.next()] : [];
      const isWanted = symbols.every((symbol, i) => symbol === (beside[i] ?? symbol));
      return { isWanted, inHeading };
    });
    this.#numbers = numbers;
  }

  /** Get what is said of the next position. */
  next() {
    return this.#kinds[this.#numbers.next()];
  }

  get isAtEnd(): boolean {
    return this.#numbers.isAtEnd;
  }
}
