import { type Numeral, readNumeral } from '../../report/printed-numeral.ts';
import type { ReportBody } from '../../report/report-body.ts';
import { findClosingParts } from './find-closing-parts.ts';
import { findUnnumberedHeadings } from './find-unnumbered-headings.ts';
import { type OpenSection, readHeading, type Sibling } from './read-heading.ts';

/** What is known of the document that its lines alone do not say. */
export interface OutlineOptions {
  /** The report year: a paragraph on the next one is a plan. */
  readonly year?: number | undefined;
}

/** As deep as the headings of a report file go. */
const DEEPEST = 5;

/**
 * Finds the sections of a report in its printed lines.
 *
 * Depth follows the document, not the numeral: a kind of numeral seen above takes its level again,
 * a new one goes one level below the section it stands in. So items `38.` right under 三 are one
 * level below it, though elsewhere （一） stands between. Numbers may run on, leave gaps or repeat.
 *
 * @param lines the body's lines in the archive's typography, without empty ones
 */
export function outline(lines: readonly string[], options: OutlineOptions = {}): ReportBody {
  const opening: string[] = [];
  const sections: OpenSection[] = [];
  const open: { rank: number; number: number; section: OpenSection }[] = [];
  const unnumbered = findUnnumberedHeadings(lines);
  const refused = new Map<number, number>();

  const siblingOf = ({ rank, number }: Numeral): Sibling => {
    if (refused.get(rank) === number - 1) return 'text';
    const before = open.find((one) => one.rank === rank);
    return before !== undefined && number > before.number ? 'heading' : 'none';
  };

  for (const [index, line] of lines.entries()) {
    const numeral = readNumeral(line);
    const found =
      numeral === undefined
        ? unnumbered.get(index)
        : readHeading(numeral, lines[index + 1], siblingOf(numeral));
    while (found !== undefined && (open.at(-1)?.rank ?? -1) >= found.rank) open.pop();
    if (found === undefined || open.length === DEEPEST) {
      if (numeral !== undefined) refused.set(numeral.rank, numeral.number);
      (open.at(-1)?.section.paragraphs ?? opening).push(line);
      continue;
    }
    const { rank, number, section } = found;
    for (const lower of refused.keys()) if (lower > rank) refused.delete(lower);
    (open.at(-1)?.section.sections ?? sections).push(section);
    open.push({ rank, number, section });
  }
  return { opening, ...findClosingParts(sections, options) };
}
