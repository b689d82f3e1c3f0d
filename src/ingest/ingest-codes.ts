import { ArchiveError, type Location } from '../report/archive-error.ts';

/**
 * What `npm run ingest` may say, by code; a code is never reused.
 *
 * `refused`: nothing is written. `review`: snapshot and findings go to `content/review`.
 */
export const ingestCodes = {
  'i-001': 'refused: the file is empty',
  'i-002': 'refused: the file is binary, and of no format that is read',
  'i-003': 'refused: characters are lost or mistaken (mojibake, a file cut off)',
  'i-004': 'refused: the file cannot be read, or its format is broken',
  'i-005': 'refused: no text of a document is found in the page',
  'i-006': 'refused: the file is larger than any report, or unpacks to more',
  'i-007': 'refused: reading the file takes too long, or too much memory',
  'i-008': 'refused: the address cannot be fetched',
  'i-010': 'refused: the document is no report on law-based government',
  'i-011': 'review: the place cannot be told',
  'i-012': 'review: the year cannot be told',
  'i-013': 'review: no title is printed, and none can be supplied',
  'i-014': 'review: the document is pictures only, and its words are a draft that a program made',
  'i-020': 'no longer said: a second annual report of a place and year is numbered `annual-2`',
  'i-021': 'refused: the proof that no character was lost fails',
  'i-022': 'refused: a snapshot with other bytes stands at the place of this one',
  'i-023': 'refused: the outline cannot be written as Markdown',
  'i-024': 'review: a report that the archive holds says something else here',
  'i-025': 'refused: ingest itself failed',
  'i-026': 'refused: the archive holds the file already, under another place, year or kind',
  'i-027': 'refused: another report stands at the place of this one',
  'i-028': 'review: a report of that address was taken out of the archive',
  'i-920': 'refused: the command’s arguments make no sense',
} as const satisfies Readonly<Record<string, string>>;

export type IngestCode = keyof typeof ingestCodes;

/**
 * Make the error that refuses a source.
 *
 * @param location the file as its caller names it, with the line where it is known
 * @param text `Unexpected X, expected Y`
 * @param hint what a person can do
 */
export function refusal(
  code: IngestCode,
  at: string | Location,
  text: string,
  hint: string,
  cause?: unknown,
): ArchiveError {
  const location = typeof at === 'string' ? { file: at } : at;
  return new ArchiveError({ location, code, text, hint }, cause);
}
