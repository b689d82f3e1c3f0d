import { pageAddress } from '../../report/addresses.ts';
import { archive } from './archive.ts';
import type { ThemedSection } from './archive-index.ts';
import type { PageHead } from './links.ts';
import {
  byProvince,
  longestList,
  type OfProvince,
  type SectionRow,
  sectionRow,
} from './listing.ts';
import { themes } from './vocabulary.ts';

type Theme = (typeof themes)[number];
const reportOf = ({ report }: ThemedSection) => report;

interface ThemesPage {
  readonly head: PageHead;
  readonly themes: readonly {
    readonly theme: Theme;
    readonly address: string;
    readonly sections: number;
    readonly reports: number;
  }[];
}

/** Lists the themes of which the archive holds a section. */
export function heldThemes(): Theme[] {
  return themes.filter(({ id }) => archive.byTheme.has(id));
}

/** Builds the page of all themes. */
export function themesPage(): ThemesPage {
  return {
    head: {
      title: '主题',
      description: '按主题查各地法治政府建设报告的相应部分。',
      address: pageAddress('themes'),
      crumbs: [],
    },
    themes: heldThemes().map((theme) => {
      const sections = archive.byTheme.get(theme.id) ?? [];
      return {
        theme,
        address: pageAddress('theme', theme.id),
        sections: sections.length,
        reports: new Set(sections.map(({ report }) => report.id)).size,
      };
    }),
  };
}

interface ThemePage {
  readonly head: PageHead;
  readonly theme: Theme;
  readonly count: number;
  readonly years: readonly {
    readonly year: number;
    readonly address: string;
    readonly count: number;
    /** Empty where the theme has more sections than a page lists: they stand on the year's page. */
    readonly rows: readonly SectionRow[];
  }[];
}

/** Builds a theme's page. */
export function themePage(theme: Theme): ThemePage {
  const sections = archive.byTheme.get(theme.id) ?? [];
  const isSplit = sections.length > longestList;
  return {
    head: {
      title: theme.label,
      description: `各地法治政府建设报告中关于「${theme.label}」的部分，共 ${sections.length} 处。`,
      address: pageAddress('theme', theme.id),
      crumbs: [{ label: '主题', address: pageAddress('themes') }],
    },
    theme,
    count: sections.length,
    years: [...Map.groupBy(sections, ({ report }) => report.year)].map(([year, ofYear]) => ({
      year,
      address: pageAddress('themeYear', theme.id, year),
      count: ofYear.length,
      rows: isSplit ? [] : ofYear.map(sectionRow),
    })),
  };
}

interface ThemeYearPage {
  readonly head: PageHead;
  readonly theme: Theme;
  readonly year: number;
  readonly count: number;
  readonly provinces: readonly (OfProvince<SectionRow> & { readonly address: string })[];
  readonly isSplit: boolean;
}

/** Lists the years in which a theme has sections. */
export function themeYears(theme: Theme): number[] {
  return [...new Set((archive.byTheme.get(theme.id) ?? []).map(({ report }) => report.year))];
}

/** Builds the page of a theme in a year. */
export function themeYearPage(theme: Theme, year: number): ThemeYearPage {
  const provinces = themeYearProvinces(theme, year);
  const count = provinces.reduce((sum, { items }) => sum + items.length, 0);
  return {
    head: {
      title: `${theme.label}，${year}年度`,
      description: `${year}年度各地法治政府建设报告中关于「${theme.label}」的部分，共 ${count} 处。`,
      address: pageAddress('themeYear', theme.id, year),
      crumbs: [
        { label: '主题', address: pageAddress('themes') },
        { label: theme.label, address: pageAddress('theme', theme.id) },
      ],
    },
    theme,
    year,
    count,
    provinces: provinces.map(({ code, name, items }) => ({
      code,
      name,
      items: items.map(sectionRow),
      address: pageAddress('themeYearProvince', theme.id, year, code),
    })),
    isSplit: count > longestList,
  };
}

/** Sorts a theme's sections of a year under their provinces. */
export function themeYearProvinces(theme: Theme, year: number): OfProvince<ThemedSection>[] {
  const sections = (archive.byTheme.get(theme.id) ?? []).filter(
    ({ report }) => report.year === year,
  );
  return byProvince(sections, reportOf);
}

interface ThemeYearProvincePage {
  readonly head: PageHead;
  readonly theme: Theme;
  readonly year: number;
  readonly name: string;
  readonly rows: readonly SectionRow[];
}

/** Builds the page of a theme in a year in a province; only where the year's list is split. */
export function themeYearProvincePage(
  theme: Theme,
  year: number,
  { code, name, items }: OfProvince<ThemedSection>,
): ThemeYearProvincePage {
  return {
    head: {
      title: `${theme.label}，${name}${year}年度`,
      description: `${name}${year}年度法治政府建设报告中关于「${theme.label}」的部分，共 ${items.length} 处。`,
      address: pageAddress('themeYearProvince', theme.id, year, code),
      crumbs: [
        { label: '主题', address: pageAddress('themes') },
        { label: theme.label, address: pageAddress('theme', theme.id) },
        { label: `${year}年度`, address: pageAddress('themeYear', theme.id, year) },
      ],
    },
    theme,
    year,
    name,
    rows: items.map(sectionRow),
  };
}
