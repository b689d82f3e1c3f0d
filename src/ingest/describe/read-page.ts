import { legible } from '../../report/characters/legible.ts';
import { normaliseTypography } from '../../report/characters/typography.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import {
  isAddressee,
  isDateLine,
  isFootMark,
  isOrganisation,
  lineFurniture,
} from './line-wording.ts';
import { readLabelledValue } from './metadata.ts';
import { type LinePosition, type PageLine, readLines, readParts } from './page-line.ts';
import type { Page, PagePart, PrintedTitle, SourceLine } from './source-page.ts';
import { findTitles, isTitle, unwrapTitle } from './titles.ts';

/** A longer line is no value of a label; one twice as long, on a page of known markup, no title. */
const PARAGRAPH = 40;
/** How far down a page a document's own title can stand under a notice. */
const NOTICE_LINES = 16;
/** A page's foot has less than this share of the text below it. */
const FOOT_SHARE = 0.25;

/**
 * Tell the body of a document from the page around it.
 *
 * The head goes down to the first line that reads as text; in it stand navigation, labelled
 * values, titles and the addressee. The foot is signature, date and cc, then the page again.
 * A notice that wraps the report has a head of its own below it. Every line is in the result.
 */
export function readPage(source: readonly SourceLine[]): Page {
  const lines = readLines(source);
  const start = lines.findIndex(({ isBody }) => isBody);
  if (start < 0) return readHead(lines);
  const foot = findFoot(lines, start);
  const inner = findInnerHead(lines, start, foot);
  const bodyStart = inner?.end ?? start;
  const tail = findTail(lines, bodyStart, foot);
  const read = (from: number, to: number | undefined, position: LinePosition): Page => ({
    parts: lines.slice(from, to).flatMap((line) => readParts(line, position)),
    titles: [],
  });
  return join([
    readHead(lines.slice(0, start)),
    ...(inner === undefined
      ? []
      : [read(start, inner.start, 'inside'), readHead(lines.slice(inner.start, inner.end))]),
    { parts: lines.slice(bodyStart, tail).map(bodyPart), titles: [] },
    read(tail, foot, 'tail'),
    read(foot, undefined, 'foot'),
  ]);
}

function bodyPart({ line, raw, text, noise }: PageLine): PagePart {
  return /^(?:[-—–第共\d\s/页]+|[?？]+)?$/u.test(text)
    ? { line, text: raw, why: 'furniture' }
    : { line, text: raw, why: 'body', value: text, noise };
}

/** Find the first mark of a page's foot with little of the text below it. */
function findFoot(lines: readonly PageLine[], start: number): number {
  const isIn = lines.some(({ zone }) => zone === 'content');
  const end = isIn ? lines.findLastIndex(({ zone }) => zone === 'content') + 1 : lines.length;
  const size = (from: number) =>
    lines.slice(from, end).reduce((sum, line) => sum + (line.isBody ? line.text.length : 0), 0);
  const whole = size(start);
  for (let at = start + 1; at < end; at++)
    if (isFootMark(lines[at]?.plain ?? '') && size(at) < whole * FOOT_SHARE) return at;
  return end;
}

/** Find where the text ends and signature, date and cc begin. */
function findTail(lines: readonly PageLine[], start: number, foot: number): number {
  const last = lines
    .slice(0, foot)
    .findLastIndex((line) => readParts(line, 'tail').some(({ why }) => why === 'body'));
  return Math.min(foot, Math.max(start, last) + 1);
}

/** Find the head of the report itself under a notice: its title, down to where its text begins. */
function findInnerHead(lines: readonly PageLine[], start: number, foot: number) {
  const window = lines.slice(start, Math.min(foot, start + NOTICE_LINES));
  const [title] = findTitles(
    window.map((line) =>
      line.isBody || line.text.length > PARAGRAPH * 2 ? undefined : plainTitle(line),
    ),
  );
  if (title === undefined) return undefined;
  const above = window.slice(0, title.start);
  const isHeading = above.some(({ text }) => readNumeral(text) !== undefined);
  const end = lines.findIndex((line, index) => index >= start + title.end && line.isBody);
  return isHeading || end < 0 || end > foot ? undefined : { start: start + title.start, end };
}

function join(blocks: readonly Page[]): Page {
  const parts: PagePart[] = [];
  const titles: PrintedTitle[] = [];
  for (const block of blocks) {
    const offset = parts.length;
    parts.push(...block.parts);
    titles.push(
      ...block.titles.map((title) => ({ ...title, parts: title.parts.map((at) => at + offset) })),
    );
  }
  return { parts, titles };
}

/**
 * Read lines above a text: titles, labelled values, addressee, date, number, navigation.
 *
 * What stands before a labelled value, or is printed first of two titles, is the page's; the rest
 * is the document's own.
 */
function readHead(lines: readonly PageLine[]): Page {
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
      const around = (text: string): PagePart[] =>
        text === '' ? [] : [{ line: line.line, text, why: 'furniture' }];
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
    parts.push(...(own.length > 0 ? own : readParts(line, isUnder ? 'below' : 'head')));
  }
  return { parts, titles };
}

/** Names of a site's columns: 司法信息, 工作动态; not what a part of a report is headed with. */
const COLUMN =
  /(?:信息|动态|公开|公告|公示|专栏|专题|栏目|要闻|新闻|资讯|频道|之窗|园地|平台|公文|文件|简报|年报|通知|法治政府建设|依法行政|政务服务)$/u;
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

/** Tell whether a line under an empty label is the head of a broken title rather than its value. */
function isTitleHead(line: string, next: string | undefined, key: PagePart['key']): boolean {
  if (/\d{4}年度?$/u.test(line)) return !isDateLine(line);
  if (next !== undefined && /法治|依法/u.test(line) && isTitle(line + next)) return true;
  if (!isOrganisation(line)) return false;
  if (key === 'other' || next === undefined) return key === 'other';
  return isOrganisation(next) || (/^(?:关于|\d{4}年)/u.test(next) && isTitle(next));
}
