import { archive } from './archive.ts';
import { heldIndicators, indicatorProvinces } from './indicator-pages.ts';
import { placeThemes, regionsWithPage } from './region-pages.ts';
import { heldThemes, themeYearPage, themeYearProvinces, themeYears } from './theme-pages.ts';
import { yearProvinces } from './year-pages.ts';

/** Addresses of a sitemap file: the protocol allows 50,000. */
const mostAddresses = 40_000;

/** Lists the addresses of all pages that a search engine should know, reports first. */
export function siteAddresses(): string[] {
  return [
    ...archive.reports.map(({ url }) => url),
    ...['/', '/regions/', '/years/', '/themes/'],
    ...['', 'citing/', 'method/', 'corrections/', 'design/'].map((name) => `/about/${name}`),
    ...regionsWithPage().flatMap(({ code }) => [
      `/regions/${code}/`,
      ...placeThemes(code).map(({ id }) => `/regions/${code}/themes/${id}/`),
    ]),
    ...archive.years.flatMap((year) => [
      `/years/${year}/`,
      ...yearProvinces(year).map(({ code }) => `/years/${year}/${code}/`),
    ]),
    ...heldThemes().flatMap((theme) => [
      `/themes/${theme.id}/`,
      ...themeYears(theme).flatMap((year) => [
        `/themes/${theme.id}/${year}/`,
        ...(themeYearPage(theme, year).isSplit
          ? themeYearProvinces(theme, year).map(
              ({ code }) => `/themes/${theme.id}/${year}/${code}/`,
            )
          : []),
      ]),
    ]),
    '/indicators/',
    ...heldIndicators().flatMap((indicator) => [
      `/indicators/${indicator.id}/`,
      ...indicatorProvinces(indicator).map(({ code }) => `/indicators/${indicator.id}/${code}/`),
    ]),
  ];
}

/** Cuts the addresses into sitemap files. */
export function sitemapParts(): { name: string; addresses: string[] }[] {
  const all = siteAddresses();
  const count = Math.ceil(all.length / mostAddresses);
  return Array.from({ length: count }, (_, index) => ({
    name: `sitemap-${index + 1}`,
    addresses: all.slice(index * mostAddresses, (index + 1) * mostAddresses),
  }));
}
