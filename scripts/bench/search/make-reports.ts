import type { SearchRecord } from '../../../src/search/text/search-record.ts';
import type { RegionTable } from '../../../src/vocabulary/region/region.ts';
import { writeBody } from '../ingest/body.ts';
import { seededRandom } from '../ingest/random.ts';
import { pickSubject } from '../ingest/subject.ts';
import { makeLines, makeRecord } from './read-corpus.ts';

/** Bodies that make a report of usual length, 5,000 to 6,000 characters. */
const BODIES = 4;

/**
 * Make up reports of usual length.
 * @param count how many
 * @param table the places they are of
 * @returns the reports; the same each time
 */
export function makeReports(count: number, table: RegionTable): SearchRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seededRandom(i + 1);
    const subject = pickSubject(random, table);
    const bodies = Array.from({ length: BODIES }, () =>
      writeBody(random, subject, { naming: 'often', style: 'own-line' }),
    );
    return makeRecord(i, `${subject.name}法治政府建设报告`, makeLines(bodies.flat().join('\n')));
  });
}
