import type { RegionTable } from '../../../src/vocabulary/region/region.ts';
import { makeNearMiss } from './make-near-miss.ts';
import { makeReportPage } from './make-report-page.ts';
import { seededRandom } from './random.ts';
import type { MadePage } from './score.ts';

const NEAR_MISSES = 0.1;

/** Make the page of a seed: a report in nine cases of ten, else something near one. */
export function makePage(seed: number, table: RegionTable): MadePage {
  const random = seededRandom(seed);
  const make = random.chance(NEAR_MISSES) ? makeNearMiss : makeReportPage;
  return make(random, table, `made-${seed}`);
}
