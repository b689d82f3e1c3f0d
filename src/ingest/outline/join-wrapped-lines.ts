import { readNumeral } from '../../report/printed-numeral.ts';
import type { BodyParagraph } from '../../report/report-body.ts';

const LEAST_LINES = 8;
/** Lines as long as the longest, but for so many characters, are full. */
const SLACK = 2;
const LONGEST = 70;
const FULL_SHARE = 0.5;
const STOP = /[。：；！？]$/u;

/**
 * Join the lines of a text that was broken at a width, as text taken from a PDF or a mail is.
 *
 * It is one where half its lines are full and most of these end inside a sentence. A full line then
 * goes on in the next, unless that begins with a numeral. A table breaks a text off.
 *
 * @returns the lines as they are where the text was not broken
 */
export function joinWrappedLines(blocks: readonly BodyParagraph[]): readonly BodyParagraph[] {
  const lines = blocks.filter((block) => typeof block === 'string');
  const widths = lines.map(width);
  const longest = Math.max(0, ...widths);
  const isFull = (at: number) => (widths[at] ?? 0) >= longest - SLACK;
  const isOpen = (at: number) => isFull(at) && !STOP.test(lines[at] ?? '');
  const full = lines.filter((_, at) => isFull(at)).length;
  const open = lines.filter((_, at) => isOpen(at)).length;
  const isWrapped =
    lines.length >= LEAST_LINES &&
    longest <= LONGEST &&
    full >= lines.length * FULL_SHARE &&
    open >= full * FULL_SHARE;
  if (!isWrapped) return blocks;
  const joined: BodyParagraph[] = [];
  let at = 0;
  for (const block of blocks) {
    const before = joined.at(-1);
    if (typeof block !== 'string') {
      joined.push(block);
      continue;
    }
    const goesOn = at > 0 && isFull(at - 1) && readNumeral(block) === undefined;
    if (goesOn && typeof before === 'string') joined[joined.length - 1] = join(before, block);
    else joined.push(block);
    at++;
  }
  return joined;
}

/** Width in Chinese characters: ASCII counts half. */
function width(line: string): number {
  return [...line].reduce((sum, character) => sum + (character <= '\u007f' ? 0.5 : 1), 0);
}

/** Two words of ASCII that a line's end stood between keep a space. */
function join(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after)
    ? `${before} ${after}`
    : before + after;
}
