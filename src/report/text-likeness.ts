import { foldPrinted } from './characters/typography.ts';

const SHINGLE = 5;

/**
 * Measure how alike two texts are: the share of runs of five characters that both have, of all
 * that either has. The same document from two sites has over 0.8; two years of one region far less.
 *
 * @returns 0 to 1
 */
export function textLikeness(a: string, b: string): number {
  const [first, second] = [shingles(a), shingles(b)];
  let both = 0;
  for (const shingle of first) if (second.has(shingle)) both += 1;
  const all = first.size + second.size - both;
  return all === 0 ? 0 : both / all;
}

function shingles(text: string): Set<string> {
  const folded = foldPrinted(text);
  const found = new Set<string>();
  for (let at = 0; at + SHINGLE <= folded.length; at++) found.add(folded.slice(at, at + SHINGLE));
  return found;
}

/**
 * Tell whether a text that is much like one that is held says something else: then it is another
 * version of the document, not another copy.
 *
 * Copies on other sites lose marks and now and then a character, so only other figures tell there.
 * On the same page any other word does. White space, marks and widths never do.
 */
export function isRevision(
  held: string,
  other: string,
  { isSamePage }: { readonly isSamePage: boolean },
): boolean {
  const words = [held, other].map((text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
  if (words[0] === words[1]) return false;
  const [figures, others] = words.map((text) => text.replace(/\P{Nd}/gu, ''));
  return isSamePage || figures !== others;
}

/** Characters of a run: long enough to be nobody's stock phrase alone. */
const RUN = 12;
const BASE = 0x01000193;

/**
 * Hash every run of 12 characters of a text, by one pass over it.
 *
 * @param visit told each hash, of 32 bits, in the order of the text
 */
export function hashRuns(text: string, visit: (hash: number) => void): void {
  let roll = 0;
  let drop = 1;
  for (let at = 0; at < RUN; at++) drop = Math.imul(drop, BASE);
  for (let at = 0; at < text.length; at++) {
    roll = (Math.imul(roll, BASE) + text.charCodeAt(at)) | 0;
    if (at >= RUN) roll = (roll - Math.imul(drop, text.charCodeAt(at - RUN))) | 0;
    if (at >= RUN - 1) visit(scatter(roll));
  }
}

/** Spread a rolling hash over all 32 bits, so that its order says nothing of the text. */
function scatter(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (again ^ (again >>> 16)) >>> 0;
}
