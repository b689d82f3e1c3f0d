import { pageAddress } from '../../report/addresses.ts';
import type { Report } from '../../report/report.ts';
import { kindLabels } from '../../report/report-id.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { latestCode } from '../../vocabulary/region/region-tree.ts';
import { archive } from './archive.ts';
import { placePath, themedSections } from './archive-index.ts';
import type { PageHead } from './page-head.ts';
import { readReport } from './read-compiled.ts';
import { type Fact, reportFacts } from './report-facts.ts';
import { type Figure, type FigureSum, reportFigures, reportSums } from './report-figures.ts';
import { type Neighbour, reportNeighbours } from './report-neighbours.ts';
import { type OutlineEntry, reportOutline } from './report-outline.ts';
import { type ThemeLinks, themeLinks } from './theme-links.ts';
import { timelinessReason } from './timeliness-reason.ts';
import { regions } from './vocabulary.ts';

/** Everything that a report's page shows. */
export interface ReportPage {
  readonly head: PageHead;
  readonly report: Report;
  readonly summary: ReportSummary;
  readonly facts: readonly Fact[];
  readonly timeliness: { readonly phrase: string; readonly reason: string };
  /** Theme links by the id of the section that opens the theme. */
  readonly themes: ReadonlyMap<string, readonly ThemeLinks[]>;
  /** Figures by the id of the paragraph that they were read from. */
  readonly figures: ReadonlyMap<string, readonly Figure[]>;
  /** Sums that the text itself allows, likewise. */
  readonly sums: ReadonlyMap<string, readonly FigureSum[]>;
  readonly outline: readonly OutlineEntry[];
  readonly neighbours: readonly Neighbour[];
}

/**
 * Builds the page of a report.
 *
 * @param report an earlier version of it, to be shown in its place
 */
export function reportPage(
  summary: ReportSummary,
  report: Report = readReport(summary.id),
): ReportPage {
  const path = placePath(summary, regions);
  const place = latestCode(regions, summary.region.code);
  const ofPlace = archive.byPlace.get(place) ?? [];
  return {
    head: {
      title: report.title,
      description: describe(report),
      address: report.url,
      crumbs: [
        ...path.map(({ code, name }) => ({ label: name, address: pageAddress('region', code) })),
        { label: `${report.year}年`, address: pageAddress('year', report.year) },
      ],
    },
    report,
    summary,
    facts: reportFacts(report),
    timeliness: timelinessReason(report),
    themes: new Map(
      [...Map.groupBy(themedSections(summary.sections), ([, section]) => section.id)].map(
        ([id, opened]) => [
          id,
          opened.flatMap(([theme]) => themeLinks(report, theme, place, ofPlace)),
        ],
      ),
    ),
    figures: reportFigures(report),
    sums: reportSums(report),
    outline: reportOutline(report.sections),
    neighbours: reportNeighbours(summary, ofPlace),
  };
}

function describe(report: Report): string {
  const text = report.sections.flatMap(({ paragraphs }) => paragraphs)[0]?.text ?? '';
  return `${report.issuer}，${report.year}年度，${kindLabels[report.kind]}。${text}`.slice(0, 120);
}
