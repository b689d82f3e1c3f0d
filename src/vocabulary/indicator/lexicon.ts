/** A node of the tree of words: what may follow, and the word that ends here. */
interface Node<T> {
  readonly next: Map<number, Node<T>>;
  word: T | undefined;
}

/** Find the longest of many words at a place of a text, in time of that word's length. */
export interface Lexicon<T> {
  /** Whether some word begins with a UTF-16 unit, by that unit. */
  readonly begins: Uint8Array;
  /** @returns the word and its end, or `undefined` where none of the words stands at `at` */
  readonly at: (text: string, at: number) => { readonly word: T; readonly end: number } | undefined;
}

/** Make a lexicon of words and what each of them stands for. */
export function makeLexicon<T>(words: Iterable<readonly [string, T]>): Lexicon<T> {
  const begins = new Uint8Array(0x1_0000);
  const single = new Map<number, T>();
  // Most places begin no word: a look at their first two units tells.
  const firsts: (Map<number, Node<T>> | undefined)[] = new Array(0x1_0000);
  for (const [text, word] of words) {
    begins[text.charCodeAt(0)] = 1;
    if (text.length === 1) single.set(text.charCodeAt(0), word);
    else {
      const seconds = firsts[text.charCodeAt(0)] ?? new Map<number, Node<T>>();
      firsts[text.charCodeAt(0)] = seconds;
      grow(seconds, text, word);
    }
  }
  return {
    begins,
    at: (text, at) => {
      let node = firsts[text.charCodeAt(at)]?.get(text.charCodeAt(at + 1));
      let found = node?.word === undefined ? undefined : { word: node.word, end: at + 2 };
      for (let i = at + 2; node !== undefined && i < text.length; i += 1) {
        node = node.next.get(text.charCodeAt(i));
        if (node?.word !== undefined) found = { word: node.word, end: i + 1 };
      }
      if (found !== undefined) return found;
      const word = single.get(text.charCodeAt(at));
      return word === undefined ? undefined : { word, end: at + 1 };
    },
  };
}

function grow<T>(seconds: Map<number, Node<T>>, text: string, word: T): void {
  let node = nodeIn(seconds, text.charCodeAt(1));
  for (let i = 2; i < text.length; i += 1) node = nodeIn(node.next, text.charCodeAt(i));
  node.word = word;
}

function nodeIn<T>(nodes: Map<number, Node<T>>, key: number): Node<T> {
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const fresh: Node<T> = { next: new Map(), word: undefined };
  nodes.set(key, fresh);
  return fresh;
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
