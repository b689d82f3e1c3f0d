import { pageAddress } from '../../report/addresses.ts';
import { provinceOf } from '../../vocabulary/region/region-tree.ts';
import { archive } from './built-archive.ts';
import { regions } from './vocabularies.ts';

/** Return what the search page shows before anything is found. */
export function searchScope() {
  const { reports, years } = archive;
  const [latest, first] = [years[0], years.at(-1)];
  const span = latest === first ? `${latest}` : `${first}—${latest}`;
  const facets = [
    years,
    reports.map(({ region }) => provinceOf(regions, region.code)?.code ?? region.path[0]?.code),
    [...archive.byTheme.keys()],
    reports.map(({ kind }) => kind),
    reports.map(({ timeliness }) => timeliness.state),
  ];
  return {
    head: {
      title: '检索',
      description: '在全部法治政府建设报告中逐字检索。',
      address: pageAddress('search'),
      crumbs: [],
    },
    /** What is searched. */
    scope: reports.length === 0 ? '本库' : `全部 ${reports.length} 份报告（${span} 年度）`,
    years,
    /** Facets that a search may have: on a narrow screen each has a row, whose place is kept. */
    facets: facets.filter((values) => new Set<unknown>(values).size > 1).length,
  };
}
