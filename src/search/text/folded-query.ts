import { type CharacterTable, foldWith } from '../../report/characters/fold-with.ts';
import { countCharacters } from './pair-tokens.ts';
import { parseQuery, type QueryPart, type QuerySyntax } from './parse-query.ts';

/** A query taken apart and folded: every part must match in one of its phrases. */
export interface FoldedQuery {
  readonly parts: readonly (readonly string[])[];
  readonly without: readonly (readonly string[])[];
}

/** Characters a query may have: more than the longest paragraph one would paste. */
export const LONGEST_QUERY = 2000;
/** Phrases it may have, with the other ways of writing their numbers. */
export const MOST_PHRASES = 64;

/** A query too long to be answered at once. */
export class QueryTooLongError extends Error {
  override readonly name = 'QueryTooLongError';
}

/**
 * Take a query apart and fold its phrases as the searched text is folded.
 * In `query` syntax a number has its other way of writing beside it, with separators of thousands
 * or without.
 * @param text what was typed
 * @param syntax how to read it
 * @param table the traditional characters it may have
 * @returns the folded parts; none where there is nothing to search for
 * @throws QueryTooLongError for more than `LONGEST_QUERY` characters or `MOST_PHRASES` phrases
 * @example foldParts('2680家|２，６８０', 'query', NO_CHARACTERS).parts // [['2680家', '2,680家', '2,680', '2680']]
 */
export function foldParts(text: string, syntax: QuerySyntax, table: CharacterTable): FoldedQuery {
  if (countCharacters(text) > LONGEST_QUERY)
    throw new QueryTooLongError(`Unexpected query of over ${LONGEST_QUERY} characters`);
  const { parts, without } = parseQuery(text, syntax);
  const fold = (given: readonly QueryPart[]) =>
    given.map((part) => foldPart(part, table)).filter((phrases) => phrases.length > 0);
  const folded = { parts: fold(parts), without: fold(without) };
  if (folded.parts.flat().length + folded.without.flat().length > MOST_PHRASES)
    throw new QueryTooLongError(`Unexpected query of over ${MOST_PHRASES} phrases`);
  return folded;
}

function foldPart({ phrases }: QueryPart, table: CharacterTable): string[] {
  const folded = phrases.flatMap(({ text, isLiteral }) => {
    const own = foldWith(text, table);
    return isLiteral ? [own] : [own, ...otherNumbers(own)];
  });
  // What prints nothing is nothing to search for.
  return [...new Set(folded)].filter((phrase) => phrase.trim() !== '');
}

/** A number of four digits or more, with separators or without; not a fraction, not a year. */
const NUMBER = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{4,})(?![\d年])/g;

/** Write a folded phrase with its numbers all plain and all with separators of thousands. */
function otherNumbers(phrase: string): string[] {
  const plain = phrase.replace(NUMBER, (number) => number.replaceAll(',', ''));
  const separated = plain.replace(NUMBER, (number) => number.replace(/\B(?=(?:\d{3})+$)/g, ','));
  return [plain, separated].filter((other) => other !== phrase);
}
