import { type Numeral, readNumeral } from '../../report/printed-numeral.ts';
import type { BodyParagraph } from '../../report/report-body.ts';

const NUMERAL =
  /(?<=[。；！？])\s*(?=[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/u;
/** Only kinds of numerals up to （一）: a lower one numbers items inside a paragraph too. */
const LOWEST = 4;
const LONGEST_LAST = 30;

/**
 * Break a paragraph before the heading that was run into it: where the lines number （一） and then
 * （三）, and （二） stands behind a stop in a paragraph between.
 *
 * @param blocks the body's lines in the archive's typography, and its tables
 * @returns the same text, with a line more for each heading found
 */
export function splitMissingHeadings(blocks: readonly BodyParagraph[]): readonly BodyParagraph[] {
  const lines = blocks.map((block) => (typeof block === 'string' ? block : ''));
  const split: BodyParagraph[] = [];
  for (const [at, block] of blocks.entries()) {
    if (typeof block !== 'string') {
      split.push(block);
      continue;
    }
    const [head = '', ...rest] = block.split(NUMERAL);
    if (rest.length === 0) {
      split.push(block);
      continue;
    }
    let current = head;
    for (const part of rest) {
      const numeral = readNumeral(part);
      if (
        numeral !== undefined &&
        isMissing(numeral, [...linesOf(split), current], lines.slice(at + 1))
      ) {
        split.push(current);
        current = part;
      } else current += part;
    }
    split.push(current);
  }
  return split;
}

function linesOf(blocks: readonly BodyParagraph[]): string[] {
  return blocks.filter((block) => typeof block === 'string');
}

/** Tell whether the lines before end at the number below, and those after go on with the one above. */
function isMissing(
  { rank, number, rest }: Numeral,
  before: readonly string[],
  after: readonly string[],
): boolean {
  if (rank > LOWEST || number < 2) return false;
  const last = findNumeral(before.toReversed(), rank);
  const next = findNumeral(after, rank);
  if (last?.number !== number - 1) return false;
  // The last of a row has none behind it: then it must be short, and end the paragraph.
  return next === undefined
    ? rest.length <= LONGEST_LAST && !/[。，；]/u.test(rest) && after.length > 0
    : next.number === number + 1;
}

/** Find the first numeral of a kind that no higher one comes before. */
function findNumeral(lines: readonly string[], rank: number): Numeral | undefined {
  for (const line of lines) {
    const numeral = readNumeral(line);
    if (numeral !== undefined && numeral.rank <= rank)
      return numeral.rank === rank ? numeral : undefined;
  }
  return undefined;
}
