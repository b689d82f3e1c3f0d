import { formatSigned } from '../../src/report/characters/number-text.ts';

/**
 * Write OpenCC's character data as one short string: the pairs in the order of the simplified
 * character, each as two differences (see `simplified-characters.ts`, which reads it).
 * A character that stands for itself is left out, and a pair is followed to its end (薴 → 苧 → 苎),
 * so that folding twice changes nothing more.
 * @param source pairs `traditional simplified …` parted by `|`; the first simplified one is taken
 * @returns the string and the number of pairs in it
 */
export function encodeSimplifiedTable(source: string): { text: string; size: number } {
  const first = new Map<string, string>();
  for (const pair of source.split('|')) {
    const [traditional, simplified] = pair.split(' ');
    if (traditional && simplified && traditional !== simplified) first.set(traditional, simplified);
  }
  const pairs = [...first.keys()].map((traditional) => {
    let simplified = traditional;
    for (const seen = new Set<string>(); !seen.has(simplified); ) {
      seen.add(simplified);
      simplified = first.get(simplified) ?? simplified;
    }
    return [codePoint(simplified), codePoint(traditional)] as const;
  });
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const steps = pairs.flatMap(([simplified, traditional], i) => {
    const [simplifiedBefore, traditionalBefore] = pairs[i - 1] ?? [0, 0];
    return [simplified - simplifiedBefore, traditional - traditionalBefore];
  });
  return { text: formatSigned(steps), size: pairs.length };
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
