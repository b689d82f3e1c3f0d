import { type PageKind, pageAddress, pageKinds } from '../../report/addresses.ts';
import type { ListedRole } from './archive-texts.ts';
import { archive } from './built-archive.ts';
import { heldIndicators, indicatorProvinces } from './indicator-pages.ts';
import { news } from './new-page.ts';
import { passageAddress, passageProvinces, passageYears } from './passage-pages.ts';
import { regionsWithoutReports, regionsWithPage, regionThemes } from './region-pages.ts';
import { heldThemes, themeYearProvinces, themeYears } from './theme-pages.ts';
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
  region: () =>
    [...regionsWithPage(), ...regionsWithoutReports()].map(({ code }) =>
      pageAddress('region', code),
    ),
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
      themeYears(theme).flatMap((year) =>
        themeYearProvinces(theme, year).map(({ code }) =>
          pageAddress('themeYearProvince', theme.id, year, code),
        ),
      ),
    ),
  problemsYear: () => passageYears('problems').map((year) => passageAddress('problems', year)),
  problemsYearProvince: () => provincePassages('problems'),
  plansYear: () => passageYears('plans').map((year) => passageAddress('plans', year)),
  plansYearProvince: () => provincePassages('plans'),
  lateYear: () => archive.years.map((year) => pageAddress('lateYear', year)),
  indicator: () => heldIndicators().map(({ id }) => pageAddress('indicator', id)),
  indicatorProvince: () =>
    heldIndicators().flatMap((indicator) =>
      indicatorProvinces(indicator).map(({ code }) =>
        pageAddress('indicatorProvince', indicator.id, code),
      ),
    ),
};

function provincePassages(role: ListedRole): string[] {
  return passageYears(role).flatMap((year) =>
    passageProvinces(role, year).map(({ code }) => passageAddress(role, year, code)),
  );
}

/** A page that a search engine should know, and the day of the last change that it shows. */
export interface ListedAddress {
  readonly address: string;
  /** `null` where no day is known. */
  readonly changed: string | null;
}

/** List all pages that a search engine should know. */
export function siteAddresses(): ListedAddress[] {
  const families: Partial<Record<string, () => string[]>> = addressesOf;
  const days = new Map<string, string>();
  for (const { date, report } of news)
    if (date !== null && !days.has(report.url)) days.set(report.url, date);
  // A list shows what came last; which lists a report stands on is not worth working out.
  const last = news.find(({ date }) => date !== null)?.date ?? null;
  return Object.entries(pageKinds)
    .filter(([, { isListed }]) => isListed)
    .flatMap(([kind, { form }]) =>
      (families[kind]?.() ?? [form]).map((address) => ({
        address,
        changed: kind === 'report' ? (days.get(address) ?? null) : last,
      })),
    );
}
