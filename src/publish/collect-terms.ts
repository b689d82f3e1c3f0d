import { fold } from '../report/characters/fold.ts';
import type { ReportSummary } from '../report/report-summary.ts';
import type { Indicator } from '../vocabulary/indicator/parse-indicators.ts';
import type { Theme } from '../vocabulary/theme/parse-themes.ts';

/** Words of reports that are kept, those of most reports first: about 40 KB at 30,000 reports. */
const MOST = 4000;
/** A clause longer than any that a reader types from memory. */
const LONGEST = 40;

/** What of a report the vocabulary takes. */
export type NamedReport = Pick<ReportSummary, 'title' | 'issuer' | 'region' | 'sections'>;

/** What of the archive's vocabularies it takes. */
export interface NamedIdeas {
  readonly themes: readonly Pick<Theme, 'label' | 'words'>[];
  readonly indicators: { readonly indicators: readonly Pick<Indicator, 'label'>[] };
}

/**
 * Collect the words a mistyped query is held against: what themes and indicators are called, the
 * clauses of headings and titles, and the names of places and issuers.
 * @param reports the archive's reports
 * @param ideas its themes and indicators
 * @param most how many clauses of reports are kept
 * @returns the words, folded: those of the archive first, then those of most reports
 */
export function collectTerms(
  reports: readonly NamedReport[],
  { themes, indicators }: NamedIdeas,
  most = MOST,
): string[] {
  const own = [
    ...themes.flatMap(({ label, words }) => [label, ...words]),
    ...indicators.indicators.map(({ label }) => label),
  ];
  const places = new Set(reports.flatMap(({ region }) => region.path.map(({ name }) => name)));
  const counts = new Map<string, number>();
  for (const report of reports) {
    for (const clause of new Set(reportClauses(report)))
      counts.set(clause, (counts.get(clause) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
  const all = [...own, ...frequent.map(([clause]) => clause), ...places].map(fold);
  return [...new Set(all)].filter((term) => Array.from(term).length > 1);
}

function reportClauses({ title, issuer, sections }: NamedReport): string[] {
  return [title, issuer ?? '', ...sections.map(({ heading }) => heading ?? '')]
    .flatMap((text) => text.split(/[\s\p{P}\d]+/u))
    .filter((clause) => clause.length > 1 && clause.length <= LONGEST);
}
