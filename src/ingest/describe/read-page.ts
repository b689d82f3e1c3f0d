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
import { bodyPart, type LinePosition, type PageLine, readLines, readParts } from './page-line.ts';
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
  const lines = readLines(
    source.filter(({ note, picture }) => note === undefined && picture === undefined),
  );
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
    { parts: lines.slice(bodyStart, tail).map(textPart), titles: [] },
    read(tail, attachments, 'tail'),
    { parts: lines.slice(attachments, end).map(attachedPart), titles: [] },
    read(end, undefined, 'foot'),
  ]);
}

function textPart(line: PageLine): PagePart {
  return line.row === undefined && /^(?:[-—–第共\d\s/页]+|[?？]+)?$/u.test(line.text)
    ? { line: line.line, text: line.raw, why: 'furniture' }
    : bodyPart(line);
}

function attachedPart(line: PageLine): PagePart {
  const part = textPart(line);
  if (part.why !== 'body') return part;
  return { ...part, attached: isAttachmentHeading(line) ? 'heading' : 'text' };
}

/** 附件, 附件1, 附件二：一览表, on a line of its own. */
const ATTACHMENT =
  /^附\s*件\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})?\s*(?:[:：.．]?\s*$|[:：.．\s]\s*\S.{0,50}$)/u;
/** The same with nothing but its number. */
const BARE_ATTACHMENT = /^附\s*件\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})?\s*[:：]?$/u;

function isAttachmentHeading({ plain, row }: PageLine): boolean {
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
    const isUnder = index > Math.max(lastTitle, lastLabel, lastPath) && line.zone !== 'page';
    parts.push(...(own.length > 0 ? own : readParts(line, isUnder ? 'below' : 'head')));
  }
  return { parts, titles };
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
