/** Find the longest of many words at a place of a text, in time of that word's length. */
export interface Lexicon<T> {
  /** Whether some word begins with a UTF-16 unit, by that unit. */
  readonly begins: Uint8Array;
  /** @returns the word and its end, or `undefined` where none of the words stands at `at` */
  readonly at: (text: string, at: number) => { readonly word: T; readonly end: number } | undefined;
}

/** More words than a tree of small whole numbers can hold: its keys are `node * UNITS + unit`. */
const UNITS = 4096;

/**
 * Make a lexicon of words and what each of them stands for.
 *
 * It is a tree of numbered nodes in one hash table of numbers: a tree of maps took thrice the time.
 */
export function makeLexicon<T>(words: Iterable<readonly [string, T]>): Lexicon<T> {
  const all = [...words];
  const begins = new Uint8Array(0x1_0000);
  // The units that words are made of, numbered from 1.
  const units = new Uint16Array(0x1_0000);
  let unitCount = 0;
  let length = 0;
  for (const [text] of all) {
    begins[text.charCodeAt(0)] = 1;
    length += text.length;
    for (let i = 0; i < text.length; i += 1)
      if (units[text.charCodeAt(i)] === 0) units[text.charCodeAt(i)] = unitCount += 1;
  }
  if (unitCount >= UNITS) throw new Error('the words are made of too many characters');
  const next = makeTable(length);
  const ends: (T | undefined)[] = [undefined];
  for (const [text, word] of all) {
    let node = 0;
    for (let i = 0; i < text.length; i += 1) {
      const key = node * UNITS + (units[text.charCodeAt(i)] ?? 0);
      node = next.get(key) || next.put(key, ends.push(undefined) - 1);
    }
    ends[node] = word;
  }
  return {
    begins,
    at: (text, at) => {
      let node = 0;
      let end = at;
      let word: T | undefined;
      for (let i = at; i < text.length; i += 1) {
        const unit = units[text.charCodeAt(i)] ?? 0;
        if (unit === 0) break;
        node = next.get(node * UNITS + unit);
        if (node === 0) break;
        if (ends[node] === undefined) continue;
        word = ends[node];
        end = i + 1;
      }
      return word === undefined ? undefined : { word, end };
    },
  };
}

interface Table {
  /** @returns 0 where the key is not in it */
  readonly get: (key: number) => number;
  readonly put: (key: number, value: number) => number;
}

/** Make a hash table of positive numbers by positive numbers, at most half full. */
function makeTable(most: number): Table {
  const mask = 2 ** Math.ceil(Math.log2(2 * most + 2)) - 1;
  const keys = new Int32Array(mask + 1);
  const values = new Int32Array(mask + 1);
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e37_79b1) >>> 8;
    for (slot &= mask; keys[slot] !== 0 && keys[slot] !== key; ) slot = (slot + 1) & mask;
    return slot;
  };
  return {
    get: (key) => values[slotOf(key)] ?? 0,
    put: (key, value) => {
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = value;
      return value;
    },
  };
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
