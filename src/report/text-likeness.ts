import { foldPrinted } from './characters/fold-printed.ts';

const SHINGLE = 5;

/**
 * Measures how alike two texts are: the share of runs of five characters that both have, of all
 * that either has. The same document from two sites has over 0.8; two years of one place far less.
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
