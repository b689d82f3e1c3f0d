import {
  type CharacterTable,
  foldWith,
  foldWithOffsets,
} from '../../report/characters/fold-with.ts';
import { foldParts, QueryTooLongError } from '../text/folded-query.ts';
import { countCharacters } from '../text/pair-tokens.ts';
import type { QuerySyntax } from '../text/parse-query.ts';
import { loadCharacterTable } from './fold-query.ts';
import { joinTouching, positionsIn, type Span, sortSpans } from './spans.ts';

/** UTF-16 units of a text, end exclusive. */
export type Range = readonly [start: number, end: number];

/**
 * Find where a query stands in texts, folded as the search folds: for a page to mark.
 * The query is taken literally; where that stands nowhere it is taken apart, as the search box
 * does.
 * @param texts the page's texts, line by line
 * @param query what was searched for
 * @returns for each text its ranges in order, those that touch or overlap joined
 */
export async function findRanges(texts: readonly string[], query: string): Promise<Range[][]> {
  const table = await loadCharacterTable(query + texts.join(''));
  for (const syntax of ['plain', 'query'] as const) {
    const phrases = phrasesOf(query, syntax, table);
    const ranges = texts.map((text) => rangesIn(text, phrases, table));
    if (ranges.some((found) => found.length > 0)) return ranges;
  }
  return texts.map(() => []);
}

/** A query too long to be searched for stands nowhere. */
function phrasesOf(query: string, syntax: QuerySyntax, table: CharacterTable): string[] {
  try {
    return foldParts(query, syntax, table).parts.flat();
  } catch (error) {
    if (error instanceof QueryTooLongError) return [];
    throw error;
  }
}

function rangesIn(text: string, phrases: readonly string[], table: CharacterTable): Range[] {
  const folded = foldWith(text, table);
  if (!phrases.some((phrase) => folded.includes(phrase))) return [];
  const { starts, ends } = foldWithOffsets(text, table);
  const found = phrases.flatMap((phrase) =>
    positionsIn(folded, phrase).map((first): Span => {
      const last = first + countCharacters(phrase) - 1;
      return { start: starts[first] ?? 0, end: ends[last] ?? 0 };
    }),
  );
  return joinTouching(sortSpans(found)).map(({ start, end }) => [start, end]);
}
