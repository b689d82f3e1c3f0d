import type { Note, Section } from '../report.ts';
import { printedHeading } from '../report-body.ts';
import { walkSections } from '../report-lines.ts';

/**
 * List every address inside a report with the words it points at, in printed order.
 *
 * A section's words are its printed heading and its own paragraphs; its subsections have their own
 * addresses, so one change is told once a level, not all the way up. Notes have their own.
 */
export function anchorWords(
  sections: readonly Section[],
  notes: readonly Note[] = [],
): Map<string, string> {
  const words = new Map<string, string>();
  for (const section of walkSections(sections)) {
    const texts = section.paragraphs.map(({ text }) => text);
    words.set(section.id, [printedHeading(section), ...texts].join(''));
    for (const { id, text, points } of section.paragraphs) {
      words.set(id, text);
      for (const point of points) words.set(point.id, text.slice(point.start, point.end));
    }
  }
  for (const { id, text } of notes) words.set(id, text);
  return words;
}

const OFFSET_HIGH = 0xcbf29ce4;
const OFFSET_LOW = 0x84222325;
/** The 64-bit FNV prime is 2^40 + 0x1b3; the first part is a shift. */
const PRIME_LOW = 0x1b3;

/** Leave what makes words the same words: NFKC, and no white space. */
export function foldWords(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/**
 * Hash the folded words an address points at.
 *
 * FNV-1a of 64 bits over the UTF-16 units, low byte first: it tells a slip from a change, for which
 * nobody has a reason to forge a collision, and it needs no platform, so that compile, check and
 * release give the same value anywhere.
 *
 * @returns 16 hexadecimal digits; typography and white space do not change them
 * @example hashWords('一、 总体要求') === hashWords('一、总体要求') // true
 */
export function hashWords(text: string): string {
  const words = foldWords(text);
  let high = OFFSET_HIGH;
  let low = OFFSET_LOW;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    for (const byte of [unit & 0xff, unit >>> 8]) {
      low = (low ^ byte) >>> 0;
      const product = low * PRIME_LOW;
      const carry = Math.floor(product / 0x1_0000_0000);
      high = (Math.imul(high, PRIME_LOW) + carry + (low << 8)) >>> 0;
      low = product >>> 0;
    }
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
