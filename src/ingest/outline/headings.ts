import { type Numeral, readNumeral, splitLabel } from '../../report/printed-numeral.ts';
import type { BodyParagraph, BodySection } from '../../report/report-body.ts';
import { isDateLine, isOrganisation, lineFurniture } from '../describe/line-wording.ts';

/** A section still being filled. */
export interface OpenSection extends BodySection {
  readonly paragraphs: BodyParagraph[];
  readonly sections: OpenSection[];
}

export interface Heading {
  readonly rank: number;
  readonly number: number;
  readonly section: OpenSection;
}

/** What the numeral before this one of its kind turned out to be. */
export type Sibling = 'heading' | 'text' | 'none';

/**
 * Longest heading, in characters, where nothing else speaks for it, and where its siblings or the
 * items right under it do.
 */
const LONG = 48;
const LONGEST_HEADING = 120;
/** A heading that runs into its text over a colon is shorter. */
const BEFORE_COLON = 20;
const STOP = /[。！？!?]/;
/** A mark that goes on; a short heading of a higher kind may end in it by a slip. */
const ODD_END = /(?:[；;，,、]|…+)$/;
const HIGH = 4;
const COUNT = /\d[\d,.]*[万亿余多]*(?:件|次|人|名|个|项|部|份|起|户|家|期|场|条|%)/;

/**
 * Read a line that begins with a numeral as a heading.
 *
 * A heading of its own line is short and does not break off; a run-in heading is the first
 * sentence. An item that is a sentence with figures, or one of a list that goes on (；), is text;
 * but not one that has items of a lower kind right under it, counted from the first: these it heads,
 * whatever mark it ends in; nor a short one of a higher kind over a longer line of text.
 *
 * @param next the line below
 * @param sibling where the item before was text, so is this one; where it was a heading, a longer
 *   first sentence is taken for one
 * @returns `undefined` where the line is text
 */
export function readHeading(
  { label, rest, rank, number }: Numeral,
  next: string | undefined,
  sibling: Sibling,
): Heading | undefined {
  if (rest === '' || STOP.test(rest.charAt(0))) return undefined;
  const below = next === undefined ? undefined : readNumeral(next);
  const isOverItems = below !== undefined && below.rank > rank && below.number === 1;
  if (sibling === 'text' && !isOverItems) return undefined;
  const longest = sibling === 'heading' || isOverItems ? LONGEST_HEADING : LONG;
  const isTop = rank <= 3;
  const section = (heading: string, stop: string | null, text: string | null): Heading => ({
    rank,
    number,
    section: {
      label,
      heading,
      stop,
      style: text === null ? 'own-line' : 'run-in',
      paragraphs: text === null ? [] : [text],
      sections: [],
    },
  });

  const stopAt = rest.search(STOP);
  const isOneSentence = stopAt < 0 || stopAt === rest.length - 1;
  const colonAt = rest.search(/[：:]/);
  if (colonAt > 0 && colonAt < rest.length - 1 && (stopAt < 0 || colonAt < stopAt)) {
    const before = rest.slice(0, colonAt);
    const isHead =
      before.length <= BEFORE_COLON && !/[，；“《（]/.test(before) && !COUNT.test(before);
    if (isHead) return section(before, rest.charAt(colonAt), rest.slice(colonAt + 1).trimStart());
  }
  if (isOneSentence) {
    if (isOverItems) {
      const end = /[。；;]$/.exec(rest)?.[0] ?? null;
      const heading = end === null ? rest : rest.slice(0, -1);
      return heading.length <= longest && !/[；;，,、]$/.test(heading)
        ? section(heading, end, null)
        : undefined;
    }
    const odd = ODD_END.exec(rest)?.[0];
    if (odd !== undefined) {
      const heading = rest.slice(0, -odd.length);
      const isOverText = below?.rank !== rank && next !== undefined && next.length > rest.length;
      const isHead = rank <= HIGH && heading.length <= BEFORE_COLON && !COUNT.test(heading);
      if (!isHead || !isOverText || /[，,；;]/.test(heading)) return undefined;
      return /[；;]/.test(odd) ? section(heading, odd, null) : section(rest, null, null);
    }
    const isHeading = rest.length <= longest && (isTop || !COUNT.test(rest));
    if (!isHeading || !isFollowed(rest, next, sibling)) return undefined;
    return rest.endsWith('。') ? section(rest.slice(0, -1), '。', null) : section(rest, null, null);
  }
  const heading = rest.slice(0, stopAt);
  if (heading.length > longest) return undefined;
  if (!isTop && sibling !== 'heading' && COUNT.test(heading)) return undefined;
  return section(heading, rest.charAt(stopAt), rest.slice(stopAt + 1).trimStart());
}

/** A heading heads something: text, a lower numeral, or, in a row of headings, the next of them. */
function isFollowed(rest: string, next: string | undefined, sibling: Sibling): boolean {
  if (next === undefined) return sibling === 'heading' && !/[。！？]$/.test(rest);
  return sibling === 'heading' || !/[。！？]$/.test(rest) || readNumeral(next) === undefined;
}

/** So many headings by the markup are no chance. */
const LEAST_MARKED = 2;
const LONGEST_UNNUMBERED = 30;
const PARAGRAPH = 40;
const RANK_ABOVE = -0.5;
/** 表1 …, 图2 …: what is shown may be a picture, which is no line. */
const CAPTION = /^[表图]\s*[\d一二三四五六七八九十]+(?![\d年月])|^[上下左右]?图[为片]|^（.*）$/u;
const HAN_RANK = 3;

/**
 * Find headings that print no numeral: short lines without a stop, over a text.
 *
 * In a report with 一、二、 such a line stands beside them, or above them where their numbers start
 * again under it; without them it is of the first level.
 *
 * Where the markup makes headings and no numeral does, those are the headings, as deep as it says.
 *
 * @param lines the body's lines
 * @param levels the lines that the markup makes headings
 * @returns headings by the index of their line
 */
export function findUnnumberedHeadings(
  lines: readonly string[],
  levels: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<number, Heading> {
  // Numerals say more of a report's parts than the markup that an editor chose.
  const isNumbered = lines.some((line) => (readNumeral(line)?.rank ?? HIGH + 1) <= HIGH);
  const isMarked = !isNumbered && lines.filter((line) => levels.has(line)).length >= LEAST_MARKED;
  const depths = [...new Set(levels.values())].sort((a, b) => a - b);
  const found = lines.flatMap((line, index) =>
    (isMarked ? levels.has(line) : isUnnumbered(line, lines[index + 1])) ? [index] : [],
  );
  const above = restarts(lines, found) ? RANK_ABOVE : HAN_RANK;
  const rankOf = (line: string) =>
    isMarked ? HAN_RANK + depths.indexOf(levels.get(line) ?? 0) / depths.length : above;
  return new Map(
    found.map((index) => {
      const printed = lines[index] ?? '';
      // The markup may make a heading of a sentence, or of 第一条.
      const stop = /[。；;]$/.exec(printed)?.[0] ?? null;
      const { label, rest } = splitLabel(stop === null ? printed : printed.slice(0, -1));
      const own = { label, heading: rest, stop, style: 'own-line' } as const;
      const section = { ...own, paragraphs: [], sections: [] };
      return [index, { rank: rankOf(printed), number: 0, section }];
    }),
  );
}

/** `1 总体情况`, `1.1 制度建设`; no amount or date. */
const DECIMAL =
  /^(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.．、]\s*|\s+|(?<=\.\d+))(?=\p{Script=Han})(?![万亿千百余多个件人名次项部份起户家期场条倍年月日时元类级公])/u;
/** Decimals stand below （一） and above `1.` alone. */
const DECIMAL_RANK = 4.5;

/**
 * Find headings that are numbered by decimals, `1`, `1.1`, `1.1.2`: those that count on, from the
 * first, where some go below the first level. The numerals stay words of the headings.
 *
 * @returns headings by the index of their line
 */
export function findDecimalHeadings(lines: readonly string[]): ReadonlyMap<number, Heading> {
  const found = new Map<number, Heading>();
  let last: readonly number[] = [];
  let inner = 0;
  for (const [index, line] of lines.entries()) {
    const [printed, decimal = ''] = DECIMAL.exec(line) ?? [];
    if (printed === undefined) continue;
    const path = decimal.split('.').map(Number);
    const at = path.findIndex((step, depth) => step !== last[depth]);
    const isNext =
      path[at] === (last[at] ?? 0) + 1 && path.slice(at + 1).every((step) => step === 1);
    const rank = DECIMAL_RANK + path.length / 10;
    const rest = line.slice(printed.length);
    const read = isNext
      ? readHeading(
          { label: printed, rest, rank, number: path.at(-1) ?? 0 },
          lines[index + 1],
          'none',
        )
      : undefined;
    if (read === undefined) continue;
    const section = {
      ...read.section,
      label: null,
      heading: printed + (read.section.heading ?? ''),
    };
    found.set(index, { ...read, section });
    last = path;
    if (path.length > 1) inner++;
  }
  return inner >= LEAST_MARKED ? found : new Map();
}

function isUnnumbered(line: string, next: string | undefined): boolean {
  if (next === undefined || splitLabel(line).label !== null || CAPTION.test(line)) return false;
  const isShort = line.length >= 2 && line.length <= LONGEST_UNNUMBERED;
  const isOpen = /[\p{Script=Han}）”》]$/u.test(line) && !/[。；：！？]/u.test(line);
  const isOverText =
    next.length >= PARAGRAPH || /[。：]$/u.test(next) || readNumeral(next) !== undefined;
  return (
    isShort &&
    !isSigner(line) &&
    isOpen &&
    isOverText &&
    !COUNT.test(line) &&
    lineFurniture(line) === undefined &&
    !/^[一二三四五六七八九十]是/.test(line)
  );
}

/** A signature, its date, or who reads a report to a meeting. */
function isSigner(line: string): boolean {
  return isSpeaker(line) || isDateLine(line) || isOrganisation(line);
}

/** Who reads a report to a meeting, and when: a line under its title. */
function isSpeaker(line: string): boolean {
  return /^(?:[—-]{1,2})?[\p{Script=Han}]{2,30}[局市县区省厅州旗镇乡主部处科所院队](?:长|席|任)(?:、[\p{Script=Han}]{2,12}(?:书记|主任))?[\s\u3000]*[\p{Script=Han}]{1,2}[\s\u3000]*[\p{Script=Han}]{1,2}$|会议上）?$/u.test(
    line,
  );
}

/** Tell whether 一、 stands twice with one of the headings between, or under the first of them. */
function restarts(lines: readonly string[], headings: readonly number[]): boolean {
  const firsts = lines.flatMap((line, index) => {
    const numeral = readNumeral(line);
    return numeral?.rank === HAN_RANK && numeral.number === 1 ? [index] : [];
  });
  return firsts.length > 1 && firsts.every((first) => headings.some((heading) => heading < first));
}
