import { cutExcerpt } from '../client/excerpt.ts';
import { FacetCounter } from '../client/facets.ts';
import { foldQuery } from '../client/folded-query.ts';
import { passesFilter, reportFilter, valueSet } from '../client/report-filter.ts';
import type { SearchAnswer, SearchResultSection } from '../client/search-answer.ts';
import type { SearchOptions } from '../client/search-options.ts';
import type { Manifest } from '../format/manifest.ts';
import type { SearchRecord } from '../text/search-record.ts';
import { findInRecord, type LineMatches } from './find-in-record.ts';

/** What a search over reports at hand needs to know of their site. */
export interface RecordsSite {
  /** With a slash at both ends. */
  readonly basePath: string;
  readonly labels: Manifest['labels'];
}

/** A report found. */
export interface FoundRecord {
  readonly record: SearchRecord;
  readonly lines: readonly LineMatches[];
  /** Occurrences. */
  readonly count: number;
}

/**
 * Finds the reports that match; a loose search finds none here.
 *
 * @param query what was typed
 */
export async function findRecords(
  records: readonly SearchRecord[],
  query: string,
  options: SearchOptions,
): Promise<FoundRecord[]> {
  const folded = await foldQuery(query, options.syntax ?? 'plain');
  if (options.mode === 'loose' || folded.parts.length + folded.without.length === 0) return [];
  const filter = reportFilter(options);
  const narrowed = { themes: valueSet(options.theme), within: options.within ?? 'report' };
  return records
    .filter((record) => passesFilter(filter, { ...record, length: 0 }))
    .flatMap((record) => {
      const lines = findInRecord(record, folded, narrowed);
      if (lines === undefined) return [];
      return [{ record, lines, count: lines.reduce((sum, { spans }) => sum + spans.length, 0) }];
    });
}

/** Answers a search from reports at hand as `client.js` answers it from the published index. */
export async function searchRecords(
  records: readonly SearchRecord[],
  query: string,
  options: SearchOptions,
  { basePath, labels }: RecordsSite,
): Promise<SearchAnswer> {
  const found = await findRecords(records, query, options);
  const counter = new FacetCounter(labels);
  for (const { record, lines } of found) {
    counter.addReport({ ...record, length: 0 });
    counter.addThemes(new Set(lines.flatMap(({ line }) => line.themes)));
  }
  const { offset = 0, limit = 10, sections = 3, sort = 'relevance' } = options;
  const bySort = {
    relevance: (a: FoundRecord, b: FoundRecord) => b.count - a.count,
    newest: (a: FoundRecord, b: FoundRecord) => b.record.year - a.record.year,
    oldest: (a: FoundRecord, b: FoundRecord) => a.record.year - b.record.year,
  };
  return {
    total: found.length,
    matches: found.reduce((sum, { count }) => sum + count, 0),
    exact: options.mode !== 'loose',
    facets: counter.facets,
    shards: { searched: 1, all: 1 },
    results: found
      .sort((a, b) => bySort[sort](a, b) || (a.record.report < b.record.report ? -1 : 1))
      .slice(offset, offset + limit)
      .map(({ record, lines, count }) => {
        const { report, title, region, year, kind } = record;
        const url = basePath + record.url.slice(1);
        const place = `${url}?q=${encodeURIComponent(query)}`;
        return {
          report,
          url,
          title,
          region: { code: region.code, name: region.name },
          year,
          kind,
          matches: count,
          sections: resultSections(lines, place).slice(0, sections),
        };
      }),
  };
}

function resultSections(lines: readonly LineMatches[], place: string): SearchResultSection[] {
  return [...Map.groupBy(lines, ({ line }) => line.section)].flatMap(([section, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { line, spans } = first;
    const inParagraph = (spans[0]?.end ?? 0) > line.paragraphStart;
    const paragraph = inParagraph ? line.paragraph : null;
    const fragment = paragraph ?? section;
    const excerpt = cutExcerpt(line.text, spans);
    return [
      {
        section,
        paragraph,
        url: fragment === null ? place : `${place}#${fragment}`,
        heading: line.sectionHeading,
        excerpt: excerpt.text,
        marks: excerpt.marks,
        matches: own.reduce((sum, one) => sum + one.spans.length, 0),
      },
    ];
  });
}
