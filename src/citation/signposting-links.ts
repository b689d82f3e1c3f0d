import type { Report } from '../report/report.ts';
import { findServedSource } from '../report/report-summary.ts';
import { METADATA_LICENCE } from './site-name.ts';

/** A `<link>` of a page's head. */
export interface SignpostingLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.json': 'application/json',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const descriptions = {
  'report.json': 'application/json',
  'cite.csl.json': 'application/vnd.citationstyles.csl+json',
  'cite.ris': 'application/x-research-info-systems',
  'cite.bib': 'application/x-bibtex',
};

/**
 * Links a report's page to what it is, what to cite, what describes it and what it consists of:
 * Signposting, as relations registered under RFC 8288.
 *
 * @param link gives an address of the site as its pages link to it
 */
export function signpostingLinks(
  report: Report,
  link: (address: string) => string,
): SignpostingLink[] {
  const texts = ['report.txt', 'report.md', findServedSource(report)];
  const at = (name: string): string => link(report.url + name);
  return [
    { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' },
    { rel: 'cite-as', href: at('') },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: 'https://schema.org/Report' },
    { rel: 'license', href: METADATA_LICENCE },
    ...Object.entries(descriptions).map(([name, type]) => ({
      rel: 'describedby',
      href: at(name),
      type,
    })),
    ...texts
      .filter((name) => name !== undefined)
      .map((name) => ({
        rel: 'item',
        href: at(name),
        type: mediaTypes[/\.\w+$/.exec(name)?.[0] ?? ''] ?? 'text/plain',
      })),
  ];
}
