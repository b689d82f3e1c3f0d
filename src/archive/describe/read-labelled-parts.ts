import { normaliseTypography } from '../typography/normalise-typography.ts';
import type { PagePart } from './page.ts';
import { splitMetadata } from './split-metadata.ts';

const READ = new Set(['title', 'published', 'signed', 'issuer', 'docNo']);

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
