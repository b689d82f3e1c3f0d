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

/** Leave the marks in a text and take off the signs around them, as a reader sees it printed. */
export function dropNoteSigns(text: string): string {
  return text.replace(SIGNS, '');
}
