/** A part of a query: one of its phrases must stand in the report. */
export interface QueryPart {
  /** The phrases as typed, not folded; at least one, each with something other than white space. */
  readonly phrases: readonly string[];
}

/** A query taken apart. */
export interface Query {
  /** Every one of these must match. */
  readonly parts: readonly QueryPart[];
  /** None of these may match. */
  readonly without: readonly QueryPart[];
}

/** `plain`: the query is one literal string; `query`: parts, `-part`, `A|B`, 「…」 and "…". */
export type QuerySyntax = 'plain' | 'query';

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['「', '」'],
]);
const WHITE_SPACE = /^\s$/u;

/**
 * Take a query apart.
 * Nothing a reader types is an error: a quotation mark without its other half, a lone `-` and a
 * `|` with nothing beside it are ordinary characters.
 * @param text what was typed
 * @param syntax how to read it
 * @returns its parts; none where there is nothing but white space
 * @example parseQuery('执法|监督 -「行政 复议」', 'query')
 */
export function parseQuery(text: string, syntax: QuerySyntax): Query {
  if (syntax === 'plain') return { parts: part([text]), without: [] };
  const parts: QueryPart[] = [];
  const without: QueryPart[] = [];
  for (const words of splitParts(text)) {
    const first = words[0];
    const negated = first && !first.quoted && /^[-－]/u.test(first.text);
    if (negated && (first.text.length > 1 || words.length > 1)) {
      const rest = { text: first.text.slice(1), quoted: false };
      without.push(...part(alternatives([rest, ...words.slice(1)])));
    } else {
      parts.push(...part(alternatives(words)));
    }
  }
  return { parts, without };
}

/** A stretch of a part, quoted or not. */
interface Stretch {
  readonly text: string;
  readonly quoted: boolean;
}

/** Split at white space outside quotation marks. */
function splitParts(text: string): Stretch[][] {
  const parts: Stretch[][] = [];
  let current: Stretch[] = [];
  let plain = '';
  const endPlain = () => {
    if (plain) current.push({ text: plain, quoted: false });
    plain = '';
  };
  const endPart = () => {
    endPlain();
    if (current.length > 0) parts.push(current);
    current = [];
  };
  const characters = [...text];
  for (let i = 0; i < characters.length; i += 1) {
    const character = characters[i] ?? '';
    const closing = QUOTES.get(character);
    const end = closing === undefined ? -1 : characters.indexOf(closing, i + 1);
    if (end > i + 1) {
      endPlain();
      current.push({ text: characters.slice(i + 1, end).join(''), quoted: true });
      i = end;
    } else if (WHITE_SPACE.test(character)) {
      endPart();
    } else {
      plain += character;
    }
  }
  endPart();
  return parts;
}

/** The phrases of a part: cut at `|` outside quotation marks, stretches beside each other joined. */
function alternatives(stretches: readonly Stretch[]): string[] {
  const phrases = [''];
  for (const { text, quoted } of stretches) {
    const [first = '', ...others] = quoted ? [text] : text.split(/[|｜]/u);
    phrases[phrases.length - 1] += first;
    phrases.push(...others);
  }
  const given = phrases.filter((phrase) => phrase.length > 0);
  return given.length > 0 ? given : stretches.map((stretch) => stretch.text);
}

function part(phrases: readonly string[]): QueryPart[] {
  const given = [...new Set(phrases)].filter((phrase) => phrase.trim().length > 0);
  return given.length > 0 ? [{ phrases: given }] : [];
}
