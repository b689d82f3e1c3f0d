import { cutText, type VerbatimLine } from './verbatim-line.ts';

/** A printed title, told from the marks that a page puts around it. */
export interface UnwrappedTitle {
  /** Verbatim: a column's name in 【】, an opening 《. */
  readonly before: string;
  /** Verbatim. */
  readonly middle: string;
  readonly after: string;
  /** The title in the archive's typography. */
  readonly title: string;
  /** Whether it ends a path through the site's columns: 首页 > 政务公开 > …报告. */
  readonly isOfPath: boolean;
}

/**
 * Takes a column's name (【历史规划】), the path through a site, and brackets around the whole (《…》)
 * off a title.
 */
export function unwrapTitle(line: VerbatimLine): UnwrappedTitle {
  const { bare, raw, places } = line;
  const path =
    /^(?:.*[>»›→]|.*\s\/|.*(?:首页|主页|位置).*\/)\s*(?=[^>»›→]{10,}$)/u.exec(bare)?.[0] ?? '';
  const column =
    path === '' ? (/^(?:【[^】]{1,12}】|\[[^\]]{1,12}\])\s*(?=\S)/u.exec(bare)?.[0] ?? '') : path;
  const rest = bare.slice(column.length);
  const isQuoted =
    rest.startsWith('《') && rest.endsWith('》') && rest.indexOf('》') === rest.length - 1;
  const start = column.length + (isQuoted ? 1 : 0);
  const end = bare.length - (isQuoted ? 1 : 0);
  const from = places[start] ?? raw.length;
  const until = (places[end - 1] ?? raw.length - 1) + 1;
  return {
    before: raw.slice(0, from).trim(),
    middle: raw.slice(from, until).trim(),
    after: raw.slice(until).trim(),
    title: cutText(line, start, end),
    isOfPath: path !== '',
  };
}
