/** A phrase of a query. */
export interface QueryPhrase {
  /** As typed, not folded; with something other than white space. */
  readonly text: string;
  /** Whether it is meant to the letter: a number in it has no other way of writing. */
  readonly isLiteral: boolean;
}

/** A part of a query: one of its phrases must stand in the report. */
export interface QueryPart {
  /** At least one. */
  readonly phrases: readonly QueryPhrase[];
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

/**
 * Take a query apart, in a time that grows with its length alone.
 * Nothing a reader types is an error: a quotation mark without its other half, a lone `-` and a
 * `|` with nothing beside it are ordinary characters.
 * @param text what was typed
 * @param syntax how to read it
 * @returns its parts; none where there is nothing but white space
 * @example parseQuery('执法|监督 -「行政 复议」', 'query')
 */
export function parseQuery(text: string, syntax: QuerySyntax): Query {
  if (syntax === 'plain') return { parts: part([{ text, isLiteral: true }]), without: [] };
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

/** What ends a quotation, by what begins it. */
const QUOTES: Readonly<Record<string, string>> = { '「': '」', '"': '"' };
const WHITE_SPACE = /\s/u;
/** What stands behind a quotation: the end of its part or phrase. */
const ENDS = /[\s|｜]/u;

/**
 * Whether a quotation may begin here: at the head of a part or of a phrase. Elsewhere a mark is one
 * of the words: nobody who types 推行"放管服"改革 means it as a sign.
 */
function isHead(part: readonly Stretch[]): boolean {
  const last = part.at(-1);
  if (last === undefined) return true;
  return (
    last.text.endsWith('|') ||
    last.text.endsWith('｜') ||
    (part.length === 1 && (last.text === '-' || last.text === '－'))
  );
}

/** Split at white space outside quotation marks. */
function splitParts(text: string): Stretch[][] {
  const parts: { text: string; quoted: boolean }[][] = [[]];
  /** Where each mark stands next, so that the rest is not looked through again for each. */
  const nexts = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const part = parts.at(-1) ?? [];
    const mark = QUOTES[character];
    const end = mark === undefined ? -1 : nextOf(mark, at);
    const last = part.at(-1);
    if (end > at + 1 && isHead(part) && ENDS.test(text[end + 1] ?? ' ')) {
      part.push({ text: text.slice(at + 1, end), quoted: true });
      at = end;
    } else if (WHITE_SPACE.test(character)) {
      if (part.length > 0) parts.push([]);
    } else if (last && !last.quoted) last.text += character;
    else part.push({ text: character, quoted: false });
  }
  return parts.filter((part) => part.length > 0);

  function nextOf(mark: string, at: number): number {
    const known = nexts.get(mark);
    if (known !== undefined && (known < 0 || known > at)) return known;
    const next = text.indexOf(mark, at + 1);
    nexts.set(mark, next);
    return next;
  }
}

/** The phrases of a part: cut at `|` outside quotation marks, stretches beside each other joined. */
function alternatives(stretches: readonly Stretch[]): QueryPhrase[] {
  const phrases = [{ text: '', isLiteral: false }];
  for (const { text, quoted } of stretches) {
    const [first = '', ...others] = quoted ? [text] : text.split(/[|｜]/u);
    const last = phrases.at(-1);
    if (last) {
      last.text += first;
      last.isLiteral ||= quoted;
    }
    phrases.push(...others.map((other) => ({ text: other, isLiteral: false })));
  }
  const given = phrases.filter((phrase) => phrase.text.length > 0);
  if (given.length > 0) return given;
  return stretches.map(({ text, quoted }) => ({ text, isLiteral: quoted }));
}

function part(phrases: readonly QueryPhrase[]): QueryPart[] {
  const byText = new Map(phrases.map((phrase) => [phrase.text, phrase]));
  const given = [...byText.values()].filter(({ text }) => text.trim().length > 0);
  return given.length > 0 ? [{ phrases: given }] : [];
}
