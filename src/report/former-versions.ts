import type { Superseded } from './frontmatter.ts';
import type { Correction, Note, Paragraph, Report, Section } from './report.ts';
import { walkSections } from './report-lines.ts';
import { tableRows } from './table-text.ts';

type Versioned = Pick<Report, 'version' | 'sections' | 'notes' | 'corrections'>;

/** A version that is kept as a file, since the issuer's own text changed after it. */
export interface KeptVersion<R extends Versioned = Report> {
  readonly report: R;
  readonly superseded: Superseded;
}

/** A report as it stood in an earlier version. */
export interface FormerVersion<R extends Versioned = Report> {
  readonly version: number;
  /** Day of the change that ended it. */
  readonly until: string;
  /** What ended it: corrections of ours, or another text of the issuer's. */
  readonly end: 'corrected' | 'superseded';
  /** The reasons, each with the address it is about; `null` for the whole. */
  readonly reasons: readonly (Pick<Correction, 'why' | 'date'> & { place: string | null })[];
  readonly report: R;
}

/**
 * Return the earlier versions of a report, the latest first.
 *
 * Corrections of the archive's own are kept nowhere as versions: taking the listed ones back, a day
 * at a time, gives them, which the check proves against the addresses published then. A version
 * before another text of the issuer's is kept whole, and has its own corrections.
 *
 * @param kept those of this report that are kept as files, in any order
 * @returns as many as there are days of corrections and kept files, down to version 1
 */
export function formerVersions<R extends Versioned>(
  report: R,
  kept: readonly KeptVersion<R>[] = [],
): FormerVersion<R>[] {
  const last = kept
    .filter((one) => one.report.version < report.version)
    .reduce<KeptVersion<R> | undefined>(
      (latest, one) =>
        latest === undefined || one.report.version > latest.report.version ? one : latest,
      undefined,
    );
  const corrected = beforeCorrections(report, last?.report.version ?? 0);
  if (last === undefined) return corrected;
  const { date, why } = last.superseded;
  return [
    ...corrected,
    {
      version: last.report.version,
      until: date,
      end: 'superseded',
      reasons: [{ date, why, place: null }],
      report: last.report,
    },
    ...formerVersions(last.report, kept),
  ];
}

/** @param floor the version that is not to be gone below, since another text stood there */
function beforeCorrections<R extends Versioned>(report: R, floor: number): FormerVersion<R>[] {
  const days = [...Map.groupBy(report.corrections, ({ date }) => date)].toSorted(([a], [b]) =>
    a < b ? 1 : -1,
  );
  const versions: FormerVersion<R>[] = [];
  let text: AddressedText = report;
  for (const [until, reasons] of days.slice(0, Math.max(0, report.version - 1 - floor))) {
    text = reasons.toReversed().reduce(undoInText, text);
    const version = report.version - versions.length - 1;
    const corrections = report.corrections.filter(({ date }) => date < until);
    const { sections, notes } = text;
    const former = {
      ...report,
      ...{ version, sections: [...sections], corrections },
      ...(notes === undefined ? {} : { notes }),
    };
    versions.push({ version, until, end: 'corrected', reasons, report: former });
  }
  return versions;
}

/** The text of a report with its addresses. */
export interface AddressedText {
  readonly sections: readonly Section[];
  readonly notes?: readonly Note[] | undefined;
}

/** Take a correction back wherever it stands, in the text or in a note. */
export function undoInText(
  { sections, notes }: AddressedText,
  correction: Pick<Correction, 'place' | 'old' | 'new'>,
): AddressedText {
  const former = undoCorrection(sections, correction);
  return { sections: former, notes: notes && undoInNotes(notes, sections, former, correction) };
}

/** Notes keep to the words that they stand behind. */
function undoInNotes(
  notes: readonly Note[],
  sections: readonly Section[],
  former: readonly Section[],
  { place, old, new: mended }: Pick<Correction, 'place' | 'old' | 'new'>,
): Note[] {
  const [then, now] = [former, sections].map(
    (list) =>
      new Map(
        walkSections(list).flatMap(({ paragraphs }) =>
          paragraphs.map(({ id, text }) => [id, text]),
        ),
      ),
  );
  return notes.map((note) => {
    if (note.id === place && mended !== '')
      return { ...note, text: note.text.replace(mended, () => old) };
    const text = now?.get(note.paragraph ?? '');
    if (note.offset === null || text === undefined || then?.get(note.paragraph ?? '') === text)
      return note;
    return { ...note, offset: shiftOffset(note.offset, text.indexOf(mended), old, mended) };
  });
}

/** Move an offset in a text to where it stood before the words at `start` were mended. */
function shiftOffset(offset: number, start: number, old: string, mended: string): number {
  return offset >= start + mended.length
    ? offset + old.length - mended.length
    : Math.min(offset, start + old.length);
}

/**
 * Take a correction back: puts the old words where the new ones stand.
 *
 * With it the check can prove that an address still points at the words it was published with but
 * for the corrections that the report itself lists, and earlier versions can be shown.
 *
 * @param sections with addresses
 * @returns the same tree where the new words are not found at the correction's address
 */
export function undoCorrection(
  sections: readonly Section[],
  { place, old, new: mended }: Pick<Correction, 'place' | 'old' | 'new'>,
): Section[] {
  const inSection = (section: Section): Section => {
    const isHere = section.id === place;
    const heading = isHere
      ? (section.heading?.replace(mended, () => old) ?? null)
      : section.heading;
    let isDone = heading !== section.heading;
    const paragraphs = section.paragraphs.map((paragraph) => {
      if (isDone || !(isHere || paragraph.id === place)) return paragraph;
      isDone = paragraph.text.includes(mended);
      return undoInParagraph(paragraph, old, mended);
    });
    return { ...section, heading, paragraphs, sections: section.sections.map(inSection) };
  };
  return mended === '' ? [...sections] : sections.map(inSection);
}

function undoInParagraph(paragraph: Paragraph, old: string, mended: string): Paragraph {
  const start = paragraph.text.indexOf(mended);
  if (start < 0) return paragraph;
  const shift = (offset: number): number => shiftOffset(offset, start, old, mended);
  const text = paragraph.text.slice(0, start) + old + paragraph.text.slice(start + mended.length);
  const { table } = paragraph;
  return {
    ...paragraph,
    text,
    ...(table === undefined ? {} : { table: { ...table, rows: tableRows(text) } }),
    points: paragraph.points.map((point) => ({
      ...point,
      start: shift(point.start),
      end: shift(point.end),
    })),
  };
}
