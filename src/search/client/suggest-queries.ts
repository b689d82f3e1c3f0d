import { type CharacterTable, foldWith } from '../../report/characters/fold-with.ts';
import type { Vocabulary } from '../format/vocabulary.ts';
import { parseQuery, type QuerySyntax } from '../text/parse-query.ts';

/** How many queries are suggested at most. */
const MOST = 5;

/**
 * Suggest what a query that finds nothing may have meant: the same query with each mistyped phrase,
 * or one in pinyin, as the archive has it.
 * @param query what was typed
 * @param syntax how to read it
 * @param vocabulary the archive's words
 * @param table the traditional characters, as for the search
 * @returns other queries, the likeliest first
 * @example suggestQueries('鹤壁 行政副议', 'query', vocabulary, table) // ['鹤壁 行政复议']
 */
export function suggestQueries(
  query: string,
  syntax: QuerySyntax,
  vocabulary: Vocabulary,
  table: CharacterTable,
): string[] {
  const spelled = spelledPhrases(query, vocabulary);
  if (spelled.length > 0) return spelled.slice(0, MOST);
  const meant = parseQuery(query, syntax)
    .parts.flatMap(({ phrases }) => phrases)
    .map(({ text: phrase }) => [phrase, meantBy(foldWith(phrase, table), vocabulary)] as const)
    .filter(([, words]) => words.length > 0);
  if (meant.length === 0) return [];
  const queries = Array.from({ length: MOST }, (_, i) =>
    meant.reduce((text, [phrase, words]) => {
      return text.replace(phrase, () => words[Math.min(i, words.length - 1)] ?? phrase);
    }, query),
  );
  return [...new Set(queries)];
}

function meantBy(phrase: string, vocabulary: Vocabulary): string[] {
  const spelled = spelledPhrases(phrase, vocabulary);
  return spelled.length > 0 ? spelled : nearPhrases(phrase, vocabulary).map(({ text }) => text);
}

/** Words of the archive that may have been meant. */
export interface NearPhrase {
  readonly text: string;
  /** How far it is from what was typed: about 1 for a character lacking, surplus or other. */
  readonly cost: number;
}

/** A slip of hearing or of an input method is likelier than one of meaning. */
const SAME_SOUND = 0.45;
const LIKE_SOUND = 0.6;
/** A character lacking; another in its place; one too many, which leaves less of the term. */
const LACKING = 1;
const OTHER = 1.1;
const SURPLUS = 1.2;
/** Of words as near as each other a whole term is likelier than a part of one. */
const PART = 0.15;
const MUCH_FARTHER = 0.5;
const LONGEST_PHRASE = 40;

/**
 * Find what a vocabulary has that is nearly a phrase: terms or parts of them, by characters that
 * lack, are too many or are others, those read alike counting for less.
 * @param phrase a folded phrase
 * @param vocabulary the archive's words
 * @returns the nearest, the nearest first, those alike in the order of the vocabulary; none for
 *   what the vocabulary has, or what is too short or long to tell
 * @example nearPhrases('行政副议', vocabulary)[0] // { text: '行政复议', cost: 0.45 }
 */
export function nearPhrases(phrase: string, { terms, readings }: Vocabulary): NearPhrase[] {
  const typed = Array.from(phrase);
  const limit = farthest(typed.length);
  if (limit === 0 || terms.some((term) => term.includes(phrase))) return [];
  const costs = characterCosts(typed, readings);
  const fewest = typed.length - Math.floor(limit / SAME_SOUND);
  const found = new Map<string, number>();
  for (const term of terms) {
    if (countShared(typed, term) < fewest) continue;
    const { text, cost } = nearestPart(Array.from(term), typed.length, costs);
    const far = text === term ? cost : cost + PART;
    if (cost <= limit && far < (found.get(text) ?? Number.POSITIVE_INFINITY)) found.set(text, far);
  }
  const nearest = Math.min(...found.values());
  return Array.from(found, ([text, cost]) => ({ text, cost }))
    .filter(({ cost }) => cost < nearest + MUCH_FARTHER)
    .sort((a, b) => a.cost - b.cost);
}

function countShared(typed: readonly string[], term: string): number {
  return typed.reduce((count, character) => count + (term.includes(character) ? 1 : 0), 0);
}

/** How far words of so many characters may be from what was typed. */
function farthest(length: number): number {
  if (length < 2 || length > LONGEST_PHRASE) return 0;
  if (length === 2) return LIKE_SOUND;
  return length < 8 ? SURPLUS : 2 * SURPLUS;
}

/** What it costs to take a character for each of those typed, worked out once a character. */
type Costs = (character: string) => readonly number[];

function characterCosts(typed: readonly string[], readings: Vocabulary['readings']): Costs {
  const rows = new Map<string, readonly number[]>();
  return (character) => {
    const known = rows.get(character);
    if (known) return known;
    const read = readings.get(character) ?? [];
    const soft = read.map(soften);
    const row = typed.map((own) => {
      const ownRead = readings.get(own) ?? [];
      if (own === character) return 0;
      if (ownRead.some((one) => read.includes(one))) return SAME_SOUND;
      return ownRead.some((one) => soft.includes(soften(one))) ? LIKE_SOUND : OTHER;
    });
    rows.set(character, row);
    return row;
  };
}

/** The part of a term that is nearest to what was typed: the edit distance, free at both ends. */
function nearestPart(term: readonly string[], length: number, costs: Costs): NearPhrase {
  // By how many characters typed are behind: what it costs up to here, and where the part begins.
  let cost = Array.from({ length: length + 1 }, (_, i) => i * SURPLUS);
  let start = cost.map(() => 0);
  let best = { cost: Number.POSITIVE_INFINITY, start: 0, end: 0 };
  for (const [j, character] of term.entries()) {
    const own = costs(character);
    const nextCost = [0];
    const nextStart = [j + 1];
    for (let i = 1; i <= length; i += 1) {
      const other = (cost[i - 1] ?? 0) + (own[i - 1] ?? OTHER);
      const surplus = (nextCost[i - 1] ?? 0) + SURPLUS;
      const lacking = (cost[i] ?? 0) + LACKING;
      const least = Math.min(other, surplus, lacking);
      nextCost.push(least);
      if (least === other) nextStart.push(start[i - 1] ?? 0);
      else nextStart.push((least === lacking ? start[i] : nextStart[i - 1]) ?? 0);
    }
    [cost, start] = [nextCost, nextStart];
    const now = { cost: cost.at(-1) ?? 0, start: start.at(-1) ?? 0, end: j + 1 };
    if (now.cost < best.cost || (now.cost === best.cost && strangeness(now) < strangeness(best)))
      best = now;
  }
  return { text: term.slice(best.start, best.end).join(''), cost: best.cost };

  function strangeness({ start, end }: { start: number; end: number }): number {
    return Math.abs(end - start - length);
  }
}

const SHORTEST_PINYIN = 4;
const LONGEST_PINYIN = 60;

/**
 * Find what a vocabulary has that is read as the pinyin typed: terms or parts of them.
 * @param letters what was typed
 * @param vocabulary the archive's words
 * @returns words read just so, in the order of the vocabulary; where there are none, words read
 *   nearly so; none for what is no pinyin
 * @example spelledPhrases('xingzhengfuyi', vocabulary) // ['行政复议']
 */
export function spelledPhrases(letters: string, { terms, readings }: Vocabulary): string[] {
  const typed = letters.toLowerCase().replaceAll(/[\s'’]/g, '');
  if (!/^[a-zü]+$/.test(typed) || typed.length < SHORTEST_PINYIN || typed.length > LONGEST_PINYIN)
    return [];
  const exact = partsRead(typed, terms, readings);
  if (exact.length > 0) return exact;
  const softened = new Map(Array.from(readings, ([key, read]) => [key, read.map(soften)]));
  return partsRead(soften(typed), terms, softened);
}

function partsRead(
  typed: string,
  terms: readonly string[],
  readings: Vocabulary['readings'],
): string[] {
  const found = new Set<string>();
  for (const term of terms) {
    const characters = Array.from(term);
    for (const start of characters.keys()) {
      const end = endRead(typed, characters, start, readings);
      if (end - start > 1) found.add(characters.slice(start, end).join(''));
    }
  }
  return [...found];
}

/** Where the characters end that are read as all the letters; -1 where they are not. */
function endRead(
  letters: string,
  characters: readonly string[],
  at: number,
  readings: Vocabulary['readings'],
): number {
  if (letters === '') return at;
  for (const syllable of readings.get(characters[at] ?? '') ?? []) {
    if (!letters.startsWith(syllable)) continue;
    const end = endRead(letters.slice(syllable.length), characters, at + 1, readings);
    if (end >= 0) return end;
  }
  return -1;
}

/**
 * Take from pinyin what many speakers and typists do not tell apart: zh, ch, sh and z, c, s; the
 * ends ng and n; l and n; ü, v and u.
 */
function soften(pinyin: string): string {
  return pinyin
    .replaceAll(/([zcs])h/g, '$1')
    .replaceAll('ng', 'n')
    .replaceAll('l', 'n')
    .replaceAll(/[vü]/g, 'u');
}
