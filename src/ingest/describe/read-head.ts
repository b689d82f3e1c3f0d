import { legible } from '../../report/characters/legible.ts';
import { normaliseTypography } from '../../report/characters/normalise-typography.ts';
import { findTitles, type TitleLines } from './find-titles.ts';
import { isAddressee } from './is-addressee.ts';
import { isOrganisation } from './is-organisation.ts';
import { isTitle } from './is-title.ts';
import { lineFurniture } from './line-furniture.ts';
import type { Page, PagePart, PrintedTitle } from './page.ts';
import type { PageLine } from './page-line.ts';
import { plainTitle } from './plain-title.ts';
import { isDateLine } from './read-date.ts';
import { readLabelledValue } from './read-labelled-parts.ts';
import { readParts } from './read-parts.ts';
import { unwrapTitle } from './unwrap-title.ts';

const PARAGRAPH = 40;

/**
 * Reads lines above a text: titles, labelled values, addressee, date, number, navigation.
 *
 * What stands before a labelled value, or is printed first of two titles, is the page's; the rest
 * is the document's own.
 */
export function readHead(lines: readonly PageLine[]): Page {
  const labelled = readLabels(lines);
  const found = chooseTitles(lines, labelled);
  const lastLabel = labelled.findLastIndex((parts) => parts.some(({ why }) => why !== 'body'));
  const lastTitle = (found.at(-1)?.end ?? 0) - 1;
  const lastPath = lines.findLastIndex(({ plain }) => lineFurniture(plain) === 'navigation');
  const parts: PagePart[] = [];
  const titles: PrintedTitle[] = [];
  for (const [index, line] of lines.entries()) {
    const title = found.find(({ start, end }) => start <= index && index < end);
    if (title !== undefined) {
      const isOfPage = title.start < lastLabel || (found.length > 1 && title === found[0]);
      const { before, middle, after, isOfPath, title: text } = unwrapTitle(line);
      const basis = isOfPage || isOfPath ? 'page' : 'document';
      if (before !== '') parts.push({ line: line.line, text: before, why: 'furniture' });
      const open = index === title.start ? undefined : titles.pop();
      titles.push({
        text: normaliseTypography((open?.text ?? '') + text),
        basis,
        lines: title.end - title.start,
        parts: [...(open?.parts ?? []), parts.length],
      });
      parts.push({
        line: line.line,
        text: middle,
        why: 'metadata',
        key: 'title',
        value: text,
        basis,
      });
      if (after !== '') parts.push({ line: line.line, text: after, why: 'furniture' });
      continue;
    }
    const own = labelled[index] ?? [];
    if (own.length > 0) {
      for (const [at, { key, value = '' }] of own.entries())
        if (key === 'title' && isTitle(legible(value)))
          titles.push({ text: value, basis: 'page', lines: 1, parts: [parts.length + at] });
      parts.push(...own);
      continue;
    }
    const isUnder = index > Math.max(lastTitle, lastLabel, lastPath) && line.zone !== 'page';
    parts.push(...readParts(line, isUnder ? 'below' : 'head'));
  }
  return { parts, titles };
}

/** Finds the titles in a head; one at the end of a path through the site only for want of another. */
function chooseTitles(
  lines: readonly PageLine[],
  labelled: readonly (readonly PagePart[])[],
): TitleLines[] {
  const found = findTitles(
    lines.map((line, index) => {
      const isOther = line.isLink || (labelled[index]?.length ?? 0) > 0 || isAddressee(line.plain);
      if (isOther || (line.zone === 'page' && line.text.length > PARAGRAPH * 2)) return undefined;
      const title = plainTitle(line);
      return isTitle(title) || lineFurniture(line.plain) === undefined ? title : undefined;
    }),
  );
  const own = found.filter(({ start }) => !isOfPath(lines[start]));
  return own.length > 0 ? own : found.slice(0, 1);
}

function isOfPath(line: PageLine | undefined): boolean {
  return line !== undefined && unwrapTitle(line).isOfPath;
}

/** Reads labelled values; a label alone on its line has its value on the next. */
function readLabels(lines: readonly PageLine[]): (readonly PagePart[])[] {
  return lines.map((line, index) => {
    const { labelled, plain } = line;
    const above = lines[index - 1]?.labelled ?? [];
    const [label] = above;
    if (labelled.length > 0 || above.length !== 1 || label?.value !== '') return labelled;
    if (/[】\]]$|浏览|点击|阅读|访问/u.test(legible(label.text)) && !/^\d+$/.test(plain))
      return labelled;
    const isOther =
      isTitle(plain) ||
      isAddressee(plain) ||
      plain.length > PARAGRAPH ||
      isTitleHead(plain, lines[index + 1]?.plain, label.key);
    return isOther && label.key !== 'title' ? labelled : readLabelledValue(label.key, line);
  });
}

/** Whether a line under an empty label is the head of a broken title rather than its value. */
function isTitleHead(line: string, next: string | undefined, key: PagePart['key']): boolean {
  if (/\d{4}年度?$/u.test(line)) return !isDateLine(line);
  if (next !== undefined && /法治|依法/u.test(line) && isTitle(line + next)) return true;
  if (!isOrganisation(line)) return false;
  if (key === 'other' || next === undefined) return key === 'other';
  return isOrganisation(next) || (/^(?:关于|\d{4}年)/u.test(next) && isTitle(next));
}
