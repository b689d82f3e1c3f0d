import { pageAddress } from '../../report/addresses.ts';
import { countPassages } from './archive-texts.ts';
import { archive } from './built-archive.ts';
import { governments } from './coverage.ts';
import { heldIndicators } from './indicator-pages.ts';
import type { Way } from './listing.ts';
import { news, newsRow } from './new-page.ts';
import { provincesOwing, tileMap } from './province-tiles.ts';
import { themesPage } from './theme-pages.ts';

/** Build the home page. */
export function homePage() {
  const provinces = provincesOwing().map(
    ({ code, name }): Way => ({
      label: name,
      address: pageAddress('region', code),
      count: archive.within.get(code)?.length ?? 0,
    }),
  );
  return {
    head: {
      title: '法治政府建设报告库',
      description: '县级以上各级人民政府法治政府建设年度报告的存档：阅读、检索、引用。',
      address: pageAddress('home'),
      crumbs: [],
    },
    reports: archive.reports.length,
    regions: archive.byPlace.size,
    governments,
    characters: archive.reports.reduce((sum, { characters }) => sum + characters, 0),
    years: archive.years.map(
      (year): Way => ({
        label: `${year}`,
        address: pageAddress('year', year),
        count: archive.byYear.get(year)?.length ?? 0,
      }),
    ),
    provinces: provinces.filter(({ count }) => count > 0),
    emptyProvinces: provinces.filter(({ count }) => count === 0).map(({ label }) => label),
    themes: themesPage().ways,
    newest: news.slice(0, 8).map(newsRow),
    tiles: tileMap(),
    figures: heldIndicators().length,
    problems: countPassages('problems', archive.reports),
    plans: countPassages('plans', archive.reports),
  };
}
