import { foldWith, NO_CHARACTERS } from '../../report/characters/fold-with.ts';
import { formatNumbers, parseNumbers } from '../../report/characters/number-text.ts';
import { countCharacters } from '../text/pair-tokens.ts';
import type { SearchLine } from '../text/search-record.ts';

/** A stretch of a report's folded lines which is one section's own, without its subsections. */
export interface SectionSpan {
  /** Its first position in the folded lines joined by line ends. */
  readonly start: number;
  /** The first position after it. */
  readonly end: number;
  /** Where its label and heading end; `start` where it has none. */
  readonly headingEnd: number;
  readonly themes: readonly string[];
}

/** How the table is written: a number a span in each column but the first two. */
interface Columns {
  /** The lists of themes there are. */
  readonly themes: readonly (readonly string[])[];
  /** How many spans each report has. */
  readonly spans: string;
  /** Characters of no section before a span. */
  readonly gap: string;
  readonly length: string;
  readonly heading: string;
  readonly theme: string;
}

/**
 * Write the sections of a shard's reports as JSON: columns, since like things beside each other
 * press well.
 * @param reports each report's spans in order, in the order of record numbers
 */
export function formatSectionTable(reports: readonly (readonly SectionSpan[])[]): string {
  const themes: string[][] = [];
  const numbers = new Map<string, number>();
  const themesNumber = (names: readonly string[]): number => {
    const key = JSON.stringify(names);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, themes.push([...names]) - 1);
    return themes.length - 1;
  };
  const column = (write: (span: SectionSpan, before: SectionSpan | undefined) => number): string =>
    formatNumbers(reports.flatMap((spans) => spans.map((span, i) => write(span, spans[i - 1]))));
  const columns: Columns = {
    themes,
    spans: formatNumbers(reports.map(({ length }) => length)),
    gap: column(({ start }, before) => start - (before?.end ?? 0)),
    length: column(({ start, end }) => end - start),
    heading: column(({ start, headingEnd }) => headingEnd - start),
    theme: column((span) => themesNumber(span.themes)),
  };
  return JSON.stringify(columns);
}

/** Read a table written by `formatSectionTable`: the spans of a report, by record number. */
export function parseSectionTable(text: string): (record: number) => readonly SectionSpan[] {
  const columns = JSON.parse(text) as Columns;
  const gap = parseNumbers(columns.gap);
  const length = parseNumbers(columns.length);
  const heading = parseNumbers(columns.heading);
  const theme = parseNumbers(columns.theme);
  /** Where each report's spans begin in the columns. */
  const firsts = [0];
  for (const spans of parseNumbers(columns.spans)) firsts.push((firsts.at(-1) ?? 0) + spans);
  return (record) => {
    const spans: SectionSpan[] = [];
    let end = 0;
    for (let i = firsts[record] ?? 0; i < (firsts[record + 1] ?? 0); i += 1) {
      const start = end + (gap[i] ?? 0);
      end = start + (length[i] ?? 0);
      const headingEnd = start + (heading[i] ?? 0);
      spans.push({ start, end, headingEnd, themes: columns.themes[theme[i] ?? 0] ?? [] });
    }
    return spans;
  };
}

/**
 * Find the stretches of a report's folded lines that belong to one section each.
 * @param lines the searched lines
 * @param folded the same lines, folded
 * @returns the stretches in order; lines of no section are in none
 */
export function sectionSpans(
  lines: readonly SearchLine[],
  folded: readonly string[],
): SectionSpan[] {
  const spans: SectionSpan[] = [];
  let start = 0;
  let section: string | null = null;
  for (const [i, line] of lines.entries()) {
    const end = start + countCharacters(folded[i] ?? '') + 1;
    const last = spans.at(-1);
    if (line.section !== null && line.section === section && last) {
      spans[spans.length - 1] = { ...last, end };
    } else if (line.section !== null) {
      // A section begins with its heading: a line of its own, or at the head of a paragraph.
      const heading = line.paragraph === null ? line.text : line.text.slice(0, line.paragraphStart);
      const headingEnd = start + countCharacters(foldWith(heading, NO_CHARACTERS));
      spans.push({ start, end, headingEnd, themes: line.themes });
    }
    section = line.section;
    start = end;
  }
  return spans;
}

/** Count the characters of folded lines with their line ends: the first position after them. */
export function textLength(folded: readonly string[]): number {
  return folded.reduce((length, line) => length + countCharacters(line) + 1, 0);
}
