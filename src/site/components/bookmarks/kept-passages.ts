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
    return JSON.parse(localStorage.getItem(STORED) ?? '[]');
  } catch {
    return [];
  }
}

/**
 * Keep a list in place of the one before.
 *
 * @returns whether the device kept it
 */
export function writeKept(passages: readonly KeptPassage[]): boolean {
  try {
    localStorage.setItem(STORED, JSON.stringify(passages));
    return true;
  } catch {
    return false;
  }
}

/**
 * Put a passage at the head of what is kept. One that is kept already keeps its note.
 *
 * @returns whether the device kept it
 */
export function keepPassage(passage: Omit<KeptPassage, 'note'>): boolean {
  const kept = readKept();
  const isSame = (one: KeptPassage) => one.report === passage.report && one.id === passage.id;
  const note = kept.find(isSame)?.note ?? '';
  return writeKept([{ ...passage, note }, ...kept.filter((one) => !isSame(one))]);
}
