import { formatNumbers, parseNumbers } from '../archive/query/number-text.ts';

/** A stretch of a report's folded lines which is one section's own, without its subsections. */
export interface SectionSpan {
  /** Its first place in the folded lines joined by line ends. */
  readonly start: number;
  /** The first place after it. */
  readonly end: number;
  /** Where its label and heading end; `start` where it has none. */
  readonly headingEnd: number;
  readonly themes: readonly string[];
}

/**
 * Write the sections of a shard's reports.
 * @param reports each report's spans in order, in the order of record numbers
 * @returns a JSON text
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
  const rows = reports.map((spans) =>
    formatNumbers(
      spans.flatMap((span, i) => [
        span.start - (spans[i - 1]?.end ?? 0),
        span.end - span.start,
        span.headingEnd - span.start,
        themesNumber(span.themes),
      ]),
    ),
  );
  return JSON.stringify([themes, rows]);
}

/**
 * Read the sections of a shard's reports.
 * @param text what `formatSectionTable` wrote
 * @returns a function from a report's record number to its spans
 */
export function parseSectionTable(text: string): (record: number) => readonly SectionSpan[] {
  const [themes, rows] = JSON.parse(text) as [string[][], string[]];
  return (record) => {
    const numbers = parseNumbers(rows[record] ?? '');
    const spans: SectionSpan[] = [];
    let end = 0;
    for (let i = 0; i < numbers.length; i += 4) {
      const start = end + (numbers[i] ?? 0);
      const headingEnd = start + (numbers[i + 2] ?? 0);
      end = start + (numbers[i + 1] ?? 0);
      spans.push({ start, end, headingEnd, themes: themes[numbers[i + 3] ?? 0] ?? [] });
    }
    return spans;
  };
}
