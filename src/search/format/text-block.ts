import { foldWith, foldWithOffsets, NO_CHARACTERS } from '../../report/characters/fold-with.ts';
import { formatNumbers, parseNumbers } from '../../report/characters/number-text.ts';
import { countCharacters } from '../text/pair-tokens.ts';
import type { SearchLine } from '../text/search-record.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { SearchFormatError } from './sealed-file.ts';
import { formatSectionTable, parseSectionTable, type SectionSpan } from './section-table.ts';

/**
 * A stretch of a report's lines, small enough to be fetched for one sentence. Blocks overlap, so
 * that the sentence around a match is in the block the match begins in.
 */
export type TextBlock = readonly BlockLine[];

/** A line of a block, or as much of one as the block has. */
export interface BlockLine {
  /** The position of its first character in the report's folded lines joined by line ends. */
  readonly at: number;
  readonly text: string;
  readonly section: string | null;
  /** The section's label and heading. */
  readonly heading: string | null;
  readonly paragraph: string | null;
  /** Where the paragraph's own text begins, UTF-16 units of `text`; 0 also where that lies before. */
  readonly body: number;
}

/** How many positions a block begins for: what ten results cost is measured in docs/adr/0021. */
export const BLOCK_SIZE = 4096;

/** The number of the block a position is read from. */
export function blockOf(position: number): number {
  return Math.floor(position / BLOCK_SIZE);
}

/** What the catalogue and the section table say of a report. */
export interface Described {
  readonly entry: CatalogueEntry;
  readonly sections: readonly SectionSpan[];
}

/** How a block is written: columns, since like things beside each other press well. */
type Columns = readonly [
  at: string,
  body: string,
  paragraphs: string,
  /** How many lines, the section's id and its heading. */
  sections: readonly (readonly [number, string | null, string | null])[],
  texts: string,
  about: About | undefined,
];

/** A report and its sections, without the names of what is always there. */
type About = readonly [
  entry: readonly [
    ...(readonly [report: string, url: string, title: string, issuer: string, date: string | null]),
    ...(readonly [path: CatalogueEntry['region']['path'], year: number, kind: string]),
    ...(readonly [state: string, length: number]),
  ],
  sections: string,
];

/**
 * Write a block as JSON in UTF-16, the low byte first: of a text this short gzip makes a tenth less
 * of two bytes a character than of UTF-8's three.
 * @param block the block
 * @param about for the first one the report: where few are found, their texts are all that is read
 */
export function formatBlock(block: TextBlock, about?: Described): Uint8Array {
  const sections: [number, string | null, string | null][] = [];
  for (const { section, heading } of block) {
    const last = sections.at(-1);
    if (last && last[1] === section && last[2] === heading) last[0] += 1;
    else sections.push([1, section, heading]);
  }
  const columns: Columns = [
    formatNumbers(block.map(({ at }, i) => at - (block[i - 1]?.at ?? 0))),
    formatNumbers(block.map(({ body }) => body)),
    block.map(({ paragraph }) => paragraph ?? '').join(' '),
    sections,
    block.map(({ text }) => text).join('\n'),
    about && formatAbout(about),
  ];
  // Left out at the end, not null.
  const json = JSON.stringify(about ? columns : columns.slice(0, -1));
  const units = new DataView(new ArrayBuffer(json.length * 2));
  for (let i = 0; i < json.length; i += 1) units.setUint16(i * 2, json.charCodeAt(i), true);
  return new Uint8Array(units.buffer);
}

function formatAbout({ entry, sections }: Described): About {
  const { report, url, title, issuer, date, region, year, kind, state, length } = entry;
  return [
    [report, url, title, issuer, date, region.path, year, kind, state, length],
    formatSectionTable([sections]),
  ];
}

/** Read what the first block of a report says of it. */
export function parseAbout(bytes: Uint8Array): Described {
  const [, , , , , about] = parseColumns(bytes);
  if (!about) throw new SearchFormatError('Unexpected text that does not say what report it is of');
  const [[report, url, title, issuer, date, path, year, kind, state, length], sections] = about;
  const { code, name } = path.at(-1) ?? { code: '', name: '' };
  const region = { code, name, path };
  return {
    entry: { report, url, title, issuer, date, region, year, kind, state, length },
    sections: parseSectionTable(sections)(0),
  };
}

function parseColumns(bytes: Uint8Array): Columns {
  return JSON.parse(new TextDecoder('utf-16le').decode(bytes)) as Columns;
}

/** Read a block written by `formatBlock`. */
export function parseBlock(bytes: Uint8Array): TextBlock {
  const columns = parseColumns(bytes);
  const steps = parseNumbers(columns[0]);
  const bodies = parseNumbers(columns[1]);
  const paragraphs = columns[2].split(' ');
  const headings = columns[3].flatMap((section) =>
    Array.from({ length: section[0] }, () => section),
  );
  const texts = columns[4].split('\n');
  let at = 0;
  return steps.map((step, i) => {
    at += step;
    const [, section = null, heading = null] = headings[i] ?? [];
    const [text = '', body = 0] = [texts[i], bodies[i]];
    return { at, text, section, heading, paragraph: paragraphs[i] || null, body };
  });
}

/** What `cutExcerpt` may take before a match and after its start; only a longer match is cut. */
const BEFORE = 90;
const AFTER = 260;
/** A block has at least so many characters from any of its positions on, as far as the text goes. */
export const LONGEST_IN_BLOCK = 250;

/**
 * Cut a report's searched lines into blocks, in order.
 *
 * @param texts the lines folded, where that is done already; scripts change no lengths
 */
export function cutBlocks(
  lines: readonly SearchLine[],
  texts: readonly string[] = lines.map(({ text }) => foldWith(text, NO_CHARACTERS)),
): TextBlock[] {
  let length = 0;
  const folded = lines.map((line, at): FoldedLine => {
    const start = length;
    length += countCharacters(texts[at] ?? '') + 1;
    return { line, start, end: length };
  });
  return Array.from({ length: Math.max(1, Math.ceil(length / BLOCK_SIZE)) }, (_, block) => {
    const from = block * BLOCK_SIZE - BEFORE;
    const to = (block + 1) * BLOCK_SIZE + AFTER;
    const within = folded.filter(({ start, end }) => start < to && end > from);
    return within.map((line) => cutLine(line, from, to));
  });
}

interface FoldedLine {
  readonly line: SearchLine;
  readonly start: number;
  /** The position after its line end. */
  readonly end: number;
}

/** A character that folds to something stands at the head of nearly every line. */
const PRINTED_HEAD = /^[!-~\u3001\u3002\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e]/;

/** Keep of a line what lies between two positions, whole characters. */
function cutLine({ line, start, end }: FoldedLine, from: number, to: number): BlockLine {
  if (from <= start && end - 1 <= to && PRINTED_HEAD.test(line.text))
    return blockLine(line, start, line.text, 0);
  // For each folded character where it came from, UTF-16 units.
  const { starts } = foldWithOffsets(line.text, NO_CHARACTERS);
  let first = Math.max(0, from - start);
  while (first > 0 && starts[first] === starts[first - 1]) first -= 1;
  let last = Math.min(starts.length, to - start);
  while (last < starts.length && starts[last] === starts[last - 1]) last += 1;
  const textStart = starts[first] ?? 0;
  const text = line.text.slice(textStart, starts[last] ?? line.text.length);
  return blockLine(line, start + first, text, textStart);
}

function blockLine(line: SearchLine, at: number, text: string, textStart: number): BlockLine {
  return {
    at,
    text,
    section: line.section,
    heading: line.sectionHeading,
    paragraph: line.paragraph,
    body: Math.max(0, line.paragraphStart - textStart),
  };
}
