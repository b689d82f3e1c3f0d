import { parseQuery } from '../../../search/text/parse-query.ts';

const quotes = [
  ['「', '」'],
  ['"', '"'],
] as const;

/**
 * Writes a query so that it is searched as it stands, its `-`, `|` and quotation marks included.
 *
 * @returns the query in quotation marks; `undefined` where it is read literally as it is, or where
 *   no marks can hold it
 * @example literalQuery('A-B|C') // '「A-B|C」'
 */
export function literalQuery(query: string): string | undefined {
  const words = query.trim();
  if (words === '' || isLiteral(words, words)) return undefined;
  return quotes
    .filter((marks) => !marks.some((mark) => words.includes(mark)))
    .map(([before, after]) => before + words + after)
    .find((quoted) => isLiteral(quoted, words));
}

/** Whether a query is read as one phrase of just these words. */
function isLiteral(query: string, words: string): boolean {
  const { parts, without } = parseQuery(query, 'query');
  const [part, ...others] = parts;
  const isOne = without.length === 0 && others.length === 0;
  return isOne && part?.phrases.length === 1 && part.phrases[0] === words;
}
