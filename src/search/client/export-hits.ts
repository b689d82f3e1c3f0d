import { csvLine } from '../../report/csv-line.ts';
import { issuerNames } from '../../report/issuer-names.ts';
import type { SearchResult } from './contract.ts';

const CSV_HEAD = [
  'sentence',
  'address',
  'region',
  'region_name',
  'year',
  'report',
  'title',
  'section',
];

/**
 * Write results as CSV, a line a sentence: what a table program opens, with a mark that says UTF-8.
 * @param results with every sentence; a report without one has a line all the same
 * @param base of the site, for whole addresses
 * @returns the file
 */
export function formatCsv(results: readonly SearchResult[], base?: URL): string {
  const rows = results.flatMap(({ report, url, title, region, year, sections }) => {
    const of = [region.code, region.name, String(year), report, title];
    if (sections.length === 0) return [['', wholeAddress(url, base), ...of, '']];
    return sections.map((one) => [
      one.excerpt,
      wholeAddress(one.url, base),
      ...of,
      one.heading ?? '',
    ]);
  });
  return `\ufeff${[CSV_HEAD, ...rows].map(csvLine).join('')}`;
}

/**
 * Write the reports of results as RIS, as reference managers read it.
 * @param results of each no more than its description is used
 * @param base of the site, for whole addresses
 * @returns the file
 */
export function formatRis(results: readonly SearchResult[], base?: URL): string {
  return results
    .map(({ report, url, title, issuer, date, region, year, matches }) =>
      [
        'TY  - RPRT',
        `ID  - ${report}`,
        ...issuerNames(issuer).map((name) => `AU  - ${name}`),
        `TI  - ${oneLine(title)}`,
        `PY  - ${date?.slice(0, 4) ?? year}`,
        ...(date === null ? [] : [`DA  - ${date.replaceAll('-', '/')}/`]),
        `PB  - ${issuerNames(issuer).join(', ')}`,
        `CY  - ${oneLine(region.name)}`,
        `UR  - ${wholeAddress(url, base).replace(/[?#].*$/, '')}`,
        'LA  - zh-CN',
        `N1  - ${matches}处`,
        'ER  - ',
        '',
      ].join('\r\n'),
    )
    .join('\r\n');
}

/** An address outside its site; of a copy on disk there is none. */
function wholeAddress(url: string, base: URL | undefined): string {
  return base === undefined || base.protocol === 'file:' ? url : new URL(url, base).href;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
