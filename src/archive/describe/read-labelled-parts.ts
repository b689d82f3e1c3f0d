import { normaliseTypography } from '../typography/normalise-typography.ts';
import type { PagePart } from './page.ts';
import { readDate } from './read-date.ts';
import { splitMetadata } from './split-metadata.ts';

const READ: ReadonlySet<string> = new Set(['title', 'published', 'signed', 'issuer', 'docNo']);

/**
 * Reads a line of labelled values on a page.
 *
 * @param raw the line, verbatim
 * @returns an empty list where it is none
 */
export function readLabelledParts(raw: string): Omit<PagePart, 'line'>[] {
  return splitMetadata(raw).map(({ text, key, value }) => ({
    text,
    why: READ.has(key) && value !== '' ? 'metadata' : 'furniture',
    key,
    value: key === 'person' ? value : normaliseTypography(value),
    basis: 'page',
  }));
}

/**
 * Reads a line that holds the value of a label on the line above.
 *
 * @returns an empty list where the label asks for a date and the line is none
 */
export function readLabelledValue(key: PagePart['key'], raw: string): Omit<PagePart, 'line'>[] {
  if (key === undefined) return [];
  if ((key === 'published' || key === 'signed') && readDate(raw) === undefined) return [];
  return [
    {
      text: raw,
      why: READ.has(key) ? 'metadata' : 'furniture',
      key,
      value: normaliseTypography(raw),
      basis: 'page',
    },
  ];
}
