import { pageAddress } from '../../report/addresses.ts';
import type { Level, Timeliness } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { Region } from '../../vocabulary/region/region.ts';
import {
  childrenOf,
  findRegion,
  parentOf,
  regionPath,
} from '../../vocabulary/region/region-tree.ts';
import { archive } from './archive.ts';
import { themedSections } from './archive-index.ts';
import { type CoverageCell, type CoverageTable, emptyCell, yearsOf } from './coverage.ts';
import type { PageHead } from './links.ts';
import { type ReportRow, reportRow, type SectionRow, sectionRow } from './listing.ts';
import { regions, themes } from './vocabulary.ts';

/** A province with the places in it of which the archive holds reports. */
interface ProvinceEntry {
  readonly name: string;
  readonly address: string;
  readonly count: number;
  readonly below: readonly {
    readonly name: string;
    readonly address: string;
    readonly count: number;
  }[];
}

interface RegionsPage {
  readonly head: PageHead;
  readonly provinces: readonly ProvinceEntry[];
  readonly absent: readonly string[];
}

/** Builds the page of all regions: provinces, and under each what lies in it. */
export function regionsPage(): RegionsPage {
  const entry = ({ code, name }: { code: string; name: string }) => ({
    name,
    address: pageAddress('region', code),
    count: archive.within.get(code)?.length ?? 0,
  });
  const provinces = childrenOf(regions, null);
  const held = provinces.filter(({ code }) => archive.within.has(code));
  return {
    head: {
      title: '地区',
      description: '按省、市、县查法治政府建设报告。',
      address: pageAddress('regions'),
      crumbs: [],
    },
    provinces: held.map((province) => ({
      ...entry(province),
      below: childrenOf(regions, province.code)
        .filter(({ code }) => archive.within.has(code))
        .map(entry),
    })),
    absent: provinces.filter(({ code }) => !archive.within.has(code)).map(({ name }) => name),
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

interface RegionPage {
  readonly head: PageHead;
  readonly name: string;
  readonly code: string;
  readonly level: string;
  readonly parent: { readonly name: string; readonly address: string } | null;
  /** Reports of the place itself. */
  readonly reports: readonly ReportRow[];
  /** Places in it of which, or in which, the archive holds reports. */
  readonly below: CoverageTable;
  readonly absent: readonly string[];
  /** Reports of the place and of all in it. */
  readonly count: number;
  /** Themes through the years; none where there is one report. */
  readonly themes: readonly { readonly label: string; readonly address: string }[];
}

/** Lists the places that have a page: those on some report's path, under their latest codes. */
export function regionsWithPage(): Region[] {
  return [...archive.within.keys()].flatMap((code) => findRegion(regions, code) ?? []);
}

/** Builds a place's page. */
export function regionPage(region: Region): RegionPage {
  const { code, name, level } = region;
  const own = archive.byPlace.get(code) ?? [];
  const all = archive.within.get(code) ?? [];
  const parent = parentOf(regions, code);
  const children = childrenOf(regions, code);
  const held = children.filter((child) => archive.within.has(child.code));
  return {
    head: {
      title: name,
      description: `${regionPath(regions, code)
        .map((step) => step.name)
        .join('')}历年法治政府建设报告，收录 ${all.length} 份。`,
      address: pageAddress('region', code),
      crumbs: [
        { label: '地区', address: pageAddress('regions') },
        ...regionPath(regions, code)
          .slice(0, -1)
          .map((step) => ({ label: step.name, address: pageAddress('region', step.code) })),
      ],
    },
    name,
    code,
    level: levelWords[level],
    parent:
      parent === undefined
        ? null
        : { name: parent.name, address: pageAddress('region', parent.code) },
    reports: own.map(reportRow),
    below: coverage(held),
    absent: children.filter((child) => !archive.within.has(child.code)).map((child) => child.name),
    count: all.length,
    themes: placeThemes(code).map(({ id, label }) => ({
      label,
      address: pageAddress('regionTheme', code, id),
    })),
  };
}

/** Lists the themes of a place that can be followed through its reports: it has two or more. */
export function placeThemes(code: string): { id: string; label: string }[] {
  const own = archive.byPlace.get(code) ?? [];
  if (own.length < 2) return [];
  const held = new Set(
    own.flatMap(({ sections }) => sections.flatMap((section) => section.themes)),
  );
  return themes.filter(({ id }) => held.has(id));
}

function coverage(places: readonly Region[]): CoverageTable {
  const years = yearsOf(places.flatMap(({ code }) => archive.within.get(code) ?? []));
  return {
    years,
    rows: places.map(({ code, name }) => {
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

interface PlaceThemePage {
  readonly head: PageHead;
  readonly place: string;
  readonly label: string;
  /** Every report of the place, also one that has no section of the theme. */
  readonly years: readonly {
    readonly year: number;
    readonly title: string;
    readonly address: string;
    readonly sections: readonly SectionRow[];
  }[];
}

/** Builds the page that follows one theme of one place through the years. */
export function placeThemePage(
  region: Region,
  theme: { readonly id: string; readonly label: string },
): PlaceThemePage {
  const own = archive.byPlace.get(region.code) ?? [];
  return {
    head: {
      title: `${region.name}历年${theme.label}`,
      description: `${region.name}历年法治政府建设报告中关于「${theme.label}」的部分。`,
      address: pageAddress('regionTheme', region.code, theme.id),
      crumbs: [
        { label: '地区', address: pageAddress('regions') },
        ...regionPath(regions, region.code).map(({ code, name }) => ({
          label: name,
          address: pageAddress('region', code),
        })),
      ],
    },
    place: region.name,
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
