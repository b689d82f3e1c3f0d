import type { SearchAnswer } from '../../../search/client/contract.ts';
import { LONGEST_QUERY, MOST_PHRASES } from '../../../search/text/folded-query.ts';
import { parseQuery } from '../../../search/text/parse-query.ts';
import type { SearchState } from './search-state.ts';

type Counts = Pick<SearchAnswer, 'total' | 'matches'>;

/** Say how much was found; where a query only leaves words out, there are no matches to count. */
export function foundWords({ total, matches }: Counts): string {
  return matches === 0 ? `${total} 份报告` : `${total} 份报告，${matches} 处`;
}

/**
 * Say how a search stands: what is found so far, and whether that is all.
 *
 * @param year which is searched next
 */
export function statusWords(
  { mode }: Pick<SearchState, 'mode'>,
  { total, matches, shards }: Counts & Pick<SearchAnswer, 'shards'>,
  year?: number,
): string {
  const found = foundWords({ total, matches });
  if (shards.failed.length > 0) return `没有查完${total === 0 ? '' : `：已找到 ${found}`}。`;
  if (shards.searched < shards.all)
    return `正在检索${year === undefined ? '' : ` ${year} 年`}…（${shards.searched}/${shards.all}）${total === 0 ? '' : `已找到 ${found}`}`;
  const maybe = shards.unconfirmed ? '没有取到最新的目录，可能还有新收录的报告。' : '';
  if (total === 0) return `没有找到。${maybe}`;
  return `${mode === 'loose' ? `模糊：${found}。不是逐字相同。` : `${found}。`}${maybe}`;
}

/** Say what was found before a search broke, and what was not searched. */
export function brokenWords(
  found: Counts | undefined,
  failed: SearchAnswer['shards']['failed'],
): string {
  const years = [...new Set(failed.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const lacks = years.length === 0 ? '其余没有取到' : `${years.join('、')} 年没有取全`;
  return found ? `没有查完：已找到 ${foundWords(found)}，${lacks}。` : `没有查完：${lacks}。`;
}

/** What is said of a query that is longer than is answered. */
export const tooLongWords = `检索词太长：最多 ${LONGEST_QUERY} 字、${MOST_PHRASES} 个词。`;

/** Say that there is nothing, and within what; nothing is said of what the archive does not hold. */
export function emptyWords({ q, within }: SearchState, isNarrowed: boolean): string {
  const scope = isNarrowed ? '所选范围内' : '本库';
  return within === 'section'
    ? `${scope}没有在同一节里含有「${q}」各词的报告。`
    : `${scope}没有含有「${q}」的报告。可以少输几个字，或用空格隔开各词。`;
}

const quotes = [
  ['「', '」'],
  ['"', '"'],
] as const;

/**
 * Write a query so that it is searched as it stands, its `-`, `|` and quotation marks included.
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
  return isOne && part?.phrases.length === 1 && part.phrases[0]?.text === words;
}

/**
 * Say a share in whole percent. Nought and all are said only where they are exact.
 *
 * @param share of 1
 */
export function shareWords(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '<1%';
  return `${percent < 100 ? Math.min(99, Math.round(percent)) : 100}%`;
}
