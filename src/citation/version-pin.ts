import { hashWords } from '../report/anchor/anchor-words.ts';
import type { Report } from '../report/report.ts';
import { citedText } from './cited-text.ts';

/** Which words a citation stands for: the report's version, and the head of the words' hash. */
export interface VersionPin {
  readonly version: number;
  /** Eight hexadecimal digits: enough to tell words from others, short enough to be printed. */
  readonly hash: string;
}

const DIGITS = 8;

/**
 * Pins a passage to the words that stand there now.
 *
 * A paragraph's and a point's digits are the first of the hash in the anchor record; a section's
 * are of its words with those of its subsections, since that is what a citation of it stands for.
 *
 * @param id an address inside the report; `undefined`: the whole report
 * @returns `undefined` where the report has no such address
 */
export function pinPassage(
  { version, sections }: Pick<Report, 'version' | 'sections'>,
  id: string | undefined,
): VersionPin | undefined {
  const text = citedText(sections, id);
  return text === undefined ? undefined : { version, hash: hashWords(text).slice(0, DIGITS) };
}

/** Writes a pin as the `v` of an address: `1-ab12cd34`. */
export function formatPin({ version, hash }: VersionPin): string {
  return `${version}-${hash}`;
}

/**
 * Reads the `v` of an address.
 *
 * @param text may end in what stuck to it, as a sentence's full stop
 * @returns `undefined` where it is no pin
 */
export function parsePin(text: string): VersionPin | undefined {
  const [, version, hash] = /^(\d{1,4})-([0-9a-f]{8})(?![0-9a-z])/i.exec(text) ?? [];
  if (version === undefined || hash === undefined || Number(version) === 0) return undefined;
  return { version: Number(version), hash: hash.toLowerCase() };
}
