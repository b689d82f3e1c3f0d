import { type PageKind, pageAddress, pageKinds } from '../../report/addresses.ts';
import { archive } from './built-archive.ts';
import { heldIndicators, indicatorProvinces } from './indicator-pages.ts';
import { regionsWithPage, regionThemes } from './region-pages.ts';
import { heldThemes, themeYearPage, themeYearProvinces, themeYears } from './theme-pages.ts';
import { yearProvinces } from './year-pages.ts';

/** The kinds that are more than one page. */
type Family = {
  [Kind in PageKind]: (typeof pageKinds)[Kind] extends {
    form: `${string}<${string}`;
    isListed: true;
  }
    ? Kind
    : never;
}[PageKind];

/** The addresses of the pages of each such kind. */
const addressesOf: Readonly<Record<Family, () => string[]>> = {
  report: () => archive.reports.map(({ url }) => url),
  region: () => regionsWithPage().map(({ code }) => pageAddress('region', code)),
  regionTheme: () =>
    regionsWithPage().flatMap(({ code }) =>
      regionThemes(code).map(({ id }) => pageAddress('regionTheme', code, id)),
    ),
  year: () => archive.years.map((year) => pageAddress('year', year)),
  yearProvince: () =>
    archive.years.flatMap((year) =>
      yearProvinces(year).map(({ code }) => pageAddress('yearProvince', year, code)),
    ),
  theme: () => heldThemes().map(({ id }) => pageAddress('theme', id)),
  themeYear: () =>
    heldThemes().flatMap((theme) =>
      themeYears(theme).map((year) => pageAddress('themeYear', theme.id, year)),
    ),
  themeYearProvince: () =>
    heldThemes().flatMap((theme) =>
      themeYears(theme)
        .filter((year) => themeYearPage(theme, year).isSplit)
        .flatMap((year) =>
          themeYearProvinces(theme, year).map(({ code }) =>
            pageAddress('themeYearProvince', theme.id, year, code),
          ),
        ),
    ),
  indicator: () => heldIndicators().map(({ id }) => pageAddress('indicator', id)),
  indicatorProvince: () =>
    heldIndicators().flatMap((indicator) =>
      indicatorProvinces(indicator).map(({ code }) =>
        pageAddress('indicatorProvince', indicator.id, code),
      ),
    ),
};

/** List the addresses of all pages that a search engine should know. */
export function siteAddresses(): string[] {
  const families: Partial<Record<string, () => string[]>> = addressesOf;
  return Object.entries(pageKinds)
    .filter(([, { isListed }]) => isListed)
    .flatMap(([kind, { form }]) => families[kind]?.() ?? [form]);
}
