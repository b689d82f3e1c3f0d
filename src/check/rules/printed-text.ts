import type { Location } from '../../report/archive-error.ts';
import { dropInvisible, normaliseTypography } from '../../report/characters/typography.ts';
import { locateField } from './frontmatter-fields.ts';
import type { Finding, PrintedText, ReportText } from './rule.ts';

/**
 * Find a pattern wherever it stands in a report's printed text, one finding a line.
 *
 * @param pattern with the flag `g`
 * @param say words a finding from the first match on its line
 */
export function everyMatch(
  report: ReportText,
  pattern: RegExp,
  say: (found: string) => Omit<Finding, 'location'>,
): Finding[] {
  return report.printed.flatMap((printed) => {
    const [first, ...more] = printed.text.matchAll(pattern);
    if (first === undefined) return [];
    const finding = say(first[0]);
    return [
      {
        ...finding,
        location: locateText(report, printed, first.index),
        text: finding.text + andMore(more.length),
      },
    ];
  });
}

/** What stands before the text of a note. */
const NOTE = /^\[\^(?:\\.|[^\]\\])+\]: ?/u;

const FIELDS = ['title', 'altTitles', 'issuer', 'addressee', 'cc', 'signature', 'docNo'];

/**
 * List all that a report file holds of printed text; omitted lines are kept verbatim, and not in it.
 *
 * @param data the frontmatter as YAML gave it
 * @param content the Markdown below it
 * @param bodyLine the 1-based line on which that starts
 */
export function printedTexts(data: unknown, content: string, bodyLine: number): PrintedText[] {
  const fields = FIELDS.flatMap((field) => {
    const value: unknown = Object(data)[field];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((text, index) => {
      const path = Array.isArray(value) ? [field, index] : [field];
      return typeof text === 'string' ? [{ text, field: path, line: undefined }] : [];
    });
  });
  const lines = content.split('\n').flatMap((whole, index) => {
    const indent = NOTE.exec(whole)?.[0].length ?? 0;
    const text = whole.slice(indent);
    return text === '' ? [] : [{ text, indent, field: undefined, line: bodyLine + index }];
  });
  return [...fields, ...lines];
}

/**
 * Give the location of a character of printed text; in a field, the location where the field's value starts.
 *
 * @param index UTF-16 units from the start of the piece
 */
export function locateText(report: ReportText, printed: PrintedText, index: number): Location {
  return printed.field === undefined
    ? { file: report.file, line: printed.line, column: (printed.indent ?? 0) + index + 1 }
    : locateField(report, printed.field);
}

/** A character that the archive's typography would not keep: its offset, and what replaces it. */
export interface TypographyFault {
  readonly at: number;
  readonly found: string;
  /** Empty where the character goes. */
  readonly expected: string;
}

/** Most lines hold nothing that could be wrong, and need no closer look. */
const SUSPECT = /[,:;()]|[^\S ]|\s\s| /;

/**
 * Compare a line with what the archive's typography makes of it.
 * Characters that print nothing are passed over here; `t-004` finds them.
 *
 * @param at of a fault is counted in UTF-16 units from 0
 */
export function typographyFaults(text: string): TypographyFault[] {
  if (!SUSPECT.test(text)) return [];
  const expected = normaliseTypography(text);
  if (expected === text) return [];
  const faults: TypographyFault[] = [];
  let to = 0;
  for (let at = 0; at < text.length; at++) {
    const found = text.charAt(at);
    const mark = expected.charAt(to);
    if (found === mark) to++;
    else if (/\s/.test(found) && mark !== ' ') faults.push({ at, found, expected: '' });
    else if (dropInvisible(found) !== '') {
      faults.push({ at, found, expected: mark });
      to++;
    }
  }
  return faults;
}

/** Name a character that may not show: `U+200B`. */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Say that a line holds more of the same, so that one pasted line gives one message. */
export function andMore(count: number): string {
  return count === 0 ? '' : ` (and ${count} more on this line)`;
}
