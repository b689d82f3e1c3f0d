import { legible } from '../../../report/characters/legible.ts';
import { normaliseTypography } from '../../../report/characters/typography.ts';
import { type Numeral, readNumeral } from '../../../report/printed-numeral.ts';
import { isFootMark, lineFurniture } from '../../describe/line-wording.ts';
import type { HtmlLine } from './open-line.ts';

/** Whether a line is of the document, or of the page around it. */
export type Zone = 'content' | 'page';

/** How high numerals of a document's own parts stand, where it has none to go by. */
const TOP = readNumeral('一、总则')?.rank ?? 0;

/**
 * Take lines for the document's that carry on its numbering outside the box it was found in: a body
 * may be spread over several boxes, and a line that goes on with 二、 is no navigation.
 *
 * @param zones of the lines
 */
export function continueContent(lines: readonly HtmlLine[], zones: readonly Zone[]): Zone[] {
  const numerals = lines.map(({ text, isLink }) =>
    isLink ? undefined : readNumeral(legible(normaliseTypography(text))),
  );
  const first = zones.indexOf('content');
  if (first < 0) return [...zones];
  const inside = numerals.filter((_, at) => zones[at] === 'content');
  const rank = inside.find((one) => one !== undefined)?.rank ?? TOP;
  const ofRank = inside.filter((one): one is Numeral => one?.rank === rank);
  const after = carryOn(lines, zones, numerals, { rank, number: ofRank.at(-1)?.number ?? 0 });
  return carryBack(lines, after, numerals, { rank, number: ofRank[0]?.number ?? 1 });
}

interface Position {
  readonly rank: number;
  readonly number: number;
}

function carryOn(
  lines: readonly HtmlLine[],
  zones: readonly Zone[],
  numerals: readonly (Numeral | undefined)[],
  { rank, number }: Position,
): Zone[] {
  const carried = [...zones];
  let last = number;
  for (let at = zones.lastIndexOf('content') + 1; at < lines.length; at++) {
    const numeral = numerals[at];
    if (numeral?.rank !== rank || numeral.number !== last + 1) continue;
    for (; at < lines.length && !endsText(lines[at]); at++) {
      carried[at] = 'content';
      const next = numerals[at];
      if (next?.rank === rank) last = next.number;
    }
  }
  return carried;
}

function carryBack(
  lines: readonly HtmlLine[],
  zones: readonly Zone[],
  numerals: readonly (Numeral | undefined)[],
  { rank, number }: Position,
): Zone[] {
  const first = zones.indexOf('content');
  let start = first;
  while (start > 0 && !endsText(lines[start - 1])) start--;
  const isBefore = numerals
    .slice(start, first)
    .some((numeral) => numeral?.rank === rank && numeral.number === number - 1);
  return isBefore
    ? zones.map((zone, at) => (at >= start && at < first ? 'content' : zone))
    : [...zones];
}

function endsText(line: HtmlLine | undefined): boolean {
  if (line === undefined || line.isLink) return true;
  const plain = legible(normaliseTypography(line.text));
  return line.picture === undefined && (isFootMark(plain) || lineFurniture(plain) !== undefined);
}
