import { pageAddress } from '../../report/addresses.ts';
import type { Timeliness } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { Region } from '../../vocabulary/region/region.ts';
import {
  childrenOf,
  findRegion,
  isReportingGovernment,
  provinceOf,
  regionPath,
} from '../../vocabulary/region/region-tree.ts';
import { yearSpan } from './archive-index.ts';
import { archive } from './built-archive.ts';
import { type CoverageCell, type CoverageTable, emptyCell } from './coverage.ts';
import type { Crumb } from './links.ts';
import { reportRow, type Way } from './listing.ts';
import { placeMarks, placeSeries } from './place-figures.ts';
import { ownDigest, readMarks } from './read-compiled.ts';
import { levelWords } from './reader-words.ts';
import { regions, themes } from './vocabularies.ts';

/** Build the page of all regions: provinces, and under each the regions in it with reports. */
export function regionsPage() {
  const { held, absent } = heldBelow(null);
  return {
    head: {
      title: '地区',
      description: '按省、市、县查法治政府建设报告。',
      address: pageAddress('regions'),
      crumbs: [],
    },
    provinces: held.map((province) => ({
      ...regionWay(province),
      below: heldBelow(province.code).held.map(regionWay),
    })),
    absent,
  };
}

function regionWay({ code, name }: Region): Way {
  const count = archive.within.get(code)?.length ?? 0;
  return { label: name, address: pageAddress('region', code), count };
}

/** Name a region with those above it: 河南省鹤壁市. */
function wholeName(code: string): string {
  return regionPath(regions, code)
    .map(({ name }) => name)
    .join('');
}

/** List the regions with reports: those on some report's path, under their latest codes. */
export function regionsWithPage(): Region[] {
  return [...archive.within.keys()].flatMap((code) => findRegion(regions, code) ?? []);
}

/**
 * List the provinces of which nothing is held: they have pages too. Below them there are thousands of
 * such regions; the page for an address that is not there answers for these.
 */
export function regionsWithoutReports(): Region[] {
  return [...regions.regions.values()].filter(
    ({ code, level, until }) =>
      level === 'province' && until === null && !archive.within.has(code) && isOfMainland(code),
  );
}

function isOfMainland(code: string): boolean {
  const province = provinceOf(regions, code);
  return province !== undefined && isReportingGovernment(province);
}

export type EmptyRegionPage = ReturnType<typeof emptyRegionPage>;
export type RegionPage = ReturnType<typeof regionPage>;

/** Build the page of a region of which nothing is held. */
export function emptyRegionPage(region: Region) {
  const { code, name, level } = region;
  const crumbs = regionCrumbs(code);
  const beside = heldBelow(region.parent).held;
  return {
    head: {
      title: name,
      description: `${wholeName(code)}的法治政府建设报告，本库尚未收录。`,
      address: pageAddress('region', code),
      crumbs: crumbs.slice(0, -1),
    },
    name,
    code,
    level: levelWords[level],
    parent: crumbs.slice(1, -1).at(-1),
    /** Regions beside it of which there are reports. */
    beside: beside.map(regionWay),
  };
}

/** Build a region's page. */
export function regionPage(region: Region) {
  const { code, name, level } = region;
  const own = archive.byPlace.get(code) ?? [];
  const all = archive.within.get(code) ?? [];
  const crumbs = regionCrumbs(code);
  const { held, absent } = heldBelow(code);
  const ownYears = yearSpan(own.map(({ year }) => year));
  return {
    head: {
      title: name,
      description: `${wholeName(code)}历年法治政府建设报告，收录 ${all.length} 份。`,
      address: pageAddress('region', code),
      crumbs: crumbs.slice(0, -1),
    },
    name,
    code,
    level: levelWords[level],
    /** The region above; none of a province. */
    parent: crumbs.slice(1, -1).at(-1),
    /** Every year from its first report to its last; one without a report is a gap. */
    years: ownYears.map((year) => ({
      year,
      rows: own.filter((report) => report.year === year).map(reportRow),
    })),
    series: {
      years: ownYears,
      rows: placeSeries(code, ownYears),
      peers: peerWords(region),
    },
    compare: own.length === 0 ? null : compareAddress(own),
    below: coverage(held),
    absent,
    /** Reports of the region and of all in it. */
    count: all.length,
    themes: regionThemes(code).map(({ id, label }) => ({
      label,
      address: pageAddress('regionTheme', code, id),
    })),
  };
}

/**
 * Return what tells whether a region's page is as it was; of one that follows a theme through its
 * reports, their `texts` too.
 */
export function regionMarks(code: string, texts?: 'texts') {
  const own = archive.byPlace.get(code) ?? [];
  const all = archive.within.get(code) ?? [];
  return [
    placeMarks(code),
    (texts === undefined ? all : own).map(({ id }) => readMarks(id).summary),
    texts === undefined ? [] : own.map(({ id }) => ownDigest(id)),
  ];
}

/** Name the places that a region's figures are set beside. */
export function peerWords({ code, level }: Region): string {
  const province = provinceOf(regions, code);
  return level === 'province' || province === undefined
    ? `各${levelWords[level]}地方`
    : `${province.name}各${levelWords[level]}地方`;
}

/** Compare a place's latest annual report with the one before it; with nothing yet where it has one. */
function compareAddress(own: readonly ReportSummary[]): string {
  const [a, b] = own.filter(({ kind }) => kind === 'annual');
  const first = a ?? own[0];
  return `${pageAddress('compare')}?a=${first?.id}${b === undefined ? '' : `&b=${b.id}`}`;
}

/** List the themes that can be followed through a region's reports. It must have two or more. */
export function regionThemes(code: string): { id: string; label: string }[] {
  const own = archive.byPlace.get(code) ?? [];
  if (own.length < 2) return [];
  const held = new Set(
    own.flatMap(({ sections }) => sections.flatMap((section) => section.themes)),
  );
  return themes.filter(({ id }) => held.has(id));
}

/** Return the way down to a region's page, itself included. */
export function regionCrumbs(code: string): Crumb[] {
  return [
    { label: '地区', address: pageAddress('regions') },
    ...regionPath(regions, code).map((step) => ({
      label: step.name,
      address: pageAddress('region', step.code),
    })),
  ];
}

/** Sort the regions right below one into those with reports and the names of those without. */
function heldBelow(code: string | null): { held: Region[]; absent: string[] } {
  const children = childrenOf(regions, code).filter(
    (child) => archive.within.has(child.code) || isOfMainland(child.code),
  );
  return {
    held: children.filter((child) => archive.within.has(child.code)),
    absent: children.filter((child) => !archive.within.has(child.code)).map(({ name }) => name),
  };
}

function coverage(below: readonly Region[]): CoverageTable {
  const reports = below.flatMap(({ code }) => archive.within.get(code) ?? []);
  const years = yearSpan(reports.map(({ year }) => year));
  return {
    years,
    rows: below.map(({ code, name }) => {
      const own = Map.groupBy(archive.byPlace.get(code) ?? [], ({ year }) => year);
      const all = Map.groupBy(archive.within.get(code) ?? [], ({ year }) => year);
      return {
        name,
        address: pageAddress('region', code),
        cells: years.map((year) => cell(name, year, own.get(year), all.get(year)?.length ?? 0)),
      };
    }),
  };
}

/** A short word a state, for a cell; the page says below the table what they mean. */
const stateWords: Record<Timeliness['state'], string> = {
  'on-time': '按时',
  late: '迟',
  early: '年内',
  unknown: '不详',
  'not-applicable': '不计',
};

function cell(
  name: string,
  year: number,
  own: readonly ReportSummary[] | undefined,
  all: number,
): CoverageCell {
  const report = own?.[0];
  const below = all - (own?.length ?? 0);
  if (report === undefined && below === 0) return emptyCell;
  const words = report === undefined ? [] : [reportWord(report)];
  const text = [...words, ...(below > 0 ? [`+${below}`] : [])].join(' ');
  const label = `${name}${year}年：${text}`;
  return { address: report?.url ?? null, text, label };
}

function reportWord({ kind, timeliness: { state, days } }: ReportSummary): string {
  if (kind !== 'annual') return '其他文件';
  return state === 'late' ? `迟 ${days} 天` : stateWords[state];
}
