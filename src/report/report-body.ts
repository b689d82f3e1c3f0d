import type { HeadingStyle, Section } from './report.ts';

/** A section as printed, before addresses, themes and points are worked out. */
export interface BodySection {
  /** The printed numeral with its mark (`一、`, `（一）`, `30.`), or `null` where none is printed. */
  readonly label: string | null;
  /** The heading without label and stop. */
  readonly heading: string;
  /** The mark that ends the heading (of its own line only 。 or ；), `null` where there is none. */
  readonly stop: string | null;
  readonly style: Exclude<HeadingStyle, 'none'>;
  readonly paragraphs: readonly string[];
  readonly sections: readonly BodySection[];
}

/**
 * The text of a report: what stands between title and signature, in printed order.
 * It is what a report file's Markdown holds, and what ingest's outline gives.
 */
export interface ReportBody {
  /** Paragraphs before the first heading. */
  readonly opening: readonly string[];
  readonly sections: readonly BodySection[];
  /** Unheaded parts after the last section (problems, plans, closing words), each its paragraphs. */
  readonly closing: readonly (readonly string[])[];
}

/**
 * Join what is printed before a section's first paragraph.
 *
 * @returns label, heading and stop as printed; empty where the heading is not the source's
 */
export function printedHeading(
  section: Pick<Section, 'label' | 'heading' | 'stop'> & { readonly supplied?: boolean },
): string {
  const { label, heading, stop, supplied } = section;
  return supplied ? '' : `${label ?? ''}${heading ?? ''}${stop ?? ''}`;
}

/**
 * Put the printed text together again: label, heading, stop and paragraphs in order.
 *
 * @returns one block a line; a run-in heading stands at the head of its first paragraph
 */
export function printedText(body: ReportBody): string {
  return [...body.opening, ...body.sections.flatMap(sectionText), ...body.closing.flat()].join(
    '\n',
  );
}

function sectionText(section: BodySection): string[] {
  const heading = printedHeading(section);
  const [first, ...others] = section.paragraphs;
  const own =
    section.style === 'run-in' && first !== undefined
      ? [heading + first, ...others]
      : [heading, ...section.paragraphs];
  return [...own, ...section.sections.flatMap(sectionText)];
}

/**
 * Return the printed text that an addressed report was made from: what `addressBody` was given.
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
