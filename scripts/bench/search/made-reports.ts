import type { SearchRecord } from '../../../src/search/text/search-record.ts';
import type { RegionTable } from '../../../src/vocabulary/region/region.ts';
import { isReportingGovernment, regionPath } from '../../../src/vocabulary/region/region-tree.ts';
import { writeBody } from '../ingest/body.ts';
import { seededRandom } from '../ingest/random.ts';
import { makeTitle, wholeTitle } from '../ingest/title.ts';
import { makeLines } from './records.ts';

/** Bodies that make a report of usual length, 5,000 to 6,000 characters. */
const BODIES = 4;
const LAST_YEAR = 2025;
/** How often a county's title names the city above it, too. */
const NAMES_CITY = 0.3;

/**
 * Make up reports of usual length as governments publish them: nearly every one has the usual words
 * of such reports, and its title its place and year.
 * @param count how many, of so many different places and years
 * @param years how many years they are of, the latest ones
 * @param table the places they are of
 * @returns the reports, the newest year first; the same each time
 */
export function makeReports(count: number, years: number, table: RegionTable): SearchRecord[] {
  const places = [...table.regions.values()].filter(isReportingGovernment);
  const inYear = Math.ceil(count / years);
  return Array.from({ length: count }, (_, i) => {
    const random = seededRandom(i + 1);
    const year = LAST_YEAR - Math.floor(i / inYear);
    const place = places[Math.floor(((i % inYear) * places.length) / inYear)];
    if (place === undefined) throw new RangeError('no place to make a report of');
    const { code, name, level } = place;
    const path = regionPath(table, code);
    const above = path.slice(0, -1).map((step) => step.name);
    const shown =
      level === 'county' && random.chance(NAMES_CITY) ? `${above.at(-1) ?? ''}${name}` : name;
    const issuer = `${shown}人民政府`;
    const subject = {
      ...{ region: place, above, township: null, kind: 'annual' as const, year },
      ...{ name: shown, issuers: [issuer], word: name.slice(-1) },
    };
    const bodies = Array.from({ length: BODIES }, () =>
      writeBody(random, subject, { naming: 'often', style: 'own-line' }),
    );
    return {
      report: `${code}-${year}`,
      url: `/r/${code}/${year}/`,
      title: wholeTitle(makeTitle(random, subject)),
      issuer,
      date: `${year + 1}-0${random.int(1, 6)}-1${random.int(0, 9)}`,
      ...{ region: { code, name, path }, year },
      ...{ kind: 'annual', state: random.chance(0.7) ? 'on-time' : 'late' },
      lines: makeLines(bodies.flat().join('\n')),
    };
  });
}
