import { legible } from '../../report/characters/legible.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import { attachedPart, findAttachments } from './attachments.ts';
import { cutContents, findContents } from './contents-list.ts';
import {
  isDateLine,
  isFootMark,
  isOrganisation,
  lineFurniture,
  readsAsText,
  withoutSeal,
} from './line-wording.ts';
import {
  asContent,
  bodyPart,
  type LinePosition,
  markImprint,
  openImprint,
  type PageLine,
  readLines,
  readParts,
} from './page-line.ts';
import { findInnerHead, isSent, readHead } from './read-head.ts';
import { settlePage } from './settle-page.ts';
import type { Page, PagePart, PrintedTitle, SourceLine } from './source-page.ts';

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
    markImprint(
      readLines(
        openImprint(source).filter(
          ({ note, picture }) => note === undefined && picture === undefined,
        ),
      ),
    ),
  );
  const page = settlePage(readZones(lines));
  return { ...page, ...doubtOmissions(page, lines) };
}

function readZones(lines: readonly PageLine[]): Page {
  const contents = findContents(lines);
  if (contents !== undefined) return cutContents(lines, contents, readZones);
  const start = lines.findIndex(({ isBody }) => isBody);
  if (start < 0) return readHead(lines);
  const foot = findFoot(lines, start);
  const inner = findInnerHead(lines, start, foot);
  // What stands above a title and sends nothing is of the page: a box of news.
  if (
    inner !== undefined &&
    !isSent(lines, inner.start) &&
    readHead(lines.slice(0, start)).titles.length === 0
  )
    return joinHead(lines, inner.end);
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

function joinHead(lines: readonly PageLine[], end: number): Page {
  const head = readHead(lines.slice(0, end).map((line) => ({ ...line, isBody: false })));
  return join([head, readZones(lines.slice(end))]);
}

/** Find where text ends, and only the page around it follows. */
function lastText(lines: readonly PageLine[], start: number, end: number): number {
  const last = lines
    .slice(start, end)
    .findLastIndex(({ plain, row }) => row !== undefined || lineFurniture(plain) === undefined);
  return start + last + 1;
}

/** A page number between lines of text, by its marks; a bare one could be a cell of a table. */
const PAGE_NUMBER =
  /^(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*[/,，]?\s*共\s*\d{1,3}\s*页)?|[?？]+)?$/u;
const BARE_NUMBER = /^\d{1,3}$/u;
/** A button of the page between lines of text, which no text says in these words alone. */
const BUTTON =
  /^[【[（(]?(?:返回顶部|回到顶部|返回目录|打印本页|关闭窗口|展开全文|收起全文|图片|(?:打印|关闭|收藏|分享)(?:[\s】\]|｜/·、【[]+(?:打印|关闭|收藏|分享))+)[】\]）)]?$/u;

/** Read the lines of the text; bare numbers that count on through it are its page numbers. */
function readBody(lines: readonly PageLine[]): PagePart[] {
  const bare = lines.flatMap(({ text, row }) =>
    row === undefined && BARE_NUMBER.test(text) ? [Number(text)] : [],
  );
  const isCounted =
    bare.length > 1 && bare.every((number, at) => at === 0 || number === (bare[at - 1] ?? 0) + 1);
  return lines.map((one) =>
    one.row === undefined &&
    (PAGE_NUMBER.test(one.text) ||
      BUTTON.test(one.plain) ||
      (isCounted && BARE_NUMBER.test(one.text)))
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
      const doubt = part.doubt ?? doubtOf(part, at);
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

/** Below a signature with its date stands less than this share of the text; more, where no part begins. */
const BELOW_SHARE = 0.2;
const BELOW_UNNUMBERED = 0.35;

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
      isOrganisation(withoutSeal(lines[at]?.plain ?? '')) && isDateLine(lines[at + 1]?.plain ?? '');
    const isAttached = /^附\s*[件表图]/u.test(lines[at + 2]?.plain ?? '');
    const isBegun = lines.slice(at + 2, foot).some(({ plain }) => beginsPart(plain));
    const share = isBegun ? BELOW_SHARE : BELOW_UNNUMBERED;
    if (!isSigned || (!isAttached && size(at + 2) >= size(start) * share)) continue;
    const last = lines.slice(0, at).findLastIndex(isText);
    return Math.max(start, last) + 1;
  }
  const last = lines.slice(0, foot).findLastIndex(isText);
  return Math.min(foot, Math.max(start, last) + 1);
}

function beginsPart(plain: string): boolean {
  const numeral = readNumeral(plain);
  return numeral !== undefined && numeral.rank <= HIGHEST;
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
