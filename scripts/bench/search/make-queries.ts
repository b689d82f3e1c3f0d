import { fold } from '../../../src/archive/query/fold.ts';
import type { SearchRecord } from '../../../src/archive/query/search-record.ts';

/** What to search for, and what kind of phrase it is. */
export interface BenchQuery {
  readonly kind: string;
  readonly text: string;
}

const RANDOM = 2000;
const EACH = 16;

/**
 * Cut phrases from the texts: 2,000 anywhere, of 1 to 12 characters, and about 200 chosen ones of
 * thirteen kinds; the same ones each time.
 * @param records the reports
 * @returns the phrases
 */
export function makeQueries(records: readonly SearchRecord[]): BenchQuery[] {
  const next = randomNumbers(20171208);
  const pick = <T>(items: readonly T[]): T | undefined => items[next() % items.length];
  const cut = (length: number, isWanted: (phrase: string) => boolean = () => true): string => {
    for (let tries = 0; tries < 20_000; tries += 1) {
      const characters = Array.from(pick(pick(records)?.lines ?? [])?.text ?? '');
      if (characters.length < length) continue;
      const start = next() % (characters.length - length + 1);
      const phrase = characters.slice(start, start + length).join('');
      if (phrase.trim() !== '' && isWanted(phrase)) return phrase;
    }
    return cut(Math.max(1, length - 1));
  };
  const han = /^\p{Script=Han}+$/u;
  const kinds: Record<string, () => string> = {
    'one character': () => cut(1, (phrase) => han.test(phrase)),
    'two characters': () => cut(2, (phrase) => han.test(phrase)),
    'four characters': () => cut(4, (phrase) => han.test(phrase)),
    'eight characters': () => cut(8, (phrase) => han.test(phrase)),
    'over a comma': () => cut(6, (phrase) => /^\p{Script=Han}+，\p{Script=Han}+$/u.test(phrase)),
    'over a full stop': () => cut(5, (phrase) => /\p{Script=Han}。\p{Script=Han}/u.test(phrase)),
    'with brackets': () => cut(7, (phrase) => /[（(《〔]/u.test(phrase)),
    'with digits': () => cut(5, (phrase) => /\d/.test(phrase)),
    'punctuation alone': () => cut(2, (phrase) => /^\p{P}+$/u.test(phrase)),
    'twenty characters': () => cut(20),
    'forty characters': () => cut(40),
    'half width for full': () => fold(cut(6, (phrase) => fold(phrase) !== phrase)),
    'not in any text': () => Array.from(cut(9)).reverse().join(''),
  };
  const random = Array.from({ length: RANDOM }, () => ({
    kind: 'random',
    text: cut(1 + (next() % 12)),
  }));
  const chosen = Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: EACH }, () => ({ kind, text: make() })),
  );
  return [...random, ...chosen];
}

/** Whole numbers in an order that looks like chance and is always the same (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
