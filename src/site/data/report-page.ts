import { pageAddress } from '../../report/addresses.ts';
import type { BasisField, Related, Report } from '../../report/report.ts';
import { kindLabels } from '../../report/report-id.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { ReportSum } from '../../vocabulary/indicator/find-sums.ts';
import { latestCode } from '../../vocabulary/region/region-tree.ts';
import { placePath, themedSections } from './archive-index.ts';
import { archive } from './built-archive.ts';
import { basisWords, fieldLabels, formatDate, timelinessReason } from './reader-words.ts';
import { reportFigures, reportOutline } from './report-text.ts';
import { regions, themes } from './vocabularies.ts';

export type ReportPage = ReturnType<typeof reportPage>;

/**
 * Build the page of a report.
 *
 * @param report it, or an earlier version that is shown in its place
 * @param sums of its text
 */
export function reportPage(summary: ReportSummary, report: Report, sums: readonly ReportSum[]) {
  const path = placePath(summary, regions);
  const code = latestCode(regions, summary.region.code);
  return {
    head: {
      title: report.title,
      description: describe(report),
      address: report.url,
      crumbs: [
        ...path.map((step) => ({ label: step.name, address: pageAddress('region', step.code) })),
        { label: `${report.year}年`, address: pageAddress('year', report.year) },
      ],
    },
    report,
    summary,
    facts: reportFacts(report),
    timeliness: timelinessReason(report),
    /** Theme links by the id of the section that opens the theme. */
    themes: new Map(
      [...Map.groupBy(themedSections(summary.sections), ([, section]) => section.id)].map(
        ([id, opened]) => [id, opened.flatMap(([theme]) => themeLinks(report, theme, code))],
      ),
    ),
    /** Figures, and the sums that the text itself allows, by the id of their paragraph. */
    figures: reportFigures(report),
    sums: Map.groupBy(sums, ({ paragraph }) => paragraph),
    outline: reportOutline(report.sections),
    neighbours: reportNeighbours(summary, code),
  };
}

/**
 * Return what a report's page shows of the pages around it. All else on it is of the report itself
 * and of its relatives.
 */
export function reportSurroundings(summary: ReportSummary) {
  const code = latestCode(regions, summary.region.code);
  return {
    path: placePath(summary, regions),
    code,
    neighbours: reportNeighbours(summary, code),
    hasOtherYears: reportsOf(code).length > 1,
  };
}

function describe(report: Report): string {
  const text = report.sections.flatMap(({ paragraphs }) => paragraphs)[0]?.text ?? '';
  return `${report.issuer}，${report.year}年度，${kindLabels[report.kind]}。${text}`.slice(0, 120);
}

/** A described field as the page shows it; `basis` where it is not the document's own words. */
interface Fact {
  readonly label: string;
  readonly text: string;
  readonly basis: string | null;
  readonly address?: string;
  readonly datetime?: string;
}

/** List what is known of a report, in the order in which its page shows it. */
function reportFacts(report: Report): Fact[] {
  const { region, basis } = report;
  const fact = (
    field: BasisField,
    text: string | null,
    more: Pick<Fact, 'address' | 'datetime'> = {},
  ): Fact[] => {
    if (text === null || text === '') return [];
    return [
      { label: fieldLabels[field], text, basis: basisWords[basis[field] ?? 'document'], ...more },
    ];
  };
  const date = (field: 'published' | 'republished' | 'signed'): Fact[] => {
    const value = report[field];
    return value === null ? [] : fact(field, formatDate(value), { datetime: value });
  };
  const path = region.path.map(({ name }) => name).join(' ');
  const regionPage = pageAddress('region', latestCode(regions, region.code));
  return [
    ...fact('issuer', report.issuer),
    ...fact('region', `${path}（${region.code}）`, { address: regionPage }),
    ...fact('year', `${report.year}年`, { address: pageAddress('year', report.year) }),
    ...fact('kind', kindLabels[report.kind]),
    ...fact('docNo', report.docNo),
    ...fact('addressee', report.addressee),
    ...fact('cc', report.cc),
    ...fact('signature', report.signature.join(' ')),
    ...date('signed'),
    ...date('published'),
    ...date('republished'),
  ];
}

export type ThemeLinks = ReturnType<typeof themeLinks>[number];

const themeById = new Map(themes.map((theme) => [theme.id, theme]));

/**
 * Return the links from a section to its theme elsewhere; none where the table has no such theme.
 *
 * @param id the theme's
 * @param code the latest code of the report's region
 */
function themeLinks({ year, related }: Report, id: string, code: string) {
  const theme = themeById.get(id);
  if (theme === undefined) return [];
  const hasTheme = (link: Related['sameTheme'][number]) =>
    archive.byId
      .get(link.id)
      ?.sections.some((section) => section.id === link.section && section.themes.includes(id));
  return [
    {
      label: theme.label,
      address: pageAddress('theme', id),
      elsewhere: pageAddress('themeYear', id, year),
      /** The same region in other years; `null` where the archive holds one report of it. */
      otherYears: reportsOf(code).length > 1 ? pageAddress('regionTheme', code, id) : null,
      related: related.sameTheme.filter(hasTheme),
    },
  ];
}

/** A report near another one, and how. */
export interface Neighbour {
  readonly relation: string;
  readonly title: string;
  readonly address: string;
}

/**
 * List the previous and next year of the region, then in the same year its other documents, the
 * region above it, and those beside it.
 */
function reportNeighbours({ id, year, region }: ReportSummary, code: string): Neighbour[] {
  const own = reportsOf(code);
  const annual = own.filter(({ kind }) => kind === 'annual');
  const parent = region.path.at(-2)?.code;
  const above = parent === undefined ? '' : latestCode(regions, parent);
  const ofYear = (reports: readonly ReportSummary[]) =>
    reports.filter((other) => other.year === year && other.kind === 'annual');
  const beside = ofYear(archive.within.get(above) ?? []).filter(
    (other) => other.region.path.at(-2)?.code === parent && other.region.code !== region.code,
  );
  const near: readonly (readonly [string, readonly (ReportSummary | undefined)[]])[] = [
    ['上一年', [annual.find((other) => other.year < year)]],
    ['下一年', [annual.findLast((other) => other.year > year)]],
    ['同年其他文件', own.filter((other) => other.year === year && other.id !== id)],
    ['上级', ofYear(reportsOf(above))],
    ['同级', nextInCodeOrder(beside, region.code)],
  ];
  return near.flatMap(([relation, reports]) =>
    reports.flatMap((report) =>
      report === undefined ? [] : [{ relation, title: report.title, address: report.url }],
    ),
  );
}

/** Return the eight next siblings in code order, going round, so that every one is linked from some. */
function nextInCodeOrder(reports: readonly ReportSummary[], code: string): ReportSummary[] {
  const after = reports.filter(({ region }) => region.code > code);
  const before = reports.filter(({ region }) => region.code < code);
  return [...after, ...before].slice(0, 8);
}

function reportsOf(code: string): readonly ReportSummary[] {
  return archive.byPlace.get(code) ?? [];
}
