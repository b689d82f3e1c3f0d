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
import { type CoverageCell, type CoverageTable, emptyCell, yearsOf } from './coverage-table.ts';
import type { PageHead } from './page-head.ts';
import { type ReportRow, reportRow } from './report-row.ts';
import { regions, themes } from './vocabulary.ts';

const levelWords: Record<Level, string> = {
  national: '国家',
  province: '省级',
  prefecture: '地级',
  county: '县级',
  township: '乡级',
  zone: '功能区',
};

export interface RegionPage {
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
