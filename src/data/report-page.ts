import { latestCode } from '../archive/region/latest-code.ts';
import { kindLabels } from '../archive/report/kind-labels.ts';
import type { BasisField, Observation, Report, Section } from '../archive/report/report.ts';
import type { ReportSummary, SectionSummary } from '../archive/report/report-summary.ts';
import { archive } from './archive.ts';
import { placePath, themedSections } from './archive-index.ts';
import { basisWords } from './field-words.ts';
import { figureLimits, figureWords } from './figure-words.ts';
import { formatDate } from './format-date.ts';
import type { PageHead } from './page-head.ts';
import { readRelated, readReport } from './read-compiled.ts';
import { timelinessPhrase } from './timeliness-phrase.ts';
import { indicators, regions, themes } from './vocabulary.ts';

/** A described field as the page shows it; `basis` where it is not the document's own words. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly basis: string | null;
  readonly address?: string;
  readonly datetime?: string;
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

/** A figure read from the text, with the paragraph that holds its words. */
export interface Figure {
  readonly label: string;
  readonly words: string;
  readonly limits: string;
  /** The words it was read from. */
  readonly raw: string;
  readonly paragraph: string;
}

export interface Neighbour {
  readonly relation: string;
  readonly title: string;
  readonly address: string;
}

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
  readonly outline: readonly OutlineEntry[];
  readonly neighbours: readonly Neighbour[];
}

export interface OutlineEntry {
  readonly section: SectionSummary & { readonly supplied?: boolean };
  readonly below: readonly OutlineEntry[];
}

const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]));
const themeById = new Map(themes.map((theme) => [theme.id, theme]));

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
        ...path.map(({ code, name }) => ({ label: name, address: `/regions/${code}/` })),
        { label: `${report.year}年`, address: `/years/${report.year}/` },
      ],
    },
    report,
    summary,
    facts: facts(report),
    timeliness: timelinessReason(report),
    themes: new Map(
      [...Map.groupBy(themedSections(summary.sections), ([, section]) => section.id)].map(
        ([id, opened]) => [
          id,
          opened.flatMap(([theme]) => themeLinks(report, theme, place, ofPlace)),
        ],
      ),
    ),
    figures: Map.groupBy(report.observations.flatMap(figure), ({ paragraph }) => paragraph),
    outline: outline(report.sections),
    neighbours: neighbours(summary, ofPlace),
  };
}

function figure(observation: Observation): Figure[] {
  const label = indicatorById.get(observation.indicator)?.label;
  if (label === undefined) return [];
  const { raw, paragraph } = observation;
  const [words, limits] = [figureWords(observation), figureLimits(observation)];
  return [{ label, words, limits, raw, paragraph }];
}

function describe(report: Report): string {
  const text = report.sections.flatMap(({ paragraphs }) => paragraphs)[0]?.text ?? '';
  return `${report.issuer}，${report.year}年度，${kindLabels[report.kind]}。${text}`.slice(0, 120);
}

function facts(report: Report): Fact[] {
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
      address: `/regions/${latestCode(regions, region.code)}/`,
    },
    {
      label: '报告年度',
      text: `${report.year}年`,
      basis: noted('year'),
      address: `/years/${report.year}/`,
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

function timelinessReason(report: Report): ReportPage['timeliness'] {
  const { state } = report.timeliness;
  const phrase = timelinessPhrase(report.timeliness);
  const rule = `时限为${report.year + 1}年4月1日前`;
  const note = basisWords[report.basis.published ?? 'document'];
  const published =
    report.published === null
      ? ''
      : `；公布于${formatDate(report.published)}${note === null ? '' : `（${note}）`}`;
  const reasons = {
    'on-time': `${rule}${published}`,
    late: `${rule}${published}`,
    early: `${rule}${published}，在报告年度之内`,
    unknown: `${rule}；原文与原网页均未见公布日期，成文日期不作为公布日期`,
    'not-applicable':
      report.kind === 'annual' ? '所见为旧文再次发布，首次公布的日期不详' : '时限只适用于年度报告',
  };
  return { phrase, reason: `${reasons[state]}。` };
}

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
      address: `/themes/${id}/`,
      elsewhere: `/themes/${id}/${report.year}/`,
      otherYears: ofPlace.length > 1 ? `/regions/${place}/themes/${id}/` : null,
      related: report.related.sameTheme.filter((link) =>
        archive.byId
          .get(link.id)
          ?.sections.some((section) => section.id === link.section && section.themes.includes(id)),
      ),
    },
  ];
}

function outline(sections: readonly Section[], depth = 1): OutlineEntry[] {
  return sections.map(
    ({ sections: below, paragraphs, number: _n, stop: _s, style: _t, ...section }) => ({
      section: { ...section, depth, paragraph: paragraphs[0]?.id ?? null },
      below: outline(below, depth + 1),
    }),
  );
}

/** Previous and next year of the place, then the places above it and beside it, in the same year. */
function neighbours(summary: ReportSummary, ofPlace: readonly ReportSummary[]): Neighbour[] {
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
