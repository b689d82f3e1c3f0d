import type { Report } from '../report/report.ts';
import { findServedSource } from '../report/report-summary.ts';
import { citedIssuers, citedTitle } from './cited-words.ts';
import { METADATA_LICENCE, SITE_NAME } from './site-name.ts';

/**
 * Describes a report as a schema.org `Report`, for JSON-LD.
 *
 * @param options.link gives an address of the site as its pages link to it
 * @param options.hasOrigin whether that is a whole one; else the report has no `@id`
 */
export function reportJsonLd(
  report: Report,
  { link, hasOrigin }: { readonly link: (address: string) => string; readonly hasOrigin: boolean },
): Readonly<Record<string, unknown>> {
  const issuers = citedIssuers(report).map((name) => ({
    '@type': 'GovernmentOrganization',
    name,
  }));
  const issuer = issuers.length === 1 ? issuers[0] : issuers;
  const address = link(report.url);
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    ...(hasOrigin ? { '@id': address } : {}),
    url: address,
    name: citedTitle(report),
    alternateName: report.altTitles.length > 0 ? report.altTitles : undefined,
    reportNumber: report.docNo ?? undefined,
    inLanguage: 'zh-CN',
    author: issuer,
    publisher: issuer,
    sdPublisher: { '@type': 'Organization', name: SITE_NAME },
    sdLicense: METADATA_LICENCE,
    isAccessibleForFree: true,
    spatialCoverage: spatialCoverage(report),
    temporalCoverage: String(report.year),
    datePublished: report.published ?? undefined,
    dateCreated: report.signed ?? undefined,
    isBasedOn: report.source.url ?? servedSource(report, link),
    version: report.version,
    hasPart: report.sections
      .filter(({ heading, supplied }) => heading !== null && !supplied)
      .map(({ id, label, heading }) => ({
        '@type': 'CreativeWork',
        name: `${label ?? ''}${heading}`,
        url: `${address}#${id}`,
      })),
  };
}

function servedSource(report: Report, link: (address: string) => string): string | undefined {
  const name = findServedSource(report);
  return name === undefined ? undefined : link(`${report.url}${name}`);
}

/** Nests a place in those that hold it, from the place itself up. */
function spatialCoverage({ region }: Report): object | undefined {
  return region.path.reduce<object | undefined>(
    (above, { code, name }) => ({
      '@type': 'AdministrativeArea',
      name,
      identifier: code,
      ...(above === undefined ? {} : { containedInPlace: above }),
    }),
    undefined,
  );
}
