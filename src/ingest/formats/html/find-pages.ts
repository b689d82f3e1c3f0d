import type { HtmlLine } from './open-line.ts';

/** A page of a document that is spread over several. */
export interface PageOfSeveral {
  readonly number: number;
  /** How many there are; `undefined` where the page does not say. */
  readonly count: number | undefined;
}

/** Digits one by one: a row of them has one reading only, however long it is. */
const PAGER =
  /^(?:首页|第一页|上一?页|前一页|下一?页|后一页|尾页|末页|最后一页|[第共页\d.…<>«»‹›|/,，:：])+$/u;
const ONWARDS = /下一?页|后一页|尾页|末页|共\d{1,3}页/u;
/** How far below the document its pager stands, in lines. */
const BELOW = 8;

/** Tell whether a line is nothing but the way to further pages: `12下一页`, `第1页，共2页`. */
export function isPager(text: string): boolean {
  const dense = text.replace(/\s+/gu, '');
  return PAGER.test(dense) && ONWARDS.test(dense);
}

/**
 * Tell which page of several this is, by the way to the others or the script that draws it.
 *
 * @param isOfDocument whether a line is of the document
 * @returns `undefined` where it is the only one
 */
export function findPages(
  lines: readonly HtmlLine[],
  isOfDocument: (at: number) => boolean,
  html: string,
): PageOfSeveral | undefined {
  const script = /createPageHTML\(\s*(\d{1,3})\s*,\s*(\d{1,3})/.exec(html);
  if (script !== null && Number(script[1]) > 1)
    return { number: Number(script[2]) + 1, count: Number(script[1]) };
  const last = lines.findLastIndex((line, at) => isOfDocument(at) && !isPager(line.text));
  const pager = lines.find(
    ({ text }, at) => isPager(text) && (isOfDocument(at) || (at > last && at <= last + BELOW)),
  );
  if (pager === undefined) return undefined;
  const dense = pager.text.replace(/\s+/gu, '');
  const said = /共(\d{1,3})页/u.exec(dense)?.[1] ?? /^第?\d{1,3}\/(\d{1,3})/u.exec(dense)?.[1];
  // `12下一页` has its numbers run together: they count up from one.
  const run = /\d+/.exec(dense)?.[0] ?? '';
  const counted = run.length > 1 && '123456789'.startsWith(run) ? run.length : undefined;
  const count = said === undefined ? counted : Number(said);
  const number = Number(/第(\d{1,3})页/u.exec(dense)?.[1] ?? /^(\d{1,3})\//.exec(dense)?.[1] ?? 1);
  return count === 1 ? undefined : { number, count };
}
