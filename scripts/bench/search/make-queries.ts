import { fold } from '../../../src/report/characters/fold.ts';
import type { SearchRecord } from '../../../src/search/text/search-record.ts';
import { seededRandom } from '../ingest/random.ts';

/** What to search for, and what kind of phrase it is. */
export interface BenchQuery {
  readonly kind: string;
  readonly text: string;
}

const RANDOM = 2000;
const EACH = 16;
/** Phrases of each kind for searches on a slow network. */
const SLOW = 6;

/**
 * Cut phrases from the texts: 2,000 anywhere, of 1 to 12 characters, and about 200 chosen ones of
 * thirteen kinds; the same ones each time.
 * @param records the reports
 * @returns the phrases
 */
export function makeQueries(records: readonly SearchRecord[]): BenchQuery[] {
  const random = seededRandom(20171208);
  const cut = cutter(records, random);
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
  const anywhere = Array.from({ length: RANDOM }, () => ({
    kind: 'random',
    text: cut(random.int(1, 12)),
  }));
  const chosen = Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: EACH }, () => ({ kind, text: make() })),
  );
  return [...anywhere, ...chosen];
}

const han = /^\p{Script=Han}+$/u;

/** Cuts a phrase of so many characters anywhere; a shorter one where none is as wanted. */
function cutter(records: readonly SearchRecord[], random: ReturnType<typeof seededRandom>) {
  return function cut(length: number, isWanted: (phrase: string) => boolean = () => true): string {
    for (let tries = 0; tries < 20_000; tries += 1) {
      const characters = Array.from(random.pick(random.pick(records).lines).text);
      if (characters.length < length) continue;
      const start = random.int(0, characters.length - length);
      const phrase = characters.slice(start, start + length).join('');
      if (phrase.trim() !== '' && isWanted(phrase)) return phrase;
    }
    return cut(Math.max(1, length - 1));
  };
}

/**
 * Cut phrases of the kinds that a search takes different ways for: those that very many reports
 * have, those of the newest year alone or of other years alone, and those of none.
 * @param records the reports
 * @returns as many phrases of each kind; of one year there is nothing that others have or lack
 */
export function makeSlowQueries(records: readonly SearchRecord[]): BenchQuery[] {
  const random = seededRandom(20190401);
  const newest = Math.max(...records.map(({ year }) => year));
  const [own = [], others = []] = [true, false].map((isNewest) =>
    records.filter(({ year }) => (year === newest) === isNewest),
  );
  const textOf = (some: readonly SearchRecord[]) =>
    some.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
  const [ofNewest, ofOthers] = [textOf(own), textOf(others)];
  const isIn = (text: string) => (phrase: string) => han.test(phrase) && text.includes(phrase);
  const isNotIn = (text: string) => (phrase: string) => han.test(phrase) && !text.includes(phrase);
  const reversed = () => Array.from(cutter(records, random)(6)).reverse().join('');
  const absent = (): string => {
    const phrase = reversed();
    return isNotIn(ofNewest)(phrase) && isNotIn(ofOthers)(phrase) ? phrase : absent();
  };
  const isOfOne = others.length === 0;
  const kinds: Record<string, (i: number) => string> = {
    // What a phrase cut anywhere is, most reports have, where it is as short as this.
    common: (i) => cutter(isOfOne ? own : others, random)(i % 2 === 0 ? 2 : 4, isIn(ofNewest)),
    ...(!isOfOne && {
      'in one volume': (i: number) =>
        i % 2 === 0
          ? cutter(others, random)(5, isNotIn(ofNewest))
          : cutter(own, random)(5, isNotIn(ofOthers)),
    }),
    'in none': absent,
  };
  return Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: SLOW }, (_, i) => ({ kind, text: make(i) })),
  );
}

/** What nearly every report of a government has. */
const USUAL_WORDS = ['行政复议', '行政执法', '法治政府', '规范性文件'];
const NEARLY_ALL = 0.9;
const PLACES = 4;

/**
 * Give what readers look for where every report is full of the usual words: these, and places with
 * their year; nothing where reports are of another sort.
 * @param records the reports
 */
export function makeUsualQueries(records: readonly SearchRecord[]): BenchQuery[] {
  const has = (word: string) =>
    records.filter(({ lines }) => lines.some(({ text }) => text.includes(word)));
  const words = USUAL_WORDS.filter((word) => has(word).length > NEARLY_ALL * records.length);
  const places = words.length === 0 ? [] : takeEvery(records, PLACES);
  return [
    ...words.map((text) => ({ kind: 'in nearly all', text })),
    ...places.map(({ region, year }) => ({
      kind: 'place and year',
      text: `${region.name} ${year}`,
    })),
  ];
}

/**
 * Take about so many, evenly from the first to the last.
 * @param items any items
 * @param count how many; all where there are fewer
 */
export function takeEvery<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  const numbers = Array.from({ length: Math.min(count, items.length) }, (_, i) => i);
  return numbers.flatMap((i) => items.slice(Math.floor(i * step), Math.floor(i * step) + 1));
}
