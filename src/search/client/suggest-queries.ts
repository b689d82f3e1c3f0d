import type { Vocabulary } from '../format/vocabulary.ts';
import { type CharacterTable, foldWith } from '../text/fold-with.ts';
import { parseQuery, type QuerySyntax } from '../text/parse-query.ts';
import { nearPhrases } from './near-phrases.ts';
import { spelledPhrases } from './spelled-phrases.ts';

/** How many queries are thought of at most. */
const MOST = 5;

/**
 * Think what a query that finds nothing may have meant: the same query with each mistyped phrase,
 * or one in pinyin, as the archive has it.
 * @param query what was typed
 * @param syntax how to read it
 * @param vocabulary the archive's words
 * @param table the traditional characters, as for the search
 * @returns other queries, the likeliest first
 * @example suggestQueries('鹤壁 行政副议', 'query', vocabulary, table) // ['鹤壁 行政复议']
 */
export function suggestQueries(
  query: string,
  syntax: QuerySyntax,
  vocabulary: Vocabulary,
  table: CharacterTable,
): string[] {
  const spelled = spelledPhrases(query, vocabulary);
  if (spelled.length > 0) return spelled.slice(0, MOST);
  const meant = parseQuery(query, syntax)
    .parts.flatMap(({ phrases }) => phrases)
    .map((phrase) => [phrase, meantBy(foldWith(phrase, table), vocabulary)] as const)
    .filter(([, words]) => words.length > 0);
  if (meant.length === 0) return [];
  const queries = Array.from({ length: MOST }, (_, i) =>
    meant.reduce((text, [phrase, words]) => {
      return text.replace(phrase, () => words[Math.min(i, words.length - 1)] ?? phrase);
    }, query),
  );
  return [...new Set(queries)];
}

function meantBy(phrase: string, vocabulary: Vocabulary): string[] {
  const spelled = spelledPhrases(phrase, vocabulary);
  return spelled.length > 0 ? spelled : nearPhrases(phrase, vocabulary).map(({ text }) => text);
}
