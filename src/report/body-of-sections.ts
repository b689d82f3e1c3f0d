import type { Section } from './report.ts';
import type { BodySection, ReportBody } from './report-body.ts';

/**
 * Gives the printed text that an addressed report was made from: what `addressBody` was given.
 *
 * @param sections of `report.json`: the opening and the closing parts are those without a heading
 */
export function bodyOfSections(sections: readonly Section[]): ReportBody {
  const headed = sections.filter(({ heading }) => heading !== null);
  const unheaded = sections.filter(({ heading }) => heading === null);
  const texts = ({ paragraphs }: Section): string[] => paragraphs.map(({ text }) => text);
  return {
    opening: unheaded.filter(({ id }) => id === 's0').flatMap(texts),
    sections: headed.map(bodySection),
    closing: unheaded.filter(({ id }) => id !== 's0').map(texts),
  };
}

function bodySection({ label, heading, stop, style, paragraphs, sections }: Section): BodySection {
  return {
    label,
    heading: heading ?? '',
    stop,
    style: style === 'none' ? 'own-line' : style,
    paragraphs: paragraphs.map(({ text }) => text),
    sections: sections.map(bodySection),
  };
}
