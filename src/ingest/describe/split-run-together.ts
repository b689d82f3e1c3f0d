import { parsePrintedNumber } from '../../report/printed-numeral.ts';
import type { SourceLine } from './page.ts';

/** A page of no more lines than this, of which one is this long, has lost its breaks. */
const FEW_LINES = 3;
const LONG = 600;
const AFTER_STOP = /(?<=[。！？；：”）】])[\s\u3000]+/u;
const BEFORE_NUMERAL =
  /(?<![\s\u3000])[\s\u3000]+(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部])/u;
/** Not within a date or an hour: 2022-03-10 09:12, 2023 年. */
const IN_HEAD = /(?<!\d)[\s\u3000]+|[\s\u3000]+(?=[^\d年月日:：\s])/u;

/** A title that its text was stuck to. */
const AFTER_TITLE =
  /(?<=(?:法治|依法)[\p{Script=Han}]{2,12}(?:报告|总结))(?=20\d\d\s*年|各位|[\p{Script=Han}]{1,8}[：:])/u;
const NUMERAL =
  /(?<=[。；：！？”）\s])[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]/gu;

/** Breaks a text before its numerals, no space being left there, as long as they count on from 一. */
function splitAtNumerals(text: string): string[] {
  const starts: number[] = [];
  const last = { top: 0, inner: 0 };
  for (const { 0: label, index } of text.matchAll(NUMERAL)) {
    const number = parsePrintedNumber(label) ?? 0;
    const isTop = label.endsWith('、');
    const isNext = isTop ? number === last.top + 1 : number === 1 || number === last.inner + 1;
    if (!isNext) continue;
    if (isTop) last.top = number;
    last.inner = isTop ? 0 : number;
    starts.push(index);
  }
  return [0, ...starts].flatMap((start, at) => {
    const part = text.slice(start, starts[at] ?? text.length);
    return part === '' ? [] : [part];
  });
}

/**
 * Breaks a page that came as one long line: a crawler kept a space where a paragraph ended, or
 * nothing; then its numerals tell where parts begin.
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
      .flatMap((part) => part.split(BEFORE_NUMERAL))
      .flatMap((part) => part.split(AFTER_TITLE))
      .flatMap(splitAtNumerals);
    return [...head.split(IN_HEAD), ...rest].map((text) => ({ ...line, text }));
  });
}
