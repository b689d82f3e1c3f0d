import { simplifiedCharacters } from '../../report/characters/simplified-characters.ts';
import type { FoldedQuery } from '../client/folded-query.ts';
import type { Span } from '../client/query-matches.ts';
import { fold } from '../text/fold.ts';
import { foldPlaces } from '../text/fold-places.ts';
import type { SearchLine, SearchRecord } from '../text/search-record.ts';

/** A line with matches in it. */
export interface LineMatches {
  readonly line: SearchLine;
  /** UTF-16 units of the line's text, in order. */
  readonly spans: readonly Span[];
}

/** What narrows a search inside a report, as in the options of the search. */
export interface Narrowed {
  /** Only lines of sections of one of these themes count; empty: any line. */
  readonly themes: ReadonlySet<string>;
  readonly within: 'report' | 'section';
}

/**
 * Finds a query in one report by reading it through, as grep does.
 *
 * What is kept on a device is few enough to be read, so that no index has to be kept with it, and
 * a report is searched by itself whatever else the shard it is published in holds.
 *
 * @param query the folded query
 * @returns the lines with matches, in order; `undefined` where the report does not match
 */
export function findInRecord(
  record: SearchRecord,
  query: FoldedQuery,
  { themes, within }: Narrowed,
): readonly LineMatches[] | undefined {
  const lines = record.lines
    .filter((line) => themes.size === 0 || line.themes.some((theme) => themes.has(theme)))
    .map((line) => ({ line, folded: fold(line.text) }));
  if (within === 'report') return matchTogether(lines, query);
  const sections = Map.groupBy(
    lines.filter(({ line }) => line.section !== null),
    ({ line }) => line.section,
  );
  const found = [...sections.values()].flatMap((own) => matchTogether(own, query) ?? []);
  return found.length === 0 ? undefined : found;
}

interface FoldedLine {
  readonly line: SearchLine;
  readonly folded: string;
}

/** Matches lines that must have all parts, and none of what is unwanted, between them. */
function matchTogether(
  lines: readonly FoldedLine[],
  { parts, without }: FoldedQuery,
): LineMatches[] | undefined {
  const has = (phrases: readonly string[]) =>
    lines.some(({ folded }) => phrases.some((phrase) => folded.includes(phrase)));
  if (lines.length === 0 || without.some(has) || !parts.every(has)) return undefined;
  const phrases = [...new Set(parts.flat())];
  return lines.flatMap(({ line, folded }) =>
    phrases.some((phrase) => folded.includes(phrase))
      ? [{ line, spans: spansOf(line.text, phrases) }]
      : [],
  );
}

/** Every place of every phrase; those of one phrase may overlap. */
function spansOf(text: string, phrases: readonly string[]): Span[] {
  const { characters, starts, ends } = foldPlaces(text, simplifiedCharacters);
  return phrases
    .map((phrase) => [...phrase])
    .flatMap((phrase) =>
      characters.flatMap((_, at) =>
        phrase.every((character, i) => characters[at + i] === character)
          ? [{ start: starts[at] ?? 0, end: ends[at + phrase.length - 1] ?? 0 }]
          : [],
      ),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
