import type { ReportText } from './checked-archive.ts';
import { placeInText } from './place-in-text.ts';
import type { Finding } from './rule.ts';

/**
 * Finds a pattern wherever it stands in a report's printed text, one finding a line.
 *
 * @param pattern with the flag `g`
 * @param say words a finding from the first match on its line
 */
export function everyMatch(
  report: ReportText,
  pattern: RegExp,
  say: (found: string) => Omit<Finding, 'place'>,
): Finding[] {
  return report.printed.flatMap((printed) => {
    const [first, ...more] = printed.text.matchAll(pattern);
    if (first === undefined) return [];
    const finding = say(first[0]);
    return [
      {
        ...finding,
        place: placeInText(report, printed, first.index),
        text: finding.text + andMore(more.length),
      },
    ];
  });
}

/** Says that a line holds more of the same, so that one pasted line gives one message. */
export function andMore(count: number): string {
  return count === 0 ? '' : ` (and ${count} more on this line)`;
}

/** Names a character that may not show: `U+200B`. */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
