import type { Correction, Paragraph, Section } from '../report.ts';

/**
 * Takes a correction back: puts the old words where the new ones stand.
 *
 * With it the check can prove that an address still points at the words it was published with but
 * for the corrections that the report itself lists, and earlier versions can be shown.
 *
 * @param sections with addresses
 * @returns the same tree where the new words are not found at the correction's place
 */
export function undoCorrection(
  sections: readonly Section[],
  { place, old, new: mended }: Pick<Correction, 'place' | 'old' | 'new'>,
): Section[] {
  const inSection = (section: Section): Section => {
    const isPlace = section.id === place;
    const heading = isPlace
      ? (section.heading?.replace(mended, () => old) ?? null)
      : section.heading;
    let isDone = heading !== section.heading;
    const paragraphs = section.paragraphs.map((paragraph) => {
      if (isDone || !(isPlace || paragraph.id === place)) return paragraph;
      isDone = paragraph.text.includes(mended);
      return undoInParagraph(paragraph, old, mended);
    });
    return { ...section, heading, paragraphs, sections: section.sections.map(inSection) };
  };
  return mended === '' ? [...sections] : sections.map(inSection);
}

function undoInParagraph(paragraph: Paragraph, old: string, mended: string): Paragraph {
  const place = paragraph.text.indexOf(mended);
  if (place < 0) return paragraph;
  const end = place + mended.length;
  const shift = (offset: number): number =>
    offset >= end ? offset + old.length - mended.length : Math.min(offset, place + old.length);
  return {
    ...paragraph,
    text: paragraph.text.slice(0, place) + old + paragraph.text.slice(end),
    points: paragraph.points.map((point) => ({
      ...point,
      start: shift(point.start),
      end: shift(point.end),
    })),
  };
}
