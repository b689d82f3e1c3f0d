import { foldPrinted } from './characters/typography.ts';
import type { Report, Section } from './report.ts';
import { walkSections } from './report-lines.ts';

/** A stretch of a paragraph, and whether the other report has the sentence too. */
export interface ComparedPiece {
  readonly text: string;
  readonly isSame: boolean;
}

/** A section with paragraphs of its own. */
export interface ComparedSection {
  readonly section: Section;
  readonly paragraphs: readonly {
    readonly id: string;
    readonly pieces: readonly ComparedPiece[];
  }[];
}

/** What two reports say on one topic; one of them may say nothing. */
export interface ComparedTopic {
  /** A theme's id; `opening`, `problems`, `plans`; `other` for what belongs to none of them. */
  readonly topic: string;
  readonly a: readonly ComparedSection[];
  readonly b: readonly ComparedSection[];
}

/** Two reports side by side. */
export interface Comparison {
  readonly topics: readonly ComparedTopic[];
  /** How many characters of each stand in sentences that the other has too, as a share. */
  readonly shares: { readonly a: number; readonly b: number };
}

/** A sentence with the mark that ends it; what has none is one too, and so is a row of a table. */
const SENTENCE = /[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+/gu;
/** Shorter sentences are everybody's. */
const LEAST_CHARACTERS = 10;

/**
 * Puts two reports side by side by topic, and marks the sentences that both have, wherever they
 * stand. A section goes with its main theme; problems and plans are topics of their own.
 *
 * @param themes theme ids, in the order in which topics are to come
 */
export function compareReports(
  a: Pick<Report, 'sections'>,
  b: Pick<Report, 'sections'>,
  themes: readonly string[],
): Comparison {
  const [ofA, ofB] = [sentencesOf(a.sections), sentencesOf(b.sections)];
  const byTopicA = Map.groupBy(compareSections(a.sections, ofB), topicOf);
  const byTopicB = Map.groupBy(compareSections(b.sections, ofA), topicOf);
  const topics = ['opening', ...themes, 'problems', 'plans', 'other']
    .map((topic) => ({ topic, a: byTopicA.get(topic) ?? [], b: byTopicB.get(topic) ?? [] }))
    .filter((one) => one.a.length > 0 || one.b.length > 0);
  return {
    topics,
    shares: {
      a: sameShare(topics.flatMap((one) => one.a)),
      b: sameShare(topics.flatMap((one) => one.b)),
    },
  };
}

/**
 * Mark in sections the sentences that another report has too, wherever they stand in it.
 *
 * @returns the sections with paragraphs of their own, those below included, in order
 */
export function markRepeated(
  sections: readonly Section[],
  other: Pick<Report, 'sections'>,
): ComparedSection[] {
  return compareSections(sections, sentencesOf(other.sections));
}

function compareSections(
  sections: readonly Section[],
  others: ReadonlySet<string>,
): ComparedSection[] {
  return walkSections(sections)
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map((section) => ({
      section,
      paragraphs: section.paragraphs.map(({ id, text }) => ({
        id,
        pieces: joinAlike(
          sentences(text).map((one) => ({ text: one, isSame: others.has(foldPrinted(one)) })),
        ),
      })),
    }));
}

function topicOf({ section: { roles, themes } }: ComparedSection): string {
  const role = (['opening', 'problems', 'plans'] as const).find((one) => roles.includes(one));
  return role ?? themes[0] ?? 'other';
}

function sentencesOf(sections: readonly Section[]): Set<string> {
  const all = walkSections(sections).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text }) => sentences(text).map(foldPrinted)),
  );
  return new Set(all.filter((one) => one.length >= LEAST_CHARACTERS));
}

function sentences(text: string): string[] {
  return text.match(SENTENCE) ?? [];
}

function joinAlike(pieces: readonly ComparedPiece[]): ComparedPiece[] {
  const joined: ComparedPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.isSame === piece.isSame)
      joined[joined.length - 1] = { ...piece, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function sameShare(sections: readonly ComparedSection[]): number {
  let [same, all] = [0, 0];
  for (const { paragraphs } of sections)
    for (const { pieces } of paragraphs)
      for (const { text, isSame } of pieces) {
        all += text.length;
        if (isSame) same += text.length;
      }
  return all === 0 ? 0 : same / all;
}
