import { readNumeral } from '../../report/printed-numeral.ts';
import type { BodyParagraph } from '../../report/report-body.ts';

const LEAST_LINES = 8;
/** Lines as long as the longest, but for so many characters, are full. */
const SLACK = 2;
const LONGEST = 70;
const FULL_SHARE = 0.5;
const STOP = /[。：；！？]$/u;

/** A paragraph is as long at least; a shorter line that ends in a comma may be a heading's slip. */
const PARAGRAPH = 30;
/** A paragraph goes on behind these, but not in a point, which has a head of its own. */
const GOES_ON = /[，、]$/u;
const POINT =
  /^(?:[一二三四五六七八九十]是|其[一二三四五六次]|首先|再次|最后|第[一二三四五六七八九十])/u;

/**
 * Join the lines of a text that was broken at a width, as text taken from a PDF or a mail is, and a
 * paragraph that was broken behind a comma.
 *
 * It is broken at a width where half its lines are full and most of these end inside a sentence; the
 * width is counted as print has it, or as a program counts characters. A full line then goes on in
 * the next, unless that begins with a numeral. A table breaks a text off.
 *
 * @returns the lines as they are where the text was not broken
 */
export function joinWrappedLines(blocks: readonly BodyParagraph[]): readonly BodyParagraph[] {
  const lines = blocks.filter((block) => typeof block === 'string');
  const isFull = findFull(lines, width) ?? findFull(lines, (line) => [...line].length);
  const joined: BodyParagraph[] = [];
  let above: string | undefined;
  let at = 0;
  for (const block of blocks) {
    const before = joined.at(-1);
    if (typeof block !== 'string') {
      joined.push(block);
      above = undefined;
      continue;
    }
    const isCut =
      above !== undefined && above.length >= PARAGRAPH && GOES_ON.test(above) && !POINT.test(block);
    const goesOn = (at > 0 && isFull?.(at - 1) === true) || isCut;
    if (goesOn && readNumeral(block) === undefined && typeof before === 'string')
      joined[joined.length - 1] = joinLines(before, block);
    else joined.push(block);
    above = block;
    at++;
  }
  return joined;
}

/** Tell which lines of a text that was broken at a width are full; `undefined` where it was not. */
function findFull(
  lines: readonly string[],
  measure: (line: string) => number,
): ((at: number) => boolean) | undefined {
  const widths = lines.map(measure);
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
  return isWrapped ? isFull : undefined;
}

/** Width in Chinese characters: ASCII counts half. */
function width(line: string): number {
  return [...line].reduce((sum, character) => sum + (character <= '\u007f' ? 0.5 : 1), 0);
}

/** Two words of ASCII that a line's end stood between keep a space. */
export function joinLines(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after)
    ? `${before} ${after}`
    : before + after;
}
