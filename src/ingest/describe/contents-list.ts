import { readNumeral } from '../../report/printed-numeral.ts';
import type { PageLine } from './page-line.ts';
import type { Page, PagePart } from './source-page.ts';

/** A list of contents has so many entries, each of which is printed again as a heading. */
const ENTRIES = 3;
const LONGEST_ENTRY = 80;
const CONTENTS = /^目\s*[录次]$/u;
/** What leads from an entry to its page: dots, gaps, and the number. */
const LEADER = /[\s.．·…]*\d{0,3}$/u;

/** Find the list of contents: entries in a row that all come again below, under 目录 or numbered. */
export function findContents(
  lines: readonly PageLine[],
): { start: number; end: number } | undefined {
  const plain = lines.map((line) => line.plain.replace(/\s/gu, ''));
  const entries = plain.map((text) => text.replace(LEADER, ''));
  const isEntry = (at: number): boolean => {
    const entry = entries[at] ?? '';
    // A sentence is no entry: what holds one is a text that stands twice.
    if (entry.length < 2 || entry.length > LONGEST_ENTRY || /[。；]/u.test(entry)) return false;
    return plain.some((text, below) => below > at + 1 && text.startsWith(entry));
  };
  const titled = plain.findIndex((text) => CONTENTS.test(text));
  const numbered = lines.findIndex(
    (line, at) => readNumeral(line.plain)?.number === 1 && isEntry(at) && isEntry(at + 1),
  );
  const from = titled >= 0 ? titled + 1 : numbered;
  if (from < 0) return undefined;
  let end = from;
  // The list ends where its first entry comes again.
  while (
    end < lines.length &&
    isEntry(end) &&
    (end === from || !(plain[end] ?? '').startsWith(entries[from] ?? ''))
  )
    end += 1;
  return end - from < ENTRIES ? undefined : { start: titled >= 0 ? titled : from, end };
}

/** Read a page without its list of contents, and put that back where it stood. */
export function cutContents(
  lines: readonly PageLine[],
  { start, end }: { readonly start: number; readonly end: number },
  read: (lines: readonly PageLine[]) => Page,
): Page {
  const page = read([...lines.slice(0, start), ...lines.slice(end)]);
  const next = lines[end]?.line ?? Number.POSITIVE_INFINITY;
  const found = page.parts.findIndex(({ line }) => line >= next);
  const at = found < 0 ? page.parts.length : found;
  const list = lines
    .slice(start, end)
    .map(({ line, raw }): PagePart => ({ line, text: raw, why: 'furniture' }));
  return {
    parts: page.parts.toSpliced(at, 0, ...list),
    titles: page.titles.map((title) => ({
      ...title,
      parts: title.parts.map((part) => (part < at ? part : part + list.length)),
    })),
  };
}
