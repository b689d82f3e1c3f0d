import { pageAddress } from '../../report/addresses.ts';
import type { BasisField, Report } from '../../report/report.ts';
import { kindLabels } from '../../report/report-id.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { latestCode } from '../../vocabulary/region/region-tree.ts';
import { archive } from './archive.ts';
import { placePath, themedSections } from './archive-index.ts';
import type { PageHead } from './links.ts';
import { readRelated, readReport } from './read-compiled.ts';
import { basisWords, formatDate, timelinessReason } from './reader-words.ts';
import {
  type Figure,
  type FigureSum,
  type OutlineEntry,
  reportFigures,
  reportOutline,
  reportSums,
} from './report-text.ts';
import { regions, themes } from './vocabulary.ts';

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
 * @param version an earlier version of it, to be shown in its place
 */
export function reportPage(
  summary: ReportSummary,
  version: Report = readReport(summary.id),
): ReportPage {
  const report = { ...version, related: readRelated(summary.id) };
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

/** A described field as the page shows it; `basis` where it is not the document's own words. */
interface Fact {
  readonly label: string;
  readonly text: string;
  readonly basis: string | null;
  readonly address?: string;
  readonly datetime?: string;
}

/** Lists what is known of a report, in the order in which its page shows it. */
function reportFacts(report: Report): Fact[] {
  const { region, basis } = report;
  const noted = (field: BasisField) => basisWords[basis[field] ?? 'document'];
  const date = (label: string, field: 'published' | 'republished' | 'signed'): Fact[] => {
    const value = report[field];
    if (value === null) return [];
    return [{ label, text: formatDate(value), datetime: value, basis: noted(field) }];
  };
  const words = (label: string, field: 'addressee' | 'cc' | 'docNo'): Fact[] => {
    const value = report[field];
    return value === null ? [] : [{ label, text: value, basis: noted(field) }];
  };
  return [
    { label: '发布机关', text: report.issuer, basis: noted('issuer') },
    {
      label: '行政区划',
      text: `${region.path.map(({ name }) => name).join(' ')}（${region.code}）`,
      basis: noted('region'),
      address: pageAddress('region', latestCode(regions, region.code)),
    },
    {
      label: '报告年度',
      text: `${report.year}年`,
      basis: noted('year'),
      address: pageAddress('year', report.year),
    },
    { label: '类型', text: kindLabels[report.kind], basis: noted('kind') },
    ...words('文号', 'docNo'),
    ...words('主送', 'addressee'),
    ...words('抄送', 'cc'),
    ...(report.signature.length > 0
      ? [{ label: '落款', text: report.signature.join(' '), basis: noted('signature') }]
      : []),
    ...date('成文日期', 'signed'),
    ...date('发布日期', 'published'),
    ...date('再次发布', 'republished'),
  ];
}

/** A theme of a section, and where the same theme is found elsewhere. */
export interface ThemeLinks {
  readonly label: string;
  readonly address: string;
  readonly elsewhere: string;
  /** The same place in other years; absent where the archive holds one report of it. */
  readonly otherYears: string | null;
  readonly related: Report['related']['sameTheme'];
}

const themeById = new Map(themes.map((theme) => [theme.id, theme]));

/**
 * Gives the links from a section to its theme elsewhere.
 *
 * @param id the theme's
 * @param place the latest code of the report's place
 * @param ofPlace all reports of that place
 */
function themeLinks(
  report: Report,
  id: string,
  place: string,
  ofPlace: readonly ReportSummary[],
): ThemeLinks[] {
  const theme = themeById.get(id);
  if (theme === undefined) return [];
  return [
    {
      label: theme.label,
      address: pageAddress('theme', id),
      elsewhere: pageAddress('themeYear', id, report.year),
      otherYears: ofPlace.length > 1 ? pageAddress('regionTheme', place, id) : null,
      related: report.related.sameTheme.filter((link) =>
        archive.byId
          .get(link.id)
          ?.sections.some((section) => section.id === link.section && section.themes.includes(id)),
      ),
    },
  ];
}

/** A report near another one, and how. */
export interface Neighbour {
  readonly relation: string;
  readonly title: string;
  readonly address: string;
}

/** Previous and next year of the place, then the places above it and beside it, in the same year. */
function reportNeighbours(summary: ReportSummary, ofPlace: readonly ReportSummary[]): Neighbour[] {
  const annual = ofPlace.filter(({ kind }) => kind === 'annual');
  const older = annual.find(({ year }) => year < summary.year);
  const newer = annual.findLast(({ year }) => year > summary.year);
  const others = ofPlace.filter(({ id, year }) => year === summary.year && id !== summary.id);
  const parent = summary.region.path.at(-2)?.code;
  const sameYear = (code: string) =>
    (archive.byPlace.get(latestCode(regions, code)) ?? []).filter(
      ({ year, kind }) => year === summary.year && kind === 'annual',
    );
  const near =
    parent === undefined
      ? []
      : (archive.within.get(latestCode(regions, parent)) ?? []).filter(
          ({ year, kind, region }) =>
            year === summary.year &&
            kind === 'annual' &&
            region.path.at(-2)?.code === parent &&
            region.code !== summary.region.code,
        );
  return [
    ...link('上一年', older),
    ...link('下一年', newer),
    ...others.flatMap((report) => link('同年其他文件', report)),
    ...(parent === undefined ? [] : sameYear(parent).flatMap((report) => link('上级', report))),
    ...nearest(near, summary.region.code).flatMap((report) => link('同级', report)),
  ];
}

/** The eight next siblings in code order, going round, so that every one is linked from some. */
function nearest(reports: readonly ReportSummary[], code: string): ReportSummary[] {
  const after = reports.filter(({ region }) => region.code > code);
  const before = reports.filter(({ region }) => region.code < code);
  return [...after, ...before].slice(0, 8);
}

function link(relation: string, report: ReportSummary | undefined): Neighbour[] {
  return report === undefined ? [] : [{ relation, title: report.title, address: report.url }];
}
