import { readNumeral, splitLabel } from '../../report/printed-numeral.ts';
import type { Heading } from './read-heading.ts';

const LONGEST = 30;
const PARAGRAPH = 40;
const RANK_ABOVE = -0.5;
const HAN_RANK = 3;

/**
 * Finds headings that print no numeral: short lines without a stop, over a text.
 *
 * In a report with 一、二、 such a line stands beside them, or above them where their numbers start
 * again under it; without them it is of the first level.
 *
 * @param lines the body's lines
 * @returns headings by the index of their line
 */
export function findUnnumberedHeadings(lines: readonly string[]): ReadonlyMap<number, Heading> {
  const found = lines.flatMap((line, index) => (isHeading(line, lines[index + 1]) ? [index] : []));
  const rank = restarts(lines, found) ? RANK_ABOVE : HAN_RANK;
  return new Map(
    found.map((index) => [
      index,
      {
        rank,
        number: 0,
        section: {
          label: null,
          heading: lines[index] ?? '',
          stop: null,
          style: 'own-line',
          paragraphs: [],
          sections: [],
        },
      },
    ]),
  );
}

function isHeading(line: string, next: string | undefined): boolean {
  if (next === undefined || splitLabel(line).label !== null) return false;
  const isShort = line.length >= 2 && line.length <= LONGEST;
  const isOpen = /[\p{Script=Han}）”》]$/u.test(line) && !/[。；：！？]/u.test(line);
  const isOverText =
    next.length >= PARAGRAPH || /[。：]$/u.test(next) || readNumeral(next) !== undefined;
  return (
    isShort && !isSpeaker(line) && isOpen && isOverText && !/^[一二三四五六七八九十]是/.test(line)
  );
}

/** Who reads a report to a meeting, and when: a line under its title. */
function isSpeaker(line: string): boolean {
  return /^(?:[—-]{1,2})?[\p{Script=Han}]{2,30}[局市县区省厅州旗镇乡主部处科所院队](?:长|席|任)(?:、[\p{Script=Han}]{2,12}(?:书记|主任))?[\s\u3000]*[\p{Script=Han}]{1,2}[\s\u3000]*[\p{Script=Han}]{1,2}$|会议上）?$/u.test(
    line,
  );
}

/** Tells whether 一、 stands twice with one of the headings between, or under the first of them. */
function restarts(lines: readonly string[], headings: readonly number[]): boolean {
  const firsts = lines.flatMap((line, index) => {
    const numeral = readNumeral(line);
    return numeral?.rank === HAN_RANK && numeral.number === 1 ? [index] : [];
  });
  return firsts.length > 1 && firsts.every((first) => headings.some((heading) => heading < first));
}
