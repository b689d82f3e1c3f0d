import { type Numeral, readNumeral } from '../../report/printed-numeral.ts';
import type { BodySection } from '../../report/report-body.ts';

/** A section still being filled. */
export interface OpenSection extends BodySection {
  readonly paragraphs: string[];
  readonly sections: OpenSection[];
}

export interface Heading {
  readonly rank: number;
  readonly number: number;
  readonly section: OpenSection;
}

/** What the numeral before this one of its kind turned out to be. */
export type Sibling = 'heading' | 'text' | 'none';

/** Longest heading, in characters, where nothing else speaks for it, and where its siblings do. */
const LONG = 48;
const LONGEST = 120;
/** A heading that runs into its text over a colon is shorter. */
const BEFORE_COLON = 20;
const STOP = /[。！？!?]/;
const COUNT = /\d[\d,.]*[万亿余多]*(?:件|次|人|名|个|项|部|份|起|户|家|期|场|条|%)/;

/**
 * Reads a line that begins with a numeral as a heading.
 *
 * A heading of its own line is short and does not break off; a run-in heading is the first
 * sentence. An item that is a sentence with figures, or one of a list that goes on (；), is text.
 *
 * @param next the line below
 * @param sibling where the item before was text, so is this one; where it was a heading, a longer
 *   first sentence is taken for one
 * @returns `undefined` where the line is text
 */
export function readHeading(
  { label, rest, rank, number }: Numeral,
  next: string | undefined,
  sibling: Sibling,
): Heading | undefined {
  if (rest === '' || sibling === 'text') return undefined;
  const longest = sibling === 'heading' ? LONGEST : LONG;
  const isTop = rank <= 3;
  const section = (heading: string, stop: string | null, text: string | null): Heading => ({
    rank,
    number,
    section: {
      label,
      heading,
      stop,
      style: text === null ? 'own-line' : 'run-in',
      paragraphs: text === null ? [] : [text],
      sections: [],
    },
  });

  const stopAt = rest.search(STOP);
  const isOneSentence = stopAt < 0 || stopAt === rest.length - 1;
  const colonAt = rest.search(/[：:]/);
  if (colonAt > 0 && colonAt < rest.length - 1 && (stopAt < 0 || colonAt < stopAt)) {
    const before = rest.slice(0, colonAt);
    const isHead =
      before.length <= BEFORE_COLON && !/[，；“《（]/.test(before) && !COUNT.test(before);
    if (isHead) return section(before, rest.charAt(colonAt), rest.slice(colonAt + 1).trimStart());
  }
  if (isOneSentence) {
    if (/[；;，,、]$/.test(rest)) return undefined;
    const isHeading = rest.length <= longest && (isTop || !COUNT.test(rest));
    return isHeading && isFollowed(rest, next, sibling) ? section(rest, null, null) : undefined;
  }
  const heading = rest.slice(0, stopAt);
  if (heading.length > longest) return undefined;
  if (!isTop && sibling !== 'heading' && COUNT.test(heading)) return undefined;
  return section(heading, rest.charAt(stopAt), rest.slice(stopAt + 1).trimStart());
}

/** A heading heads something: text, a lower numeral, or, in a row of headings, the next of them. */
function isFollowed(rest: string, next: string | undefined, sibling: Sibling): boolean {
  if (next === undefined) return sibling === 'heading' && !/[。！？]$/.test(rest);
  return sibling === 'heading' || !/[。！？]$/.test(rest) || readNumeral(next) === undefined;
}
