import type { CitationStyle } from '../../../citation/citation.ts';

/** The forms of a citation by the names that readers know, the usual one first. */
export const citationStyleNames: Readonly<Record<CitationStyle, string>> = {
  'gbt7714-2025': 'GB/T 7714-2025',
  'gbt7714-2015': 'GB/T 7714-2015',
  law: '法学引注手册',
  sentence: '引文与出处（写入正文）',
  bibtex: 'BibTeX',
  ris: 'RIS（Zotero、EndNote、NoteExpress）',
  csl: 'CSL-JSON',
};
