import { pageAddress } from '../../report/addresses.ts';
import type { ThemedSection } from './archive-index.ts';
import { countFigures } from './archive-texts.ts';
import { archive } from './built-archive.ts';
import type { CoverageTable } from './coverage.ts';
import { byProvince, isSplitList, type OfProvince, sectionRow, type Way } from './listing.ts';
import { readMarks } from './read-compiled.ts';
import { indicators, themes } from './vocabularies.ts';

type Theme = (typeof themes)[number];

/** List the themes of which the archive holds a section. */
export function heldThemes(): Theme[] {
  return themes.filter(({ id }) => archive.byTheme.has(id));
}

/** Build the page of all themes, each with the number of its sections. */
export function themesPage() {
  return {
    head: {
      title: '主题',
      description: '按主题查各地法治政府建设报告的相应部分。',
      address: pageAddress('themes'),
      crumbs: [],
    },
    ways: heldThemes().map(
      (theme): Way => ({
        label: theme.label,
        address: pageAddress('theme', theme.id),
        count: sectionsOf(theme).length,
      }),
    ),
  };
}

/** Build a theme's page. Where it has too many sections, they stand on the years' pages only. */
export function themePage(theme: Theme) {
  const sections = sectionsOf(theme);
  const isSplit = isSplitList(sections.length);
  return {
    head: {
      title: theme.label,
      description: `各地法治政府建设报告中关于「${theme.label}」的部分，共 ${sections.length} 处。`,
      address: pageAddress('theme', theme.id),
      crumbs: [themesCrumb],
    },
    count: sections.length,
    isSplit,
    links: themeLinks(theme),
    span: archive.span.map((year) => ({
      year,
      count: sections.filter(({ report }) => report.year === year).length,
    })),
    /** Where the sections do not stand on this page: how many each province has in each year. */
    table: isSplit ? themeTable(theme) : null,
    years: [...Map.groupBy(sections, ({ report }) => report.year)].map(([year, ofYear]) => ({
      year,
      address: pageAddress('themeYear', theme.id, year),
      count: ofYear.length,
      rows: isSplit ? [] : ofYear.map(sectionRow),
    })),
  };
}

/** List what else there is on a theme: its figures, and the problems and plans that name it. */
function themeLinks({ id }: Theme): { label: string; address: string }[] {
  return [
    ...indicators
      .filter((indicator) => indicator.theme === id && countFigures(indicator.id) > 0)
      .map((indicator) => ({
        label: indicator.label,
        address: pageAddress('indicator', indicator.id),
      })),
    { label: '这方面的问题', address: `${pageAddress('problems')}?theme=${id}` },
    { label: '这方面的打算', address: `${pageAddress('plans')}?theme=${id}` },
  ];
}

/** Count a theme's sections: provinces down, years across, each leading to where they stand. */
function themeTable(theme: Theme): CoverageTable {
  const split = new Set(
    themeYears(theme).filter((year) => isSplitList(sectionsOf(theme, year).length)),
  );
  return {
    years: archive.span,
    rows: provincesOf(sectionsOf(theme)).map(({ code, name, items }) => {
      const ofYear = Map.groupBy(items, ({ report }) => report.year);
      return {
        name,
        address: pageAddress('region', code),
        cells: archive.span.map((year) => {
          const count = ofYear.get(year)?.length ?? 0;
          const label = `${name}${year}年：${count} 处`;
          if (count === 0) return { address: null, text: '—', label };
          const address = split.has(year)
            ? pageAddress('themeYearProvince', theme.id, year, code)
            : `${pageAddress('themeYear', theme.id, year)}#p${code}`;
          return { address, text: `${count}`, label };
        }),
      };
    }),
  };
}

/** List the years in which a theme has sections. */
export function themeYears(theme: Theme): number[] {
  return [...new Set(sectionsOf(theme).map(({ report }) => report.year))];
}

/** List the provinces over which a theme's sections of a year are split; none where one page holds all. */
export function themeYearProvinces(theme: Theme, year: number): OfProvince<ThemedSection>[] {
  const sections = sectionsOf(theme, year);
  return isSplitList(sections.length) ? provincesOf(sections) : [];
}

/**
 * Build the page of a theme in a year.
 *
 * @param province where given, the page of the sections of that province alone
 */
export function themeYearPage(theme: Theme, year: number, province?: OfProvince<ThemedSection>) {
  const { label, id } = theme;
  const sections = province?.items ?? sectionsOf(theme, year);
  const yearAddress = pageAddress('themeYear', id, year);
  const provinceAddress = (code: string) => pageAddress('themeYearProvince', id, year, code);
  const held = Map.groupBy(archive.byYear.get(year) ?? [], ({ region }) => region.path[0]?.code);
  const where = province === undefined ? `${year}年度各地` : `${province.name}${year}年度`;
  return {
    head: {
      title: `${label}，${province?.name ?? ''}${year}年度`,
      description: `${where}法治政府建设报告中关于「${label}」的部分，共 ${sections.length} 处。`,
      address: province === undefined ? yearAddress : provinceAddress(province.code),
      crumbs: [
        themesCrumb,
        { label, address: pageAddress('theme', id) },
        ...(province === undefined ? [] : [{ label: `${year}年度`, address: yearAddress }]),
      ],
    },
    words: `${where}报告中关于「${label}」的部分，共 ${sections.length} 处。`,
    /** All that the page lists, where it is of one province. */
    rows: province === undefined ? null : sections.map(sectionRow),
    isSplit: isSplitList(sections.length),
    provinces: (province === undefined ? provincesOf(sections) : []).map(
      ({ code, name, items }) => ({
        code,
        label: name,
        address: provinceAddress(code),
        count: items.length,
        /** Reports with such a section, of all of the province in that year. */
        reports: new Set(items.map(({ report }) => report.id)).size,
        held: held.get(code)?.length ?? 0,
        rows: isSplitList(sections.length) ? [] : items.map(sectionRow),
      }),
    ),
  };
}

/**
 * Return what tells whether a page of a theme is as it was: of the theme, of a year, or of a
 * province in a year.
 */
export function themeMarks(theme: Theme, year?: number, province?: OfProvince<ThemedSection>) {
  const sections = province?.items ?? sectionsOf(theme, year);
  const reports = new Set(sections.map(({ report }) => report.id));
  return [
    // How many reports a province has in a year, with or without such a section.
    year === undefined ? [themeLinks(theme), archive.span] : heldIn(year),
    [...reports].map((id) => {
      const { summary, openings } = readMarks(id);
      return summary + openings;
    }),
  ];
}

/** Count the reports of each province in a year. */
const heldIn = (year: number) =>
  [...Map.groupBy(archive.byYear.get(year) ?? [], ({ region }) => region.path[0]?.code)].map(
    ([code, own]) => [code, own.length],
  );

const themesCrumb = { label: '主题', address: pageAddress('themes') };

function sectionsOf(theme: Theme, year?: number): readonly ThemedSection[] {
  const sections = archive.byTheme.get(theme.id) ?? [];
  return year === undefined ? sections : sections.filter(({ report }) => report.year === year);
}

function provincesOf(sections: readonly ThemedSection[]): OfProvince<ThemedSection>[] {
  return byProvince(sections, ({ report }) => report);
}
