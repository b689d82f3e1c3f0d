import { readNumeral } from '../outline/read-numeral.ts';
import { normaliseTypography } from '../typography/normalise-typography.ts';
import { findTitles } from './find-titles.ts';
import { isAddressee } from './is-addressee.ts';
import { isTitle } from './is-title.ts';
import { isFootMark, lineFurniture } from './line-furniture.ts';
import type { Page, PagePart, PrintedTitle, SourceLine } from './page.ts';
import { readLabelledParts, readLabelledValue } from './read-labelled-parts.ts';
import { readParts } from './read-parts.ts';
import { unwrapTitle } from './unwrap-title.ts';

interface Line {
  readonly line: number;
  readonly raw: string;
  readonly text: string;
  readonly zone: SourceLine['zone'];
  readonly isLink: boolean;
}

const PARAGRAPH = 40;
const SENTENCE = 12;
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
  const lines = source
    .map(({ line, text, zone, isLink = false }) => ({
      line,
      raw: text.trim(),
      text: normaliseTypography(text),
      zone,
      isLink,
    }))
    .filter(({ text }) => text !== '');
  const start = lines.findIndex(isBody);
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

/** Whether a line reads as the text of a document. */
function isBody({ text, raw, zone }: Line): boolean {
  if (zone === 'page') return false;
  if (isTitle(text) || readLabelledParts(raw).length > 0 || isAddressee(text)) return false;
  if (text.length < 200 && lineFurniture(text) !== undefined) return false;
  if (text.length >= PARAGRAPH && /[，。；]/.test(text)) return true;
  const numeral = readNumeral(text);
  if (numeral !== undefined && numeral.rank <= 4)
    return numeral.number === 1 && numeral.rest.length > 1;
  return text.length >= SENTENCE && /[。：]$/.test(text);
}

function bodyPart({ line, raw, text }: Line): PagePart {
  return lineFurniture(text) === 'furniture' && /^[-—–第共\d\s/页]+$/u.test(text)
    ? { line, text: raw, why: 'furniture' }
    : { line, text: raw, why: 'body', value: text };
}

/** The first mark of a page's foot with little of the text below it. */
function findFoot(lines: readonly Line[], start: number): number {
  const isIn = lines.some(({ zone }) => zone === 'content');
  const end = isIn ? lines.findLastIndex(({ zone }) => zone === 'content') + 1 : lines.length;
  const size = (from: number) =>
    lines.slice(from, end).reduce((sum, line) => sum + (isBody(line) ? line.text.length : 0), 0);
  const whole = size(start);
  for (let at = start + 1; at < end; at++)
    if (isFootMark(lines[at]?.text ?? '') && size(at) < whole * FOOT_SHARE) return at;
  return end;
}

/** Where the text ends and signature, date and cc begin. */
function findTail(lines: readonly Line[], start: number, foot: number): number {
  let at = foot;
  while (at > start + 1) {
    const line = lines[at - 1];
    if (line === undefined || isText(line)) break;
    at -= 1;
  }
  return at;
}

function isText(line: Line): boolean {
  const parts = readParts(line, 'tail');
  return parts.some(({ why }) => why === 'body');
}

/** The head of the report itself under a notice: its title, down to where its text begins. */
function findInnerHead(lines: readonly Line[], start: number, foot: number) {
  const until = Math.min(foot, start + NOTICE_LINES);
  const window = lines.slice(start, until);
  const [title] = findTitles(
    window.map((line) =>
      isBody(line) || line.text.length > PARAGRAPH * 2 ? undefined : unwrapTitle(line.raw).title,
    ),
  );
  if (title === undefined) return undefined;
  const isHeading = window
    .slice(0, title.start)
    .some(({ text }) => readNumeral(text) !== undefined);
  const next = lines.findIndex((line, index) => index >= start + title.end && isBody(line));
  if (isHeading || next < 0 || next > foot) return undefined;
  return { start: start + title.start, end: next };
}

/** Reads lines above a text: titles, labelled values, addressee, date, number, navigation. */
function readHead(lines: readonly Line[]): Page {
  const labelled = readLabels(lines);
  const candidates = lines.map(({ raw, text, zone, isLink }, index) => {
    const isOther = isLink || (labelled[index]?.length ?? 0) > 0 || isAddressee(text);
    if (isOther || (lineFurniture(text) === 'navigation' && !isTitle(text))) return undefined;
    return zone === 'page' && text.length > PARAGRAPH * 2 ? undefined : unwrapTitle(raw).title;
  });
  const found = findTitles(candidates);
  const lastLabel = labelled.findLastIndex((parts) => parts.some(({ why }) => why !== 'body'));
  const lastTitle = (found.at(-1)?.end ?? 0) - 1;
  const parts: PagePart[] = [];
  const titles: PrintedTitle[] = [];
  for (const [index, line] of lines.entries()) {
    const title = found.find(({ start, end }) => start <= index && index < end);
    if (title !== undefined) {
      const basis =
        title.start < lastLabel || (found.length > 1 && title === found[0]) ? 'page' : 'document';
      const { before, middle, after } = unwrapTitle(line.raw);
      const at: number[] = [];
      if (before !== '') parts.push({ line: line.line, text: before, why: 'furniture' });
      at.push(parts.length);
      parts.push({
        line: line.line,
        text: middle,
        why: 'metadata',
        key: 'title',
        value: normaliseTypography(middle),
        basis,
      });
      if (after !== '') parts.push({ line: line.line, text: after, why: 'furniture' });
      if (index === title.start)
        titles.push({
          text: normaliseTypography(title.text),
          basis,
          lines: title.end - title.start,
          parts: at,
        });
      else {
        const open = titles.pop();
        if (open !== undefined) titles.push({ ...open, parts: [...open.parts, ...at] });
      }
      continue;
    }
    const own = labelled[index] ?? [];
    if (own.length > 0) {
      parts.push(...own.map((part) => ({ ...part, line: line.line })));
      continue;
    }
    const isUnder = index > Math.max(lastTitle, lastLabel) && line.zone !== 'page';
    parts.push(...readParts(line, isUnder ? 'below' : 'head'));
  }
  return { parts, titles };
}

/** Reads labelled values; a label alone on its line has its value on the next. */
function readLabels(lines: readonly Line[]): (readonly Omit<PagePart, 'line'>[])[] {
  const labelled = lines.map(({ raw }) => readLabelledParts(raw));
  return lines.map((line, index) => {
    const own = labelled[index] ?? [];
    const above = labelled[index - 1] ?? [];
    const [label] = above;
    if (own.length > 0 || above.length !== 1 || label?.value !== '') return own;
    if (isTitle(line.text) || isAddressee(line.text) || line.text.length > PARAGRAPH) return own;
    return readLabelledValue(label.key, line.raw);
  });
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
