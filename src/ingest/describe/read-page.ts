import { readNumeral } from '../../report/printed-numeral.ts';
import { findTitles } from './find-titles.ts';
import { isFootMark } from './line-furniture.ts';
import type { Page, PagePart, PrintedTitle, SourceLine } from './page.ts';
import { type PageLine, readLines } from './page-line.ts';
import { plainTitle } from './plain-title.ts';
import { readHead } from './read-head.ts';
import { readParts } from './read-parts.ts';

const PARAGRAPH = 40;
/** How far down a page a document's own title can stand under a notice. */
const NOTICE_LINES = 16;
const FOOT_SHARE = 0.25;

/**
 * Tells the body of a document from the page around it.
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
  const head = readHead(lines.slice(0, start));
  const blocks: Page[] = [head];
  if (inner !== undefined) {
    const text = lines.slice(start, inner.start);
    blocks.push({ parts: text.flatMap((line) => readParts(line, 'inside')), titles: [] });
    blocks.push(readHead(lines.slice(inner.start, inner.end)));
  }
  const tail = findTail(lines, inner?.end ?? start, foot);
  const body = lines.slice(inner?.end ?? start, tail);
  blocks.push({ parts: body.map(bodyPart), titles: [] });
  blocks.push({
    parts: lines.slice(tail, foot).flatMap((line) => readParts(line, 'tail')),
    titles: [],
  });
  blocks.push({ parts: lines.slice(foot).flatMap((line) => readParts(line, 'foot')), titles: [] });
  return join(blocks);
}

function bodyPart({ line, raw, text, noise }: PageLine): PagePart {
  return /^(?:[-—–第共\d\s/页]+|[?？]+)?$/u.test(text)
    ? { line, text: raw, why: 'furniture' }
    : { line, text: raw, why: 'body', value: text, noise };
}

/** The first mark of a page's foot with little of the text below it. */
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

/** Where the text ends and signature, date and cc begin. */
function findTail(lines: readonly PageLine[], start: number, foot: number): number {
  let at = foot;
  while (at > start + 1) {
    const line = lines[at - 1];
    if (line === undefined || isText(line)) break;
    at -= 1;
  }
  return at;
}

function isText(line: PageLine): boolean {
  const parts = readParts(line, 'tail');
  return parts.some(({ why }) => why === 'body');
}

/** The head of the report itself under a notice: its title, down to where its text begins. */
function findInnerHead(lines: readonly PageLine[], start: number, foot: number) {
  const until = Math.min(foot, start + NOTICE_LINES);
  const window = lines.slice(start, until);
  const [title] = findTitles(
    window.map((line) =>
      line.isBody || line.text.length > PARAGRAPH * 2 ? undefined : plainTitle(line),
    ),
  );
  if (title === undefined) return undefined;
  const isHeading = window
    .slice(0, title.start)
    .some(({ text }) => readNumeral(text) !== undefined);
  const next = lines.findIndex((line, index) => index >= start + title.end && line.isBody);
  if (isHeading || next < 0 || next > foot) return undefined;
  return { start: start + title.start, end: next };
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
