import type { PagePart } from './page.ts';
import { readDate } from './read-date.ts';
import { splitMetadata } from './split-metadata.ts';
import { cutText, cutVerbatim, type VerbatimLine } from './verbatim-line.ts';

const READ: ReadonlySet<string> = new Set(['title', 'published', 'signed', 'issuer', 'docNo']);

/** Reads a line of labelled values on a page; an empty list where it is none. */
export function readLabelledParts(line: VerbatimLine): PagePart[] {
  return splitMetadata(line.bare).map(({ key, start, end, valueStart }) => {
    const value = trimMarks(cutText(line, valueStart, end));
    return {
      line: line.line,
      text: cutVerbatim(line, start, end),
      why: READ.has(key) && value !== '' ? 'metadata' : 'furniture',
      key,
      value,
      basis: 'page',
    };
  });
}

/**
 * Reads a line that holds the value of a label on the line above.
 *
 * @returns an empty list where the label asks for a date and the line is none
 */
export function readLabelledValue(key: PagePart['key'], line: VerbatimLine): PagePart[] {
  if (key === undefined) return [];
  if ((key === 'published' || key === 'signed') && readDate(line.bare) === undefined) return [];
  return [
    {
      line: line.line,
      text: line.raw,
      why: READ.has(key) ? 'metadata' : 'furniture',
      key,
      value: cutText(line, 0, line.bare.length),
      basis: 'page',
    },
  ];
}

/** Takes marks between table cells off a value. */
function trimMarks(value: string): string {
  return value.replace(/^[|｜\s]+|[|｜\s-]+$/gu, '');
}
