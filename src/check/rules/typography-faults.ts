import { dropInvisible, normaliseTypography } from '../../report/characters/typography.ts';

/** A character that the archive's typography would not keep: its place, and what comes in its stead. */
export interface TypographyFault {
  readonly at: number;
  readonly found: string;
  /** Empty where the character goes. */
  readonly expected: string;
}

/** Most lines hold nothing that could be wrong, and need no closer look. */
const SUSPECT = /[,:;()]|[^\S ]|\s\s| /;

/**
 * Compares a line with what the archive's typography makes of it.
 * Characters that print nothing are no matter of typography and passed over.
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
