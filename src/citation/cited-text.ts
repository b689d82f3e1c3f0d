import { anchorWords } from '../report/anchor/anchor-words.ts';
import type { Section } from '../report/report.ts';
import { walkSections } from '../report/report-lines.ts';
import { findPassage } from './passage.ts';

/**
 * Joins all the words that an address points at, a section with its subsections: what a citation
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
