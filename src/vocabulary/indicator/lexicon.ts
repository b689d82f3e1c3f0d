/** Find the longest of many words at a place of a text, in time of that word's length. */
export interface Lexicon<T> {
  /** Tell by two units whether a word may stand at a place: mostly none does. */
  readonly mayBegin: (text: string, at: number) => boolean;
  /** @returns the word and its end, or `undefined` where none of the words stands at `at` */
  readonly at: (text: string, at: number) => { readonly word: T; readonly end: number } | undefined;
}

/** More characters than words are made of: the keys of the tree are `node * UNITS + unit`. */
const UNITS = 4096;

/**
 * Make a lexicon of words and what each of them stands for.
 *
 * It is a tree of numbered nodes in one hash table of numbers, small enough to stay near the
 * processor: a tree of maps took thrice the time. A word's first character leads to the node of the
 * character's own number.
 */
export function makeLexicon<T>(words: Iterable<readonly [string, T]>): Lexicon<T> {
  const all = [...words];
  // Words of one unit by that unit, others by a number made of their first two.
  const alone = new Uint8Array(0x1_0000);
  const pairs = new Uint8Array(0x1_0000);
  // The units that words are made of, numbered from 1.
  const units = new Uint16Array(0x1_0000);
  let unitCount = 0;
  for (const [text] of all) {
    if (text.length === 1) alone[text.charCodeAt(0)] = 1;
    else pairs[pairOf(text.charCodeAt(0), text.charCodeAt(1))] = 1;
    for (let i = 0; i < text.length; i += 1)
      if (units[text.charCodeAt(i)] === 0) units[text.charCodeAt(i)] = unitCount += 1;
  }
  if (unitCount >= UNITS) throw new Error('the words are made of too many characters');
  const branches = new Map<number, number>();
  const ends: (T | undefined)[] = Array.from({ length: unitCount + 1 }, () => undefined);
  for (const [text, word] of all) {
    let node = units[text.charCodeAt(0)] ?? 0;
    for (let i = 1; i < text.length; i += 1) {
      const key = node * UNITS + (units[text.charCodeAt(i)] ?? 0);
      const next = branches.get(key) ?? ends.push(undefined) - 1;
      branches.set(key, next);
      node = next;
    }
    ends[node] = word;
  }
  const nextOf = makeTable(branches);
  return {
    mayBegin: (text, at) => {
      const first = text.charCodeAt(at);
      return alone[first] === 1 || pairs[pairOf(first, text.charCodeAt(at + 1))] === 1;
    },
    at: (text, at) => {
      let node = units[text.charCodeAt(at)] ?? 0;
      let end = at + 1;
      let word = ends[node];
      for (let i = at + 1; i < text.length; i += 1) {
        const unit = units[text.charCodeAt(i)] ?? 0;
        if (unit === 0) break;
        node = nextOf(node * UNITS + unit);
        if (node === 0) break;
        const longer = ends[node];
        if (longer === undefined) continue;
        word = longer;
        end = i + 1;
      }
      return word === undefined ? undefined : { word, end };
    },
  };
}

const pairOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e37) ^ second) & 0xffff;

/**
 * Make a hash table of positive numbers by positive numbers, at most half full, a key beside its
 * value.
 *
 * @returns what gives 0 for a key that is not in it
 */
function makeTable(entries: ReadonlyMap<number, number>): (key: number) => number {
  const mask = 2 ** Math.ceil(Math.log2(2 * entries.size + 2)) - 1;
  const table = new Int32Array(2 * (mask + 1));
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e37_79b1) >>> 8) & mask;
    while (table[2 * slot] !== 0 && table[2 * slot] !== key) slot = (slot + 1) & mask;
    return 2 * slot;
  };
  for (const [key, value] of entries) {
    const slot = slotOf(key);
    table[slot] = key;
    table[slot + 1] = value;
  }
  return (key) => table[slotOf(key) + 1] ?? 0;
}

/** Longer lists of words are a slip of the pen. */
const MOST_WORDS = 1500;

/**
 * Write out the words that one entry of the vocabulary stands for: from `(行政)复议[案件|申请]` come
 * 复议案件, 复议申请, 行政复议案件 and 行政复议申请.
 *
 * @param entry `(行政)复议[案件|申请]`: what is in round brackets may be missing, of what is in
 *   square brackets one stands there
 * @throws Error where brackets do not close or the entry stands for too many words
 */
export function expandWords(entry: string): string[] {
  let words = [''];
  let rest = entry;
  while (rest !== '') {
    const part = /^(?:\(([^()[\]]*)\)|\[([^()[\]]*)\]|([^()[\]]+))/.exec(rest);
    if (part === null) throw new Error(`the brackets of \`${entry}\` do not match`);
    const [whole, optional, choice, plain] = part;
    const ends =
      optional === undefined ? (choice?.split('|') ?? [plain ?? '']) : ['', ...optional.split('|')];
    words = words.flatMap((word) => ends.map((end) => word + end));
    if (words.length > MOST_WORDS) throw new Error(`\`${entry}\` stands for too many words`);
    rest = rest.slice(whole.length);
  }
  return words.filter((word) => word !== '');
}
