import { legible } from '../../report/characters/legible.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import type { Found, FoundPlace } from './description.ts';
import { findOwnTownship, findTownship } from './find-township.ts';
import { guessByHost, hostPlaces } from './guess-by-host.ts';
import { guessByNames, type PlaceEvidence } from './guess-by-names.ts';
import { guessBySubject } from './guess-by-subject.ts';
import { guessByText } from './guess-by-text.ts';
import { isHolder } from './is-called-so.ts';
import { isOfUnknownZone } from './names-unknown-zone.ts';
import { outsideQuotes } from './outside-quotes.ts';
import { selfName } from './self-name.ts';
import { weighPlaces, withoutVisits } from './weigh-places.ts';

/** What is known beside the texts. */
export interface PlaceContext {
  readonly url?: string | undefined;
  readonly year?: number | undefined;
}

const READ = 6000;
const SURE = 0.6;
/** So low that the report is not filed: a zone's is not the report of the place it lies in. */
const OF_ZONE = 0.2;

/**
 * Finds the place whose document it is: named by its title or a body that signs it, by the subject
 * of its opening, by what its text says of places, by who posted it, or by the host it stands on.
 * Each is held against the others; where they disagree, or several places share a name and nothing
 * tells them apart, the confidence is low.
 *
 * @param named titles, signatures and posters, the strongest first
 */
export function describePlace(
  table: RegionTable,
  named: readonly PlaceEvidence[],
  body: readonly string[],
  { url, year }: PlaceContext,
): Found<FoundPlace> | undefined {
  const text = withoutVisits(legible(body.join('\n')).slice(0, READ));
  const self = selfName(text);
  const hosts = hostPlaces(table, url, self, year);
  const [host] = hosts;
  const within = host !== undefined && hosts.length === 1 ? host.region.code : undefined;
  const context = { within, year };
  const heads = named.map((one) => ({ ...one, text: outsideQuotes(legible(one.text)) }));
  const around = weighPlaces(table, [text, ...heads.map((one) => one.text)].join('\n'), context);
  const byName = (isOwn: boolean) =>
    guessByNames(
      table,
      heads.filter((one) => one.isOwn === isOwn),
      around,
      context,
      text,
    );
  const spoken = weighPlaces(table, text, context);
  const bySubject = guessBySubject(table, body.map(legible), around, context);
  const guesses = [
    byName(true),
    bySubject,
    guessByText(table, spoken, self, hosts),
    byName(false),
    guessByHost(table, hosts, self, spoken),
  ].flatMap((one) => one ?? []);
  const guess =
    guesses.find(({ confidence }) => confidence >= SURE) ??
    [...guesses].sort((a, b) => b.confidence - a.confidence)[0];
  if (guess === undefined) return undefined;
  const titled = heads.flatMap((one) => (one.isOwn ? (findTownship(table, one.text) ?? []) : []));
  const township =
    guess.township ??
    titled[0] ??
    (self?.what === 'township' ? findOwnTownship(table, text, self) : undefined) ??
    null;
  const isOfZone =
    guess.region.level !== 'zone' &&
    (bySubject?.isOfZone === true ||
      heads.some((one) => one.isOwn && isOfUnknownZone(table, one.text)));
  return {
    value: { region: guess.region, township },
    basis: guess.basis,
    confidence: Math.min(
      guess.confidence,
      isOfZone ? OF_ZONE : 1,
      isHolder(table, guess.region, township) ? 1 : 0.4,
      self?.what === 'township' && township === null ? 0.5 : 1,
    ),
    evidence: guess.evidence,
  };
}
