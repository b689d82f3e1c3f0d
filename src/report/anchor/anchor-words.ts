import type { Section } from '../report.ts';
import { printedHeading } from '../report-lines.ts';
import { walkSections } from '../walk-sections.ts';

/**
 * Lists every address inside a report with the words it points at, in printed order.
 *
 * A section's words are its printed heading and its own paragraphs; its subsections have their own
 * addresses, so one change is told once a level, not all the way up.
 */
export function anchorWords(sections: readonly Section[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const section of walkSections(sections)) {
    const texts = section.paragraphs.map(({ text }) => text);
    words.set(section.id, [printedHeading(section), ...texts].join(''));
    for (const { id, text, points } of section.paragraphs) {
      words.set(id, text);
      for (const point of points) words.set(point.id, text.slice(point.start, point.end));
    }
  }
  return words;
}
