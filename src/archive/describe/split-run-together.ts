import type { SourceLine } from './page.ts';

/** A page of no more lines than this, of which one is this long, has lost its breaks. */
const FEW_LINES = 3;
const LONG = 600;
const AFTER_STOP = /(?<=[。！？；：”）】])[\s\u3000]+/u;
const BEFORE_NUMERAL =
  /[\s\u3000]+(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部])/u;
/** Not within a date or an hour: 2022-03-10 09:12, 2023 年. */
const IN_HEAD = /(?<!\d)[\s\u3000]+|[\s\u3000]+(?=[^\d年月日:：\s])/u;

/**
 * Breaks a page that came as one long line: a crawler kept a space where a paragraph ended.
 *
 * @returns lines that share their number; nothing but white space between them is gone
 */
export function splitRunTogether(lines: readonly SourceLine[]): readonly SourceLine[] {
  const printed = lines.filter(({ text }) => text.trim() !== '');
  if (printed.length > FEW_LINES) return lines;
  return lines.flatMap((line) => {
    if (line.text.length < LONG) return [line];
    const [head = '', ...rest] = line.text
      .split(AFTER_STOP)
      .flatMap((part) => part.split(BEFORE_NUMERAL));
    return [...head.split(IN_HEAD), ...rest].map((text) => ({ ...line, text }));
  });
}
