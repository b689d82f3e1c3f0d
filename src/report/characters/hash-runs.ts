/** Characters of a run: long enough to be nobody's stock phrase alone. */
const RUN = 12;
const BASE = 0x01000193;

/**
 * Hashes every run of 12 characters of a text, by one pass over it.
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

/** Spreads a rolling hash over all 32 bits, so that its order says nothing of the text. */
function scatter(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (again ^ (again >>> 16)) >>> 0;
}
