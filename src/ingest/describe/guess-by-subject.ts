import type { RegionTable } from '../../vocabulary/region/region.ts';
import { type RegionContext, resolveRegions } from '../../vocabulary/region/resolve-regions.ts';
import { choosePlace } from './guess-by-names.ts';
import { namesUnknownZone } from './names-unknown-zone.ts';
import { announcements, openingSubjects, subjectVerb } from './opening-subject.ts';
import type { PlaceGuess } from './place-guess.ts';
import type { WeighedPlace } from './weigh-places.ts';

/** Bodies of the place that may stand between its name and what it did. */
const BODIES =
  '(?:[省市县区州旗盟]?(?:人民)?政府|[省市县区州旗]?委|党(?:委|工委)|管委会|管理委员会|[、，,])*(?:[\\p{Script=Han}]{1,12}?(?:局|厅|委|办))?';
const DID = new RegExp(`^${BODIES}(?:${subjectVerb}|20\\d\\d年|[的]?法治|依法行政)`, 'u');
const SURE = 0.9;
const OF_ZONE = 0.2;
const READ = 40;

/**
 * Guesses the place that the opening has for its subject: 2020年，鹤壁市坚持以…; surer than
 * any place that the text only speaks of.
 *
 * @param body legible, names of other documents and visits in it
 */
export function guessBySubject(
  table: RegionTable,
  body: readonly string[],
  around: readonly WeighedPlace[],
  context: RegionContext,
): PlaceGuess | undefined {
  for (const rest of [...openingSubjects(body), ...announcements(body)]) {
    const candidates = resolveRegions(table, rest.slice(0, READ), context).filter(
      ({ span }) => span.start === 0,
    );
    const best = choosePlace(table, candidates, around);
    if (best === undefined) continue;
    const after = rest.slice(best.span.end);
    const { region, township, text } = best;
    const base = { region, township, basis: 'document', evidence: text } as const;
    if (namesUnknownZone(after, region)) return { ...base, confidence: OF_ZONE, isOfZone: true };
    if (DID.test(after)) return { ...base, confidence: Math.min(SURE, best.confidence) };
  }
  return undefined;
}
