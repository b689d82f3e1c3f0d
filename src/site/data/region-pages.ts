import { pageAddress } from '../../report/addresses.ts';
import type { Level, Timeliness } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { Region } from '../../vocabulary/region/region.ts';
import { childrenOf, findRegion, regionPath } from '../../vocabulary/region/region-tree.ts';
import { themedSections } from './archive-index.ts';
import { archive } from './built-archive.ts';
import { type CoverageCell, type CoverageTable, emptyCell } from './coverage.ts';
import type { Crumb } from './links.ts';
import { reportRow, sectionRow, type Way } from './listing.ts';
import { regions, themes } from './vocabularies.ts';

/** Build the page of all regions: provinces, and under each the regions in it with reports. */
export function regionsPage() {
  const way = ({ code, name }: Region): Way => ({
    label: name,
    address: pageAddress('region', code),
    count: archive.within.get(code)?.length ?? 0,
  });
  const { held, absent } = heldBelow(null);
  return {
    head: {
      title: '地区',
      description: '按省、市、县查法治政府建设报告。',
      address: pageAddress('regions'),
      crumbs: [],
    },
    provinces: held.map((province) => ({
      ...way(province),
      below: heldBelow(province.code).held.map(way),
    })),
    absent,
  };
}

const levelWords: Record<Level, string> = {
  national: '国家',
  province: '省级',
  prefecture: '地级',
  county: '县级',
  township: '乡级',
  zone: '功能区',
};

/** List the regions that have a page: those on some report's path, under their latest codes. */
export function regionsWithPage(): Region[] {
  return [...archive.within.keys()].flatMap((code) => findRegion(regions, code) ?? []);
}

/** Build a region's page. */
export function regionPage(region: Region) {
  const { code, name, level } = region;
  const own = archive.byPlace.get(code) ?? [];
  const all = archive.within.get(code) ?? [];
  const crumbs = regionCrumbs(code);
  const { held, absent } = heldBelow(code);
  return {
    head: {
      title: name,
      description: `${regionPath(regions, code)
        .map((step) => step.name)
        .join('')}历年法治政府建设报告，收录 ${all.length} 份。`,
      address: pageAddress('region', code),
      crumbs: crumbs.slice(0, -1),
    },
    name,
    code,
    level: levelWords[level],
    /** The region above; none of a province. */
    parent: crumbs.slice(1, -1).at(-1),
    reports: own.map(reportRow),
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
function regionCrumbs(code: string): Crumb[] {
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
  const children = childrenOf(regions, code);
  return {
    held: children.filter((child) => archive.within.has(child.code)),
    absent: children.filter((child) => !archive.within.has(child.code)).map(({ name }) => name),
  };
}

function coverage(below: readonly Region[]): CoverageTable {
  const reports = below.flatMap(({ code }) => archive.within.get(code) ?? []);
  const years = [...new Set(reports.map(({ year }) => year))].toSorted((a, b) => b - a);
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

/** Build the page that follows one theme of one region through the years. It lists every report. */
export function regionThemePage(
  region: Region,
  theme: { readonly id: string; readonly label: string },
) {
  const own = archive.byPlace.get(region.code) ?? [];
  return {
    head: {
      title: `${region.name}历年${theme.label}`,
      description: `${region.name}历年法治政府建设报告中关于「${theme.label}」的部分。`,
      address: pageAddress('regionTheme', region.code, theme.id),
      crumbs: regionCrumbs(region.code),
    },
    region: region.name,
    label: theme.label,
    years: own.map((report) => ({
      year: report.year,
      title: report.title,
      address: report.url,
      sections: themedSections(report.sections)
        .filter(([id]) => id === theme.id)
        .map(([, section]) => sectionRow({ report, section })),
    })),
  };
}
