import { type CharacterTable, foldWith } from '../text/fold-with.ts';
import { parseQuery, type QueryPart, type QuerySyntax } from '../text/parse-query.ts';
import { loadCharacterTable } from './character-table.ts';

/** A query taken apart and folded: every part must match in one of its phrases. */
export interface FoldedQuery {
  readonly parts: readonly (readonly string[])[];
  readonly without: readonly (readonly string[])[];
}

/**
 * Take a query apart and fold its phrases as the index's text was folded.
 * @param text what was typed
 * @param syntax how to read it
 * @returns the folded parts; none where there is nothing to search for
 */
export async function foldQuery(text: string, syntax: QuerySyntax): Promise<FoldedQuery> {
  const { parts, without } = parseQuery(text, syntax);
  const table = await loadCharacterTable(text);
  const foldParts = (given: readonly QueryPart[]) => given.map((part) => foldPart(part, table));
  return { parts: foldParts(parts), without: foldParts(without) };
}

function foldPart({ phrases }: QueryPart, table: CharacterTable): string[] {
  return [...new Set(phrases.map((phrase) => foldWith(phrase, table)))];
}
