import { legible } from '../../report/characters/legible.ts';
import { type Numeral, readNumeral } from '../../report/printed-numeral.ts';
import { type BodyParagraph, paragraphText, type ReportBody } from '../../report/report-body.ts';
import {
  findDecimalHeadings,
  findUnnumberedHeadings,
  type OpenSection,
  readHeading,
  type Sibling,
} from './headings.ts';

/** What is known of the document that its lines alone do not say. */
export interface OutlineOptions {
  /** The report year: a paragraph on the next one is a plan. */
  readonly year?: number | undefined;
  /** The lines that the markup of a page makes headings, and how deep each is. */
  readonly levels?: ReadonlyMap<string, number> | undefined;
}

/** As deep as the headings of a report file go, and below that of an attachment. */
const DEEPEST = 5;

/**
 * Find the sections of a report in its printed lines, and the closing parts after them.
 *
 * @param lines the body's lines in the archive's typography, without empty ones, and its tables
 */
export function outline(lines: readonly BodyParagraph[], options: OutlineOptions = {}): ReportBody {
  const { opening, sections } = findSections(lines, DEEPEST, options.levels);
  return { opening, ...findClosingParts(sections, options) };
}

/**
 * Find what stands in an attachment: its lines before the first heading, and its sections.
 *
 * @param lines those below its own heading
 */
export function outlineAttachment(
  lines: readonly BodyParagraph[],
): Pick<OpenSection, 'paragraphs' | 'sections'> {
  const { opening, sections } = findSections(lines, DEEPEST - 1);
  return { paragraphs: opening, sections };
}

/**
 * Find sections by their headings.
 *
 * Depth follows the document, not the numeral: a kind of numeral seen above takes its level again,
 * a new one goes one level below the section it stands in. So items `38.` right under 三 are one
 * level below it, though elsewhere （一） stands between. Numbers may run on, leave gaps or repeat.
 */
function findSections(
  blocks: readonly BodyParagraph[],
  deepest: number,
  levels?: OutlineOptions['levels'],
): { readonly opening: BodyParagraph[]; readonly sections: OpenSection[] } {
  const opening: BodyParagraph[] = [];
  const sections: OpenSection[] = [];
  const open: { rank: number; number: number; section: OpenSection }[] = [];
  // A line over a table says what is in it, and is no heading.
  const lines = blocks.map((block) => (typeof block === 'string' ? block : ''));
  const unnumbered = findUnnumberedHeadings(lines, levels);
  const decimal = findDecimalHeadings(lines);
  const refused = new Map<number, number>();
  const rows = headedRows(lines);
  const inner = innerRows(lines);

  const siblingOf = ({ rank, number }: Numeral, index: number): Sibling => {
    if (rows.has(index)) return 'heading';
    if (refused.get(rank) === number - 1) return 'text';
    const before = open.find((one) => one.rank === rank);
    return before !== undefined && number > before.number ? 'heading' : 'none';
  };

  for (const [index, line] of blocks.entries()) {
    if (typeof line !== 'string') {
      (open.at(-1)?.section.paragraphs ?? opening).push(line);
      continue;
    }
    const next = blocks[index + 1];
    const numeral = readNumeral(line);
    const read =
      decimal.get(index) ??
      (numeral === undefined
        ? unnumbered.get(index)
        : readHeading(numeral, next && paragraphText(next), siblingOf(numeral, index)));
    const found = read && inner.has(index) ? { ...read, rank: read.rank + HALF } : read;
    while (found !== undefined && (open.at(-1)?.rank ?? -1) >= found.rank) open.pop();
    if (found === undefined || open.length === deepest) {
      if (numeral !== undefined) refused.set(numeral.rank, numeral.number);
      (open.at(-1)?.section.paragraphs ?? opening).push(line);
      continue;
    }
    const { rank, number, section } = found;
    for (const lower of refused.keys()) if (lower > rank) refused.delete(lower);
    (open.at(-1)?.section.sections ?? sections).push(section);
    open.push({ rank, number, section });
  }
  return { opening, sections };
}

/** An inner row of a kind of numeral stands between that kind and the next. */
const HALF = 0.5;
/** So many in a row are no slip. */
const LEAST_INNER = 2;

/**
 * List the lines of rows within a row of the same numerals: 一、 right under 一、, then 二、 and 三、,
 * until 二、 goes on with the outer row.
 *
 * @returns indices of `lines`
 */
function innerRows(lines: readonly string[]): ReadonlySet<number> {
  const inner = new Set<number>();
  const numerals = lines.map(readNumeral);
  for (const [at, numeral] of numerals.entries()) {
    const outer = numerals[at - 1];
    if (numeral?.number !== 1 || outer?.rank !== numeral.rank) continue;
    if (inner.has(at - 1) || outer.rest === numeral.rest) continue;
    const row = [at];
    for (let below = at + 1; below < lines.length; below++) {
      const next = numerals[below];
      if (next === undefined || next.rank > numeral.rank) continue;
      if (next.rank === numeral.rank && next.number === row.length + 1) row.push(below);
      else {
        const isOuter = next.rank === numeral.rank && next.number === outer.number + 1;
        if (isOuter && row.length >= LEAST_INNER) for (const index of row) inner.add(index);
        break;
      }
    }
  }
  return inner;
}

/** A row of items is one of headings where more than this share of them read as headings alone. */
const HEADED_SHARE = 0.5;

/**
 * List the lines whose numerals stand in a row of headings: one long heading among others, or one
 * that ends oddly, is a heading as they are.
 *
 * A row counts on under one heading; a numeral of a higher kind ends it.
 *
 * @returns indices of `lines`
 */
function headedRows(lines: readonly string[]): ReadonlySet<number> {
  const rows: { rank: number; last: number; items: { index: number; isHeading: boolean }[] }[] = [];
  const done: (typeof rows)[number][] = [];
  for (const [index, line] of lines.entries()) {
    const numeral = readNumeral(line);
    if (numeral === undefined) continue;
    const { rank, number } = numeral;
    while ((rows.at(-1)?.rank ?? -1) > rank) done.push(...rows.splice(-1));
    const row = rows.at(-1);
    const isHeading = readHeading(numeral, lines[index + 1], 'none') !== undefined;
    if (row?.rank === rank && number === row.last + 1) {
      row.last = number;
      row.items.push({ index, isHeading });
      continue;
    }
    if (row?.rank === rank) done.push(...rows.splice(-1));
    rows.push({ rank, last: number, items: [{ index, isHeading }] });
  }
  return new Set(
    [...done, ...rows].flatMap(({ items }) => {
      const headed = items.filter(({ isHeading }) => isHeading).length;
      return headed > items.length * HEADED_SHARE ? items.map(({ index }) => index) : [];
    }),
  );
}

const SHORT_OF =
  /(?:还|仍|尚|也|依然|又)(?:然|需|旧)?(?:存在|有|面临).{0,30}?(?:不足|差距|问题|薄弱|短板|困难|弱项)|(?:不足之处|薄弱环节|主要问题)/u;
const AHEAD =
  /^(?:在)?(?:下一步|下步|今后|接下来|下一阶段|新的一年|明年)|(?:今后的工作|下一步).{0,12}(?:将|要)/u;
const FORMULA = /^(?:特此|专此|以上)(?:报告|汇报|函告|报告如上)/u;
const HEADED = /问题|不足|差距|短板|打算|计划|安排|思路|展望|下一步|下步|今后/u;
/** How much of a paragraph is read to tell what it is about. */
const HEAD = 160;
const MIN_SIBLINGS = 3;

type Cue = 'problems' | 'plans' | 'formula';

/**
 * Take the unheaded parts at the end of a report (problems, plans, closing words) off its last
 * section, where they only seem to stand.
 *
 * They begin at a paragraph that says so; or, where each other run-in section is one paragraph, at
 * the second of the last one.
 */
export function findClosingParts(
  sections: readonly OpenSection[],
  { year }: OutlineOptions,
): Pick<ReportBody, 'sections' | 'closing'> {
  const branch = lastBranch(sections);
  const last = branch.at(-1);
  if (last === undefined) return { sections, closing: [] };
  const isHeaded = branch.some(({ heading }) => HEADED.test(legible(heading)));
  const cues = last.paragraphs.map((one) => (typeof one === 'string' ? readCues(one, year) : []));
  const first = cues.findIndex(
    (found, index) => index > 0 && found.some((cue) => cue === 'formula' || !isHeaded),
  );
  const isOver = !isHeaded && isSecondParagraphOver(sections, last);
  const start = first > 0 && !isOver ? first : isOver ? 1 : last.paragraphs.length;
  return { sections, closing: group(last.paragraphs.splice(start), cues.slice(start)) };
}

function lastBranch(sections: readonly OpenSection[]): OpenSection[] {
  const last = sections.at(-1);
  return last === undefined ? [] : [last, ...lastBranch(last.sections)];
}

function readCues(printed: string, year: number | undefined): Cue[] {
  const text = legible(printed);
  const head = text.slice(0, HEAD);
  const own = /^(?:在)?(20\d\d)年/.exec(text)?.[1];
  const isNextYear = own !== undefined && year !== undefined && Number(own) > year;
  return [
    ...(SHORT_OF.test(head) ? (['problems'] as const) : []),
    ...(isNextYear || AHEAD.test(text) ? (['plans'] as const) : []),
    ...(FORMULA.test(text) ? (['formula'] as const) : []),
  ];
}

/** Tell whether the last section alone has a second paragraph that is not a list going on. */
function isSecondParagraphOver(sections: readonly OpenSection[], last: OpenSection): boolean {
  const others = leaves(sections).filter((one) => one !== last);
  const isRow =
    last.style === 'run-in' &&
    others.length >= MIN_SIBLINGS &&
    others.every(
      ({ style, paragraphs }) =>
        (style === 'run-in' && ownParagraphs(paragraphs) === 1) || style === 'own-line',
    );
  return isRow && ownParagraphs(last.paragraphs) > 1;
}

function leaves(sections: readonly OpenSection[]): OpenSection[] {
  return sections.flatMap((one) => (one.sections.length === 0 ? [one] : leaves(one.sections)));
}

/** Count paragraphs, those that go on with 二是 as one with the one before, tables not. */
function ownParagraphs(paragraphs: readonly BodyParagraph[]): number {
  return paragraphs.filter(
    (one) => typeof one === 'string' && !/^[二三四五六七八九十]+是/.test(one),
  ).length;
}

function group(paragraphs: readonly BodyParagraph[], cues: readonly Cue[][]): BodyParagraph[][] {
  const parts: { paragraphs: BodyParagraph[]; cues: Cue[] }[] = [];
  for (const [index, text] of paragraphs.entries()) {
    const own = cues[index] ?? [];
    const part = parts.at(-1);
    if (part === undefined || (own.length > 0 && own.every((cue) => !part.cues.includes(cue))))
      parts.push({ paragraphs: [text], cues: own });
    else {
      part.paragraphs.push(text);
      part.cues.push(...own);
    }
  }
  return parts.map((part) => part.paragraphs);
}
