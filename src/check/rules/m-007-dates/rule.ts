import { isDay, locateField } from '../frontmatter-fields.ts';
import type { CheckedReport, Finding, ReportRule } from '../rule.ts';

/** Dates are days of the calendar, in an order that can be. */
export const dates: ReportRule = {
  code: 'm-007',
  name: 'dates',
  severity: 'error',
  scope: 'report',
  describe:
    'Dates are days of the calendar: signed, then published, then republished and retrieved; a yearly report is not published before its year.',
  check: (report) => [...impossible(report), ...disordered(report), ...tooEarly(report)],
};

type DateField = readonly [path: readonly string[], value: string | null];

function datesOf({ frontmatter }: CheckedReport): Record<string, DateField> {
  const { signed, published, republished, source } = frontmatter;
  return {
    signed: [['signed'], signed],
    published: [['published'], published],
    republished: [['republished'], republished],
    retrieved: [['source', 'retrieved'], source.retrieved],
  };
}

function impossible(report: CheckedReport): Finding[] {
  return Object.values(datesOf(report))
    .filter(([, value]) => value !== null && !isDay(value))
    .map(([path, value]) => ({
      location: locateField(report, path),
      text: `Unexpected date \`${value}\`, expected a day of the calendar`,
    }));
}

const ORDER = [
  ['signed', 'published'],
  ['signed', 'republished'],
  ['published', 'republished'],
  ['published', 'retrieved'],
  ['republished', 'retrieved'],
] as const;

function disordered(report: CheckedReport): Finding[] {
  const dates = datesOf(report);
  return ORDER.flatMap(([before, after]) => {
    const [, first] = dates[before] ?? [];
    const [path, second] = dates[after] ?? [];
    if (path === undefined || first == null || second == null || first <= second) return [];
    return [
      {
        location: locateField(report, path),
        text: `Unexpected \`${after}\` ${second} before \`${before}\` ${first}, expected it on that day or later`,
        hint: '`signed` stands under the text, `published` is its first posting, `republished` a later one',
      },
    ];
  });
}

function tooEarly(report: CheckedReport): Finding[] {
  const { kind, year, published } = report.frontmatter;
  if (kind !== 'annual' || published === null || Number(published.slice(0, 4)) >= year) return [];
  return [
    {
      location: locateField(report, ['published']),
      text: `Unexpected \`published\` ${published} of a report on ${year}, expected ${year} or later`,
      hint: 'a date in the site’s own “today” line is not the report’s',
    },
  ];
}
