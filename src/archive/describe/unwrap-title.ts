import { normaliseTypography } from '../typography/normalise-typography.ts';

/** A printed title, told from the marks that a page puts around it. */
export interface UnwrappedTitle {
  /** Verbatim: a column's name in 【】, an opening 《. */
  readonly before: string;
  /** Verbatim. */
  readonly middle: string;
  readonly after: string;
  /** The title in the archive's typography. */
  readonly title: string;
}

/**
 * Takes a column's name (【历史规划】) and brackets around the whole (《…》) off a title.
 *
 * @param raw the line, verbatim
 */
export function unwrapTitle(raw: string): UnwrappedTitle {
  const text = raw.trim();
  const column = /^(?:【[^】]{1,12}】|\[[^\]]{1,12}\])\s*(?=\S)/u.exec(text)?.[0] ?? '';
  const rest = text.slice(column.length);
  const isQuoted =
    rest.startsWith('《') && rest.endsWith('》') && rest.indexOf('》') === rest.length - 1;
  const middle = isQuoted ? rest.slice(1, -1) : rest;
  return {
    before: column.trimEnd() + (isQuoted ? '《' : ''),
    middle,
    after: isQuoted ? '》' : '',
    title: normaliseTypography(middle),
  };
}
