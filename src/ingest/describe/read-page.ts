import { legible } from '../../report/characters/legible.ts';
import { normaliseTypography } from '../../report/characters/typography.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import {
  isAddressee,
  isDateLine,
  isFootMark,
  isOrganisation,
  lineFurniture,
  readsAsText,
} from './line-wording.ts';
import { readLabelledValue } from './metadata.ts';
import {
  asContent,
  bodyPart,
  type LinePosition,
  type PageLine,
  readLines,
  readParts,
} from './page-line.ts';
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
 * A notice that wraps the report has a head of its own below it. What stands below signature and
 * date does not hide them: attachments are text, and so is what reads as text. Every line is in the
 * result but those of notes and pictures, which stand anywhere.
 */
export function readPage(source: readonly SourceLine[]): Page {
  const lines = joinBoxes(
    readLines(source.filter(({ note, picture }) => note === undefined && picture === undefined)),
  );
  const page = readZones(lines);
  return { ...page, ...doubtOmissions(page, lines) };
}

function readZones(lines: readonly PageLine[]): Page {
  const contents = findContents(lines);
  if (contents !== undefined) return cutContents(lines, contents);
  const start = lines.findIndex(({ isBody }) => isBody);
  if (start < 0) return readHead(lines);
  const foot = findFoot(lines, start);
  const inner = findInnerHead(lines, start, foot);
  const bodyStart = inner?.end ?? start;
  const attachments = findAttachments(lines, bodyStart, foot);
  const tail = findTail(lines, bodyStart, attachments);
  const end = lastText(lines, attachments, foot);
  const read = (from: number, to: number | undefined, position: LinePosition): Page => ({
    parts: lines.slice(from, to).flatMap((line) => readParts(line, position)),
    titles: [],
  });
  return join([
    readHead(lines.slice(0, start)),
    ...(inner === undefined
      ? []
      : [read(start, inner.start, 'inside'), readHead(lines.slice(inner.start, inner.end))]),
    { parts: readBody(lines.slice(bodyStart, tail)), titles: [] },
    read(tail, attachments, 'tail'),
    { parts: readBody(lines.slice(attachments, end)).map(attachedPart), titles: [] },
    read(end, undefined, 'foot'),
  ]);
}

function attachedPart(part: PagePart): PagePart {
  if (part.why !== 'body') return part;
  const plain = legible(part.value ?? '');
  return { ...part, attached: isAttachmentHeading({ plain, row: part.row }) ? 'heading' : 'text' };
}

/** 附件, 附件1, 附件二：一览表, on a line of its own. */
const ATTACHMENT =
  /^附\s*件\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})?\s*(?:[:：.．]?\s*$|[:：.．\s]\s*\S.{0,50}$)/u;
/** The same with nothing but its number. */
const BARE_ATTACHMENT = /^附\s*件\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})?\s*[:：]?$/u;

function isAttachmentHeading({ plain, row }: Pick<PageLine, 'plain' | 'row'>): boolean {
  return (
    row === undefined &&
    ATTACHMENT.test(plain) &&
    !/[。；]|\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)/iu.test(plain)
  );
}

/**
 * Find where the attachments begin: at the first heading of one that has something below it and stands
 * under signature or date; one that prints its number only needs neither, but a text that is over.
 *
 * @returns `foot` where there are none
 */
function findAttachments(lines: readonly PageLine[], start: number, foot: number): number {
  let isSigned = false;
  for (let at = start + 1; at < foot; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    isSigned ||= isDateLine(line.plain) || isOrganisation(line.plain);
    const next = lines.slice(at + 1, foot).find((one) => lineFurniture(one.plain) === undefined);
    if (!isAttachmentHeading(line) || next === undefined) continue;
    const isOver = isSigned || /[。）)]$/u.test(lines[at - 1]?.plain ?? '');
    const isList = isAttachmentHeading(next) && !isSigned;
    if (isSigned || (isOver && !isList && BARE_ATTACHMENT.test(line.plain))) return at;
  }
  return foot;
}

/** Find where text ends, and only the page around it follows. */
function lastText(lines: readonly PageLine[], start: number, end: number): number {
  const last = lines
    .slice(start, end)
    .findLastIndex(({ plain, row }) => row !== undefined || lineFurniture(plain) === undefined);
  return start + last + 1;
}

/** A list of contents has so many entries, each of which is printed again as a heading. */
const ENTRIES = 3;
const CONTENTS = /^目\s*[录次]$/u;
/** What leads from an entry to its page: dots, gaps, and the number. */
const LEADER = /[\s.．·…]*\d{0,3}$/u;

/** Find the list of contents: entries in a row that all come again below, under 目录 or numbered. */
function findContents(lines: readonly PageLine[]): { start: number; end: number } | undefined {
  const plain = lines.map((line) => line.plain.replace(/\s/gu, ''));
  const entries = plain.map((text) => text.replace(LEADER, ''));
  const isEntry = (at: number): boolean => {
    const entry = entries[at] ?? '';
    if (entry.length < 2 || entry.length > LONGEST_ENTRY) return false;
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

const LONGEST_ENTRY = 80;

/** Read a page without its list of contents, and put that back where it stood. */
function cutContents(
  lines: readonly PageLine[],
  { start, end }: { readonly start: number; readonly end: number },
): Page {
  const page = readZones([...lines.slice(0, start), ...lines.slice(end)]);
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

/** A page number between lines of text, by its marks; a bare one could be a cell of a table. */
const PAGE_NUMBER =
  /^(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*[/,，]?\s*共\s*\d{1,3}\s*页)?|[?？]+)?$/u;
const BARE_NUMBER = /^\d{1,3}$/u;

/** Read the lines of the text; bare numbers that count on through it are its page numbers. */
function readBody(lines: readonly PageLine[]): PagePart[] {
  const bare = lines.flatMap(({ text, row }) =>
    row === undefined && BARE_NUMBER.test(text) ? [Number(text)] : [],
  );
  const isCounted =
    bare.length > 1 && bare.every((number, at) => at === 0 || number === (bare[at - 1] ?? 0) + 1);
  return lines.map((one) =>
    one.row === undefined &&
    (PAGE_NUMBER.test(one.text) || (isCounted && BARE_NUMBER.test(one.text)))
      ? { line: one.line, text: one.raw, why: 'furniture' }
      : bodyPart(one),
  );
}

/**
 * Take the boxes that carry on the text as text too: a body that lies in several, of which the
 * markup only says of one that it is the document.
 */
function joinBoxes(lines: readonly PageLine[]): readonly PageLine[] {
  const last = lines.findLastIndex(({ zone }) => zone === 'content');
  if (last < 0) return lines;
  const top = lines.slice(0, last + 1).flatMap((line) => {
    const numeral = line.zone === 'content' ? readNumeral(line.plain) : undefined;
    return numeral === undefined ? [] : [numeral];
  });
  const from = lines.findIndex(
    ({ zone, plain, isLink }, at) => at > last && zone === 'page' && !isLink && goesOn(plain, top),
  );
  if (from < 0) return lines;
  const foot = lines.findIndex(({ plain }, at) => at > from && isFootMark(plain));
  const end = foot < 0 ? lines.length : foot;
  const whole = lines
    .slice(from, end)
    .findLastIndex((line) => readsAsText(line.plain) || isSigned(line));
  if (whole < 0) return lines;
  return lines.map((line, at) => (at < from || at > from + whole ? line : asContent(line)));
}

function isSigned({ plain }: PageLine): boolean {
  return isDateLine(plain);
}

/** Tell whether a numeral of the higher kinds counts on from the last of its kind. */
function goesOn(plain: string, before: readonly { rank: number; number: number }[]): boolean {
  const numeral = readNumeral(plain);
  if (numeral === undefined || numeral.rank > HIGHEST) return false;
  const same = before.findLast(({ rank }) => rank === numeral.rank);
  return same !== undefined && numeral.number === same.number + 1;
}

/** Kinds of numerals up to （一）, of which a menu has none. */
const HIGHEST = 4;

/**
 * Say of what was left out why it may be text all the same: it stands between lines of the text,
 * carries on its numbers, or reads as a sentence or a figure where no markup says what it is.
 */
function doubtOmissions(page: Page, lines: readonly PageLine[]): Pick<Page, 'parts'> {
  const isBody = ({ why }: PagePart) => why === 'body';
  const first = page.parts.findIndex(isBody);
  const last = page.parts.findLastIndex(isBody);
  const ofPage = new Set(lines.flatMap(({ line, zone }) => (zone === 'page' ? [line] : [])));
  const numerals = page.parts.flatMap((part) => {
    const numeral = isBody(part) ? readNumeral(legible(part.value ?? '')) : undefined;
    return numeral === undefined ? [] : [numeral];
  });
  const doubtOf = (part: PagePart, at: number): string | undefined => {
    if (part.why === 'body' || (part.why === 'metadata' && part.key !== undefined))
      return undefined;
    const plain = legible(part.text).trim();
    if (!/\p{Script=Han}/u.test(plain) || part.key === 'person') return undefined;
    if (at > last && goesOn(plain, numerals)) return 'carries on the numbers of the text';
    if (at > first && at < last && first >= 0) return 'stands between lines of the text';
    if (ofPage.has(part.line) || part.key !== undefined || lineFurniture(plain) !== undefined)
      return undefined;
    if (readsAsText(plain)) return 'reads as a sentence';
    return FIGURE.test(plain) ? 'reads as a figure' : undefined;
  };
  return {
    parts: page.parts.map((part, at) => {
      const doubt = doubtOf(part, at);
      return doubt === undefined ? part : { ...part, doubt };
    }),
  };
}

/** A count of what governments do, not of visitors: 处罚案件37起. */
const FIGURE = /\p{Script=Han}{2}\d[\d,.]*(?:万|亿)?(?:件|起|场|期|人次|万元|%|份|户)/u;

/** Find the first mark of a page's foot with little of the text below it. */
function findFoot(lines: readonly PageLine[], start: number): number {
  const isIn = lines.some(({ zone }) => zone === 'content');
  const end = isIn ? lines.findLastIndex(({ zone }) => zone === 'content') + 1 : lines.length;
  const size = (from: number) =>
    lines.slice(from, end).reduce((sum, line) => sum + (line.isBody ? line.text.length : 0), 0);
  const whole = size(start);
  for (let at = start + 1; at < end; at++)
    if (
      lines[at]?.row === undefined &&
      isFootMark(lines[at]?.plain ?? '') &&
      size(at) < whole * FOOT_SHARE
    )
      return at;
  return end;
}

/** Below a signature with its date stands less than this share of the text. */
const BELOW_SHARE = 0.2;

/**
 * Find where the text ends and signature, date and cc begin: under the last line of text, or at a
 * signature right over its date with little text below.
 */
function findTail(lines: readonly PageLine[], start: number, foot: number): number {
  const size = (from: number) =>
    lines.slice(from, foot).reduce((sum, { text }) => sum + text.length, 0);
  const isText = (line: PageLine) => readParts(line, 'tail').some(({ why }) => why === 'body');
  for (let at = start + 1; at < foot - 1; at++) {
    const isSigned =
      isOrganisation(lines[at]?.plain ?? '') && isDateLine(lines[at + 1]?.plain ?? '');
    if (!isSigned || size(at) >= size(start) * BELOW_SHARE) continue;
    const last = lines.slice(0, at).findLastIndex(isText);
    return Math.max(start, last) + 1;
  }
  const last = lines.slice(0, foot).findLastIndex(isText);
  return Math.min(foot, Math.max(start, last) + 1);
}

/** Find the head of the report itself under a notice: its title, down to where its text begins. */
function findInnerHead(lines: readonly PageLine[], start: number, foot: number) {
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
