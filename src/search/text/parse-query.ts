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
  const parts: { text: string; quoted: boolean }[][] = [[]];
  for (const [all, corner, straight] of text.matchAll(/「([^」]+)」|"([^"]+)"|\s+|./gsu)) {
    const quoted = corner ?? straight;
    const part = parts.at(-1) ?? [];
    const last = part.at(-1);
    if (quoted !== undefined) part.push({ text: quoted, quoted: true });
    else if (/\s/u.test(all)) parts.push([]);
    else if (last && !last.quoted) last.text += all;
    else part.push({ text: all, quoted: false });
  }
  return parts.filter((part) => part.length > 0);
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
