import { keepWords, readWords } from '../kept-words.ts';

/** A passage that a reader keeps on the device. */
export interface KeptPassage {
  /** Address of the report, without base path. */
  readonly report: string;
  /** Id of the passage; empty for the whole report. */
  readonly id: string;
  /** What it is shown as before the report is read again. */
  readonly title: string;
  readonly quote: string;
  readonly note: string;
}

const STORED = 'bookmarks';

/** Return what is kept on this device, the latest first; nothing where the device keeps nothing. */
export function readKept(): readonly KeptPassage[] {
  try {
    return JSON.parse(readWords(STORED) ?? '[]');
  } catch {
    return [];
  }
}

/** What tells a passage from the others that are kept, in whatever order another window left them. */
type Named = Pick<KeptPassage, 'report' | 'id'>;

function isSame(one: Named, other: Named): boolean {
  return one.report === other.report && one.id === other.id;
}

function writeKept(passages: readonly KeptPassage[]): boolean {
  return keepWords(STORED, JSON.stringify(passages));
}

/**
 * Put a passage at the head of what is kept. One that is kept already keeps its note.
 *
 * @returns whether the device kept it
 */
export function keepPassage(passage: Omit<KeptPassage, 'note'>): boolean {
  const kept = readKept();
  const note = kept.find((one) => isSame(one, passage))?.note ?? '';
  return writeKept([{ ...passage, note }, ...kept.filter((one) => !isSame(one, passage))]);
}

/**
 * Keep a note with a passage.
 *
 * @returns whether the device kept it
 */
export function keepNote(passage: Named, note: string): boolean {
  return writeKept(readKept().map((one) => (isSame(one, passage) ? { ...one, note } : one)));
}

/**
 * Take a passage off what is kept.
 *
 * @returns whether the device did so
 */
export function dropPassage(passage: Named): boolean {
  return writeKept(readKept().filter((one) => !isSame(one, passage)));
}
