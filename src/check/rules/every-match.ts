import { andMore } from './and-more.ts';
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
