/**
 * Signs around the mark of a note inside a text, so that the mark is never read as a part of it:
 * 1,109 with note 1 is never 1,1091. Both are noncharacters of Unicode, which no source contains.
 */
const START = '\ufdd0';
const END = '\ufdd1';
const REFERENCE = new RegExp(`${START}([^${START}${END}]*)${END}`, 'gu');
const SIGNS = new RegExp(`[${START}${END}]`, 'gu');

/** A reference to a note, by its position in the text without references. */
export interface NoteReference {
  readonly mark: string;
  readonly offset: number;
}

/** Write a reference to a note, to be put into a text right behind the word that it belongs to. */
export function noteReference(mark: string): string {
  return `${START}${mark.replace(/\s+/gu, '')}${END}`;
}

/** Take the references out of a text, and tell where they stood. */
export function splitNoteReferences(text: string): {
  readonly text: string;
  readonly references: readonly NoteReference[];
} {
  const references: NoteReference[] = [];
  let taken = 0;
  for (const { 0: whole, 1: mark = '', index } of text.matchAll(REFERENCE)) {
    references.push({ mark, offset: index - taken });
    taken += whole.length;
  }
  return { text: text.replace(REFERENCE, ''), references };
}

/** Cut a text at its references: every second piece, from the second, is the mark of one. */
export function cutAtReferences(text: string): string[] {
  return text.split(new RegExp(REFERENCE, 'u'));
}

/** Leave the marks in a text and take off the signs around them, as a reader sees it printed. */
export function dropNoteSigns(text: string): string {
  return text.replace(SIGNS, '');
}

/** Take the references out of a text. */
export function dropNoteReferences(text: string): string {
  return text.replace(REFERENCE, '');
}

/**
 * Name the notes of a report so that no two have one name: a mark that is printed for several notes,
 * as pages that count from ① each do, is numbered.
 *
 * @param marks in printed order
 * @returns a label a note, for `noteReference`: `①-1`, `①-2`, `②`
 */
export function noteLabels(marks: readonly string[]): string[] {
  const key = (mark: string) => mark.toLowerCase();
  const times = Map.groupBy(marks, key);
  const seen = new Map<string, number>();
  return marks.map((mark) => {
    const count = (seen.get(key(mark)) ?? 0) + 1;
    seen.set(key(mark), count);
    const isAlone = (times.get(key(mark))?.length ?? 0) === 1 && !NUMBERED.test(mark);
    return isAlone ? mark : `${mark}-${count}`;
  });
}

const NUMBERED = /-\d+$/u;

/** Return the mark that is printed for a label. */
export function noteMark(label: string): string {
  return label.replace(NUMBERED, '');
}
