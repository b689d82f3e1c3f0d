/** What Zotero makes of a page, as far as a report has it. */
export interface ZoteroItem {
  readonly itemType: string;
  readonly title: string;
  readonly creators: readonly string[];
  readonly date: string | undefined;
  readonly institution: string;
  readonly reportNumber: string | undefined;
  readonly reportType: string | undefined;
  readonly language: string | undefined;
  readonly url: string;
}

/**
 * Read a page by the rules of Zotero's Embedded Metadata translator.
 *
 * Tags that start with `citation_` go before Dublin Core ones; the prefix of the latter counts as
 * the `link` of its name declares it; any of several dates is the item's date; an author's name is
 * cut at semicolons, and taken apart at a comma and at its last space.
 */
export function readAsZotero(page: Document): ZoteroItem {
  const all = (name: string): string[] =>
    [...page.querySelectorAll('head > meta[name]')]
      .filter((meta) => meta.getAttribute('name')?.endsWith(name))
      .map((meta) => meta.getAttribute('content') ?? '')
      .filter((content) => content.trim() !== '');
  const isDeclared =
    page.querySelector('link[rel="schema.DCTERMS"]')?.getAttribute('href') ===
    'http://purl.org/dc/terms/';
  const dcterms = (name: string): string[] => (isDeclared ? all(`DCTERMS.${name}`) : []);
  const [type] =
    all('citation_technical_report_institution').length > 0 ? ['report'] : ['journalArticle'];
  const authors = all('citation_author').flatMap((name) => name.split(/\s*;\s*/));
  return {
    itemType: type ?? '',
    title: (all('citation_title')[0] ?? dcterms('title')[0] ?? page.title).replace(/\s+/g, ' '),
    creators: authors.length > 0 ? authors : dcterms('creator'),
    date:
      all('citation_date')[0] ??
      all('citation_publication_date')[0] ??
      dcterms('issued')[0] ??
      dcterms('date')[0] ??
      dcterms('dateSubmitted')[0] ??
      all('citation_online_date')[0] ??
      all('citation_year')[0],
    institution: all('citation_technical_report_institution').join(', '),
    reportNumber: all('citation_technical_report_number')[0],
    reportType: dcterms('type')[0],
    language: all('citation_language')[0] ?? dcterms('language')[0],
    url: all('citation_public_url')[0] ?? page.location.href,
  };
}
