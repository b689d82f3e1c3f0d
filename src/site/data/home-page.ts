import { pageAddress } from '../../report/addresses.ts';
import { childrenOf } from '../../vocabulary/region/region-tree.ts';
import { archive } from './archive.ts';
import { governments } from './coverage.ts';
import type { PageHead } from './links.ts';
import { type ReportRow, reportRow } from './listing.ts';
import { regions, themes } from './vocabulary.ts';

/** A way into the archive, with how many reports lie that way. */
interface Way {
  readonly label: string;
  readonly address: string;
  readonly count: number;
}

interface HomePage {
  readonly head: PageHead;
  readonly reports: number;
  readonly places: number;
  readonly governments: number;
  readonly characters: number;
  readonly years: readonly Way[];
  readonly provinces: readonly Way[];
  readonly emptyProvinces: readonly string[];
  readonly themes: readonly Way[];
  readonly newest: readonly ReportRow[];
}

/** Builds the home page. */
export function homePage(): HomePage {
  const provinces = childrenOf(regions, null).map(({ code, name }) => ({
    label: name,
    address: pageAddress('region', code),
    count: archive.within.get(code)?.length ?? 0,
  }));
  return {
    head: {
      title: '法治政府建设报告库',
      description: '县级以上各级人民政府法治政府建设年度报告的存档：阅读、检索、引用。',
      address: pageAddress('home'),
      crumbs: [],
    },
    reports: archive.reports.length,
    places: archive.byPlace.size,
    governments,
    characters: archive.reports.reduce((sum, { characters }) => sum + characters, 0),
    years: archive.years.map((year) => ({
      label: `${year}`,
      address: pageAddress('year', year),
      count: archive.byYear.get(year)?.length ?? 0,
    })),
    provinces: provinces.filter(({ count }) => count > 0),
    emptyProvinces: provinces.filter(({ count }) => count === 0).map(({ label }) => label),
    themes: themes.flatMap(({ id, label }) => {
      const count = archive.byTheme.get(id)?.length ?? 0;
      return count === 0 ? [] : [{ label, address: pageAddress('theme', id), count }];
    }),
    newest: archive.reports.slice(0, 8).map(reportRow),
  };
}
