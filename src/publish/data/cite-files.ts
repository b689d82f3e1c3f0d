import type { CitationStyle, CitedReport } from '../../citation/citation.ts';
import { formatCitation } from '../../citation/format-citation.ts';

const files = {
  'cite.ris': 'ris',
  'cite.bib': 'bibtex',
  'cite.csl.json': 'csl',
} as const satisfies Record<string, CitationStyle>;

/**
 * Formats the citation files that lie beside a report's page.
 * They carry no date of access: they are fetched, not seen.
 *
 * @param options.origin of the site; absent: addresses are root-relative
 * @param options.basePath with a slash at both ends
 */
export function citeFiles(
  report: CitedReport,
  {
    origin = '',
    basePath = '/',
  }: { readonly origin?: string | undefined; readonly basePath?: string },
): { name: string; text: string }[] {
  const options = { origin: origin + basePath.slice(0, -1) };
  return Object.entries(files).map(([name, style]) => ({
    name,
    text: formatCitation({ report }, style, options),
  }));
}
