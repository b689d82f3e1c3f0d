import { escapeTex } from '../../../citation/format-citation.ts';

/** A kept passage as it is written out. */
export interface WrittenPassage {
  /** In the form that was chosen. */
  readonly citation: string;
  /** Empty where the whole report is kept. */
  readonly quote: string;
  /** The reader's; may be empty. */
  readonly note: string;
}

/**
 * Join kept passages into one text. The words quoted and the reader's note go where a form has a
 * place for them: below each in Markdown, and the notes of RIS, BibTeX and CSL.
 */
export function joinPassages(passages: readonly WrittenPassage[], style: string): string {
  if (style !== 'csl') return passages.map((passage) => writePassage(passage, style)).join('\n');
  const entries = passages.flatMap(({ citation, ...own }) =>
    (JSON.parse(citation) as object[]).map((entry) => {
      const note = notesOf(own).join('\n');
      return note === '' ? entry : { ...entry, note };
    }),
  );
  return JSON.stringify(entries, null, 2);
}

function writePassage({ citation, ...own }: WrittenPassage, style: string): string {
  const notes = notesOf(own);
  if (style === 'markdown') {
    const { quote, note } = own;
    return [`- ${citation}`, quote && `  > ${quote}`, note && `  ${note.replace(/\n/g, '\n  ')}`]
      .filter(Boolean)
      .join('\n');
  }
  if (style === 'ris') {
    const lines = notes.map((note) => `N1  - ${note.replace(/\s+/g, ' ')}\n`);
    return citation.replace(/^ER {2}-/m, (end) => lines.join('') + end);
  }
  if (style === 'bibtex' && notes.length > 0)
    return citation.replace(/\}\n$/, () => `  annotation = {${escapeTex(notes.join('\n'))}},\n}\n`);
  return citation;
}

function notesOf({ quote, note }: Omit<WrittenPassage, 'citation'>): string[] {
  return [quote && `「${quote}」`, note.trim()].filter((words) => words !== '');
}
