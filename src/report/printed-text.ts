import type { BodySection, ReportBody } from './report-body.ts';

/**
 * Puts the printed text together again: label, heading, stop and paragraphs in order.
 *
 * @returns one block a line; a run-in heading stands at the head of its first paragraph
 */
export function printedText(body: ReportBody): string {
  return [...body.opening, ...body.sections.flatMap(sectionText), ...body.closing.flat()].join(
    '\n',
  );
}

function sectionText(section: BodySection): string[] {
  const heading = `${section.label ?? ''}${section.heading}${section.stop ?? ''}`;
  const [first, ...others] = section.paragraphs;
  const own =
    section.style === 'run-in' && first !== undefined
      ? [heading + first, ...others]
      : [heading, ...section.paragraphs];
  return [...own, ...section.sections.flatMap(sectionText)];
}
