import { parsePrintedNumber } from '../../report/printed-numeral.ts';
import type { SourceLine } from './source-page.ts';

/**
 * Break lines where the page broke them and its markup or a crawler did not. A row of a table stays one
 * line, whatever its cells hold.
 */
export function restoreBreaks(source: readonly SourceLine[]): SourceLine[] {
  return splitRunTogether(source).flatMap(splitAfterLabel);
}

/** A counter or a switch, which has a number for its value, or none. */
const COUNTER =
  /^[\s\u3000【[（(]*(?:浏览|点击|阅读|访问|查看)(?:次数|人次|人数|量|数|率)?[\s\u3000]*[:：][\s\u3000]*(?:\d*[\s\u3000]*(?:人次|次)(?!数)|\d+(?![\d年]))?|^[\s\u3000【[（(]*(?:字体|字号)[\s\u3000]*[:：]?[\s\u3000]*大[\s\u3000]*中[\s\u3000]*小[\s\u3000]*[】\])）]?/u;
/** What follows a counter is text from so many characters on. */
const LEAST_TEXT = 20;

/** Break a line after a counter that the text begins behind: 浏览次数：2024年，…. */
function splitAfterLabel(line: SourceLine): SourceLine[] {
  const label = COUNTER.exec(line.text)?.[0] ?? '';
  const rest = line.text.slice(label.length).trim();
  const isText = rest.length >= LEAST_TEXT && /[，。；]/u.test(rest) && !/[:：]\s*\d/u.test(rest);
  return label === '' || !isText || line.row !== undefined
    ? [line]
    : [
        { ...line, text: label },
        { ...line, text: rest },
      ];
}

/** A page of no more lines than this, of which one is this long, has lost its breaks. */
const FEW_LINES = 3;
const LONG_LINE = 600;
const AFTER_STOP = /(?<=[。！？；：”）】])[\s\u3000]+/u;
const BEFORE_NUMERAL =
  /(?<![\s\u3000])[\s\u3000]+(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部])/u;
/** Not within a date or an hour: 2022-03-10 09:12, 2023 年. */
const IN_HEAD = /(?<!\d)[\s\u3000]+|[\s\u3000]+(?=[^\d年月日:：\s])/u;
/** A title that its text was stuck to. */
const AFTER_TITLE =
  /(?<=(?:法治|依法)[\p{Script=Han}]{2,12}(?:报告|总结))(?=20\d\d\s*年|各位|[\p{Script=Han}]{1,8}[：:])/u;
const NUMERAL =
  /(?<=^|[。；：:！？”）\s\u3000])[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]/gu;

/**
 * Break a page that came as one long line: a crawler kept a space where a paragraph ended, or
 * nothing; then its numerals tell where parts begin. Nothing but white space between them is gone.
 */
function splitRunTogether(lines: readonly SourceLine[]): readonly SourceLine[] {
  const printed = lines.filter(({ text, row }) => text.trim() !== '' && row === undefined);
  const isOneLine =
    printed.length <= FEW_LINES && printed.some(({ text }) => text.length >= LONG_LINE);
  const isParted =
    isOneLine || printed.some(({ text }) => /^[\s\u3000]*一、/u.test(text) && !isFlattened(text));
  if (!isParted && printed.some(({ text }) => isFlattened(text)))
    return lines.flatMap((line) =>
      line.row === undefined && isFlattened(line.text)
        ? splitAtNumerals(line.text)
            .flatMap(splitHeading)
            .map((text) => ({ ...line, text }))
        : [line],
    );
  if (printed.length > FEW_LINES) return lines;
  return lines.flatMap((line) => {
    if (line.text.length < LONG_LINE || line.row !== undefined) return [line];
    const [head = '', ...rest] = line.text
      .split(AFTER_STOP)
      .flatMap((part) => part.split(BEFORE_NUMERAL))
      .flatMap((part) => part.split(AFTER_TITLE))
      .flatMap(splitAtNumerals);
    return [...head.split(IN_HEAD), ...rest].map((text) => ({ ...line, text }));
  });
}

/** Tell whether a line holds a text whose parts count on inside it, none a clause: … 一、… 二、…. */
function isFlattened(text: string): boolean {
  const tops = splitAtNumerals(text).filter((part) => /^[一二三四五六七八九十]{1,3}、/u.test(part));
  return tops.slice(0, -1).some((part) => !/[；;，,]\s*$/u.test(part));
}

const HEADED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；：！？，\s\u3000]{2,30}(?=[\s\u3000]+\S)/u;

/** Break a part after its heading, where white space stands for the end of the line. */
function splitHeading(part: string): string[] {
  const heading = HEADED.exec(part)?.[0];
  return heading === undefined ? [part] : [heading, part.slice(heading.length)];
}

/** Break a text before its numerals, no space being left there, as long as they count on from 一. */
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
