import type { Report } from '../report/report.ts';
import { kindLabels } from '../report/report-summary.ts';
import { citedIssuers, citedTitle } from './cited-words.ts';

/** The name and content of a `<meta>`. */
export type ReferenceTag = readonly [name: string, content: string];

/**
 * Describes a report in the tags that reference managers read from a page's head.
 *
 * They take any date tag for the date of publication, and have no room to say that one stands in
 * for it: where the publication is not known no date is given but the day of signature as `created`,
 * which they leave alone. A supplied title is in square brackets, as in every citation.
 *
 * @param address whole; `undefined` where the site does not know its origin
 */
export function referenceTags(report: Report, address: string | undefined): ReferenceTag[] {
  const title = citedTitle(report);
  const issuers = citedIssuers(report);
  const tags = (name: string, value: string | null | undefined): ReferenceTag[] =>
    value === null || value === undefined ? [] : [[name, value]];
  return [
    ['citation_title', title],
    ...issuers.flatMap((name) => tags('citation_author', name)),
    ...tags('citation_publication_date', report.published),
    ['citation_technical_report_institution', issuers.join('、')],
    ...tags('citation_technical_report_number', report.docNo),
    ['citation_language', 'zh-CN'],
    ...tags('citation_public_url', address),
    ['DCTERMS.title', title],
    ...issuers.flatMap((name) => tags('DCTERMS.creator', name)),
    ...issuers.flatMap((name) => tags('DCTERMS.publisher', name)),
    ...tags('DCTERMS.issued', report.published),
    ...tags('DCTERMS.created', report.signed),
    // The first is what Zotero shows as the type of report.
    ['DCTERMS.type', kindLabels[report.kind]],
    ['DCTERMS.type', 'Text'],
    ['DCTERMS.language', 'zh-CN'],
    ['DCTERMS.spatial', report.region.path.map(({ name }) => name).join(' ')],
    ['DCTERMS.temporal', String(report.year)],
    ...tags('DCTERMS.identifier', address),
  ];
}
