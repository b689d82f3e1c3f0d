import { formatNumbers, parseNumbers } from '../../report/characters/number-text.ts';

/**
 * A stretch of a report's lines, small enough to be fetched for one sentence. Blocks overlap, so
 * that the sentence around a match is in the block the match begins in.
 */
export type TextBlock = readonly BlockLine[];

/** A line of a block, or as much of one as the block has. */
export interface BlockLine {
  /** The place of its first character in the report's folded lines joined by line ends. */
  readonly at: number;
  readonly text: string;
  readonly section: string | null;
  /** The section's label and heading. */
  readonly heading: string | null;
  readonly paragraph: string | null;
  /** Where the paragraph's own text begins, UTF-16 units of `text`; 0 also where that lies before. */
  readonly body: number;
}

/** How many places a block begins for: what ten results cost is measured in docs/adr/0014. */
export const BLOCK_SIZE = 1792;

/** The number of the block a place is read from. */
export function blockOf(place: number): number {
  return Math.floor(place / BLOCK_SIZE);
}

/** How a block is written: columns, since like things beside each other press well. */
type Columns = readonly [
  at: string,
  body: string,
  paragraphs: string,
  /** How many lines, the section's id and its heading. */
  sections: readonly (readonly [number, string | null, string | null])[],
  texts: string,
];

/**
 * Write a block. Two bytes a character: of a text this short gzip makes a tenth less of them than
 * of UTF-8's three.
 * @param block the block
 * @returns JSON in UTF-16, the low byte first
 */
export function formatBlock(block: TextBlock): Uint8Array {
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
  ];
  const json = JSON.stringify(columns);
  const units = new DataView(new ArrayBuffer(json.length * 2));
  for (let i = 0; i < json.length; i += 1) units.setUint16(i * 2, json.charCodeAt(i), true);
  return new Uint8Array(units.buffer);
}

/**
 * Read a block.
 * @param bytes what `formatBlock` wrote
 * @returns the block
 */
export function parseBlock(bytes: Uint8Array): TextBlock {
  const columns = JSON.parse(new TextDecoder('utf-16le').decode(bytes)) as Columns;
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
