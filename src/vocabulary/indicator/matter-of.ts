import type { Indicators } from './parse-indicators.ts';
import { plainText } from './quantity.ts';
import { scanText } from './scan-text.ts';

/** What a heading speaks of: the matter that it names last. */
export function matterOf(heading: string, { lexicon }: Indicators): string | undefined {
  const named = scanText(plainText(heading), lexicon, 0, heading.length).flatMap((token) =>
    token.kind === 'word' && token.word.matter !== undefined ? [token.word.matter] : [],
  );
  return named.at(-1);
}
