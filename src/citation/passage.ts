import { anchorWords } from '../report/anchor/anchor-words.ts';
import { fold } from '../report/characters/fold.ts';
import type { Paragraph, Point, Section } from '../report/report.ts';
import { walkSections } from '../report/report-lines.ts';

/** What an address inside a report points at. */
export interface Passage {
  /** The address: `s1-5`, `p6`, `s1-5-i2`. */
  readonly id: string;
  /** The section it stands in, after those that hold it: from the top down, never empty. */
  readonly sections: readonly Section[];
  /** `undefined` where the address is a section's. */
  readonly paragraph: Paragraph | undefined;
  /** `undefined` where the address is not a point's. */
  readonly point: Point | undefined;
}

/**
 * Find what an address inside a report points at.
 *
 * @param id a section's, a paragraph's or a point's
 * @returns `undefined` where the report has no such address
 */
export function findPassage(sections: readonly Section[], id: string): Passage | undefined {
  for (const section of sections) {
    const found = findInSection(section, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findInSection(section: Section, id: string): Passage | undefined {
  const here = { id, sections: [section] };
  if (section.id === id) return { ...here, paragraph: undefined, point: undefined };
  for (const paragraph of section.paragraphs) {
    if (paragraph.id === id) return { ...here, paragraph, point: undefined };
    const point = paragraph.points.find((one) => one.id === id);
    if (point !== undefined) return { ...here, paragraph, point };
  }
  const below = findPassage(section.sections, id);
  return below && { ...below, sections: [section, ...below.sections] };
}

/**
 * Join all the words that an address points at, a section with its subsections: what a citation
 * of it stands for.
 *
 * @param id an address inside the report; `undefined`: the whole report
 * @returns `undefined` where the report has no such address
 */
export function citedText(
  sections: readonly Section[],
  id: string | undefined,
): string | undefined {
  if (id === undefined) return wordsOf(sections);
  const passage = findPassage(sections, id);
  const section = passage?.sections.at(-1);
  if (passage === undefined || section === undefined) return undefined;
  return passage.paragraph === undefined ? wordsOf([section]) : anchorWords([section]).get(id);
}

function wordsOf(sections: readonly Section[]): string {
  const words = anchorWords(sections);
  return walkSections(sections)
    .map(({ id }) => words.get(id) ?? '')
    .join('');
}

/**
 * Find where quoted words stand in a report.
 *
 * White space does not count, and what the search folds: script, width, marks of one kind; words
 * left out (……) may be anything. A wider fold moves no address: the hashes of published anchors
 * have one of their own.
 *
 * @param anchor the address cited, which goes first; `undefined`: the report as a whole
 * @returns the address cited or, where the words are not there, the first paragraph that has them;
 *   `undefined` where the report does not have them
 */
export function findQuote(
  sections: readonly Section[],
  anchor: string | undefined,
  quote: string,
): string | undefined {
  const pieces = quote
    .split(/…+|\.{3,}/)
    .map(foldQuoted)
    .filter((piece) => piece !== '');
  const has = (words: string): boolean => {
    const folded = foldQuoted(words);
    let at = 0;
    return pieces.every((piece) => {
      at = folded.indexOf(piece, at);
      const isFound = at >= 0;
      at += piece.length;
      return isFound;
    });
  };
  if (pieces.length === 0) return undefined;
  if (anchor !== undefined && has(citedText(sections, anchor) ?? '')) return anchor;
  for (const [id, words] of anchorWords(sections)) if (/^p\d/.test(id) && has(words)) return id;
  return undefined;
}

function foldQuoted(words: string): string {
  return fold(words).replaceAll(' ', '');
}
