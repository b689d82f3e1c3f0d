import { legible } from '../../report/characters/legible.ts';
import { normaliseTypography } from '../../report/characters/typography.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import {
  isAddressee,
  isDateLine,
  isDocNo,
  isOrganisation,
  lineFurniture,
  readDate,
} from './line-wording.ts';
import { readLabelledValue } from './metadata.ts';
import { type PageLine, readParts } from './page-line.ts';
import type { Page, PagePart, PrintedTitle } from './source-page.ts';
import { findTitles, isTitle, saysWhose, unwrapTitle } from './titles.ts';

/** A longer line is no value of a label; one twice as long, on a page of known markup, no title. */
const PARAGRAPH = 40;
/** How far down a page a document's own title can stand under a notice. */
const NOTICE_LINES = 16;

/**
 * Read lines above a text: titles, labelled values, addressee, date, number, navigation.
 *
 * What stands before a labelled value, or is printed first of two titles, is the page's; the rest
 * is the document's own.
 */
export function readHead(lines: readonly PageLine[]): Page {
  const labelled = readLabels(lines);
  const found = chooseTitles(lines, labelled);
  const lastLabel = labelled.findLastIndex((parts) => parts.length > 0);
  const lastTitle = (found.at(-1)?.end ?? 0) - 1;
  const lastPath = lines.findLastIndex(({ plain }) => lineFurniture(plain) === 'navigation');
  const parts: PagePart[] = [];
  const titles: PrintedTitle[] = [];
  for (const [index, line] of lines.entries()) {
    const title = found.find(({ start, end }) => start <= index && index < end);
    if (title !== undefined) {
      const isOfPage = title.start < lastLabel || (found.length > 1 && title === found[0]);
      const { before, middle, after, isOfPath, title: value } = unwrapTitle(line);
      const basis = isOfPage || isOfPath ? 'page' : 'document';
      const around = (text: string): PagePart[] => {
        if (text === '') return [];
        const own = { line: line.line, text };
        if (isDocNo(text))
          return [{ ...own, why: 'metadata', key: 'docNo', value: text, basis: 'document' }];
        return readDate(text) === undefined
          ? [{ ...own, why: 'furniture' }]
          : [{ ...own, why: 'metadata', key: 'published', value: text, basis: 'page' }];
      };
      parts.push(...around(before));
      const open = index === title.start ? undefined : titles.pop();
      titles.push({
        text: normaliseTypography((open?.text ?? '') + value),
        basis,
        lines: title.end - title.start,
        parts: [...(open?.parts ?? []), parts.length],
      });
      parts.push({ line: line.line, text: middle, why: 'metadata', key: 'title', value, basis });
      parts.push(...around(after));
      continue;
    }
    const own = labelled[index] ?? [];
    for (const [at, { key, value = '' }] of own.entries())
      if (key === 'title' && isTitle(legible(value)))
        titles.push({ text: value, basis: 'page', lines: 1, parts: [parts.length + at] });
    const isUnder =
      index > Math.max(lastTitle, lastLabel, lastPath) &&
      line.zone !== 'page' &&
      !isColumn(line) &&
      !(found.length === 0 && isOfMenu(lines, index));
    if (own.length > 0) parts.push(...own);
    else
      parts.push(...(readSplitDate(lines, index) ?? readParts(line, isUnder ? 'below' : 'head')));
  }
  return { parts, titles };
}

/** A day set over two lines, as pages show it large: 2024 above 04/07, or 07 above 2024-04. */
const SPLIT_DATES = [
  [/^20\d\d年?$/u, /^\d{1,2}[-/.月]\d{1,2}日?$/u],
  [/^\d{1,2}$/u, /^20\d\d[-/.年]\d{1,2}月?$/u],
] as const;

/** Read the first line of a day set over two as when the page was posted. */
function readSplitDate(lines: readonly PageLine[], index: number): PagePart[] | undefined {
  const [above, below] = lines.slice(index, index + 2);
  if (above === undefined || below === undefined || above.labelled.length > 0) return undefined;
  const order = SPLIT_DATES.findIndex(
    ([first, second]) => first.test(above.plain) && second.test(below.plain),
  );
  if (order < 0) return undefined;
  const [early, late] = order === 0 ? [above, below] : [below, above];
  const value = [early, late].flatMap(({ plain }) => plain.match(/\d+/gu) ?? []).join('-');
  if (readDate(value) === undefined) return undefined;
  const read = { line: above.line, text: above.raw, value };
  return [{ ...read, why: 'metadata', key: 'published', basis: 'page' }];
}

/** Names of a site's columns: 司法信息, 工作动态; not what a part of a report is headed with. */
const COLUMN =
  /(?:信息|动态|公开|公告|公示|专栏|专题|栏目|要闻|新闻|资讯|频道|之窗|园地|平台|公文|文件|简报|年报|通知|法治(?:政府)?建设|依法行政|政务服务)$/u;
const LONGEST_COLUMN = 12;

/** Tell whether a line between title and text is the name of a site's column. */
function isColumn({ plain }: PageLine): boolean {
  return plain.length <= LONGEST_COLUMN && COLUMN.test(plain) && readNumeral(plain) === undefined;
}

/** So many short lines in a row above a text without a title are a menu. */
const MENU = 3;
const LONGEST_ITEM = 20;

/** Tell whether a line stands in a row of short ones, none of them a sentence or a numbered part. */
function isOfMenu(lines: readonly PageLine[], index: number): boolean {
  const isItem = ({ plain }: PageLine) =>
    plain.length <= LONGEST_ITEM &&
    !/[。；：，、]/u.test(plain) &&
    readNumeral(plain) === undefined;
  let start = index;
  let end = index;
  while (start > 0 && lines.slice(start - 1, start).every(isItem)) start -= 1;
  while (end < lines.length && lines.slice(end, end + 1).every(isItem)) end += 1;
  return end - start >= MENU;
}

/** Find the titles in a head; one at the end of a path through the site only for want of another. */
function chooseTitles(
  lines: readonly PageLine[],
  labelled: readonly (readonly PagePart[])[],
): ReturnType<typeof findTitles> {
  const found = findTitles(
    lines.map((line, index) => {
      const isOther = line.isLink || (labelled[index]?.length ?? 0) > 0 || isAddressee(line.plain);
      if (isOther || (line.zone === 'page' && line.text.length > PARAGRAPH * 2)) return undefined;
      const title = plainTitle(line);
      return isTitle(title) || lineFurniture(line.plain) === undefined ? title : undefined;
    }),
  );
  const own = found.filter(({ start }) =>
    lines.slice(start, start + 1).every((line) => !unwrapTitle(line).isOfPath),
  );
  return own.length > 0 ? own : found.slice(0, 1);
}

/** Return a line as a title is read: legible, without column, path and brackets around the whole. */
function plainTitle(line: PageLine): string {
  return legible(unwrapTitle(line).title);
}

/** Read labelled values; a label alone on its line has its value on the next. */
function readLabels(lines: readonly PageLine[]): (readonly PagePart[])[] {
  return lines.map((line, index) => {
    const { labelled, plain } = line;
    // A bullet before a label is a part of its own.
    const above = (lines[index - 1]?.labelled ?? []).filter(({ text }) => /[\p{L}\d]/u.test(text));
    const [label] = above;
    if (labelled.length > 0 || above.length !== 1 || label?.value !== '') return labelled;
    if (/[】\]]$|浏览|点击|阅读|访问/u.test(legible(label.text)) && !/^\d+$/.test(plain))
      return labelled;
    const isOther =
      isTitle(plain) ||
      isAddressee(plain) ||
      plain.length > PARAGRAPH ||
      isTitleHead(plain, lines[index + 1]?.plain, label.key);
    return isOther && label.key !== 'title' ? labelled : readLabelledValue(label, line);
  });
}

/** Tell whether a line under an empty label is the head of a broken title rather than its value. */
function isTitleHead(line: string, next: string | undefined, key: PagePart['key']): boolean {
  if (/\d{4}年度?$/u.test(line)) return !isDateLine(line);
  if (next !== undefined && /法治|依法/u.test(line) && isTitle(line + next)) return true;
  if (!isOrganisation(line)) return false;
  if (key === 'other' || next === undefined) return key === 'other';
  return isOrganisation(next) || (/^(?:关于|\d{4}年)/u.test(next) && isTitle(next));
}

/** What sends a document, above the document: the title of a notice, and its words. */
const SENDS = /关于(?:印发|公布|发布|转发|下发|报送)|(?:通知|公告|公示|函)$/u;
const SAYS_SENT = /现(?:将|予)|印发|报送|审阅|公布|公示|公开/u;

function isTitledNotice(lines: readonly PageLine[]): boolean {
  return lines.some(({ plain }) => SENDS.test(plain));
}

/** Tell whether what stands above a line sends the document below it. */
export function isSent(lines: readonly PageLine[], before: number): boolean {
  const above = lines.slice(0, before);
  return (
    isTitledNotice(above) || above.some(({ plain, isBody }) => isBody && SAYS_SENT.test(plain))
  );
}

/** Find the head of the report itself under a notice: its title, down to where its text begins. */
export function findInnerHead(lines: readonly PageLine[], start: number, foot: number) {
  const window = lines.slice(start, Math.min(foot, start + NOTICE_LINES));
  const [title] = findTitles(
    window.map((line) =>
      line.isBody || line.row !== undefined || line.text.length > PARAGRAPH * 2
        ? undefined
        : plainTitle(line),
    ),
  );
  if (title === undefined) return undefined;
  const above = window.slice(0, title.start);
  const isHeading = above.some(({ text }) => readNumeral(text) !== undefined);
  // Without a notice above it, a line that does not say whose it is heads a part of the text.
  const own = window.slice(title.start, title.end).map(plainTitle).join('');
  if (!isTitledNotice(lines.slice(0, start)) && !saysWhose(own)) return undefined;
  const end = lines.findIndex((line, index) => index >= start + title.end && line.isBody);
  return isHeading || end < 0 || end > foot ? undefined : { start: start + title.start, end };
}
