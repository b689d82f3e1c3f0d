import { legible } from '../../report/characters/legible.ts';
import type { Region, RegionTable } from '../../vocabulary/region/region.ts';
import { isRelated, isWithin } from '../../vocabulary/region/region-tree.ts';
import { type HostCandidate, resolveHost } from '../../vocabulary/region/resolve-host.ts';
import type { Found, FoundPlace } from './description.ts';
import {
  findOwnTownship,
  findTownship,
  guessByNames,
  guessBySubject,
  isOfUnknownZone,
  type PlaceEvidence,
  type PlaceGuess,
} from './named-regions.ts';
import {
  outsideQuotes,
  type SelfName,
  selfName,
  type WeighedPlace,
  weighPlaces,
  withoutVisits,
} from './text-clues.ts';

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

/** A place named less often than this, and never as the text's own, is only one it speaks of. */
const OFTEN = 4;
const SPOKEN_OF = 0.5;
const STEPS: readonly (readonly [weight: number, confidence: number])[] = [
  [3, 0.92],
  [1.5, 0.85],
  [0.8, 0.7],
  [0.4, 0.55],
];

/** Guesses the place a text speaks of most as its own, among those that are what it calls itself. */
export function guessByText(
  table: RegionTable,
  places: readonly WeighedPlace[],
  self: SelfName | undefined,
  hosts: readonly HostCandidate[],
): PlaceGuess | undefined {
  const isPlace = self?.what === 'place';
  const own = places.filter(({ candidate }) => isCalledSo(table, candidate.region, self));
  const [heaviest] = own;
  if (heaviest === undefined) return undefined;
  // A place is spoken of beside the one above it: the lower is meant.
  const best =
    own.find(
      ({ candidate, weight }) =>
        candidate.region.code !== heaviest.candidate.region.code &&
        isWithin(table, candidate.region.code, heaviest.candidate.region.code) &&
        weight >= heaviest.weight * 0.5,
    ) ?? heaviest;
  const { candidate, weight } = best;
  const { region, township, text } = candidate;
  const rival = own.find((one) => !isRelated(table, region.code, one.candidate.region.code));
  const isHosted = hosts.length === 1 && hosts[0]?.region.code === region.code;
  const isInHost = hosts.some((host) => isWithin(table, region.code, host.region.code));
  const base = STEPS.find(([least]) => weight >= least)?.[1] ?? 0.4;
  const isRivalled = rival !== undefined && rival.weight > weight * 0.6;
  const isElsewhere = hosts.length > 0 && !isInHost && weight < 1.5;
  const doubt = (isRivalled ? 0.6 : 1) * (isPlace ? 1 : 0.85) * (isElsewhere ? 0.7 : 1);
  const confidence = isHosted ? 0.95 : Math.min(0.95, base * doubt * (isInHost ? 1.1 : 1));
  const isOwned = best.isOwned || best.mentions >= OFTEN || isHosted;
  return {
    region,
    township,
    basis: 'document',
    confidence: isOwned ? confidence : Math.min(SPOKEN_OF, confidence),
    evidence: text,
  };
}

/**
 * Lists the places that a page's host may be of; of several, those of the kind that the text calls
 * itself.
 *
 * @param year a place is given as it was then: a host is called alike under the old code and the new
 */
export function hostPlaces(
  table: RegionTable,
  url: string | undefined,
  self: SelfName | undefined,
  year: number | undefined,
): readonly HostCandidate[] {
  const host = url === undefined ? undefined : /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1];
  const all = host === undefined ? [] : resolveHost(table, host);
  const best = all[0]?.confidence ?? 0;
  const spelled = all.filter(({ confidence }) => confidence >= best * 0.9);
  const own = spelled.filter(({ region }) => isCalledSo(table, region, self));
  const isDisputed = own.some(({ region, label }) =>
    all.some((other) => other.label !== label && !isRelated(table, region.code, other.region.code)),
  );
  const chosen = isDisputed
    ? own.map((one) => ({ ...one, confidence: one.confidence / 2 }))
    : own.length > 0
      ? own
      : spelled;
  return chosen.map((one) => ({ ...one, region: ofYear(table, one.region, year) }));
}

/** Guesses the place whose host it stands on, where it is of the kind that the text calls itself. */
export function guessByHost(
  table: RegionTable,
  hosts: readonly HostCandidate[],
  self: SelfName | undefined,
  spoken: readonly WeighedPlace[],
): PlaceGuess | undefined {
  const [host] = hosts;
  if (host === undefined) return undefined;
  const isOwn = isCalledSo(table, host.region, self);
  const isOnly = hosts.length === 1;
  // The text speaks of places, and of none there: the page stands on another's site.
  const isElsewhere =
    spoken.length > 0 &&
    !spoken.some(({ candidate }) => isRelated(table, candidate.region.code, host.region.code));
  const confidence = isOnly && isOwn && !isElsewhere ? Math.min(0.8, host.confidence) : 0.3;
  return { region: host.region, township: null, basis: 'page', confidence, evidence: host.label };
}

function ofYear(table: RegionTable, region: Region, year: number | undefined): Region {
  if (year === undefined) return region;
  const former = [...table.regions.values()].find(
    ({ name, until, successors }) =>
      until !== null && year <= until && name === region.name && successors.includes(region.code),
  );
  return former ?? region;
}

/** Tells whether a place is of the kind that the text calls its own; an office may be of any. */
export function isCalledSo(
  table: RegionTable,
  region: Region,
  self: SelfName | undefined,
): boolean {
  if (self?.what === 'place') return self.ending.test(region.name);
  return self?.what === 'township' ? isHolder(table, region, self.word) : true;
}

/** Tells whether a place can hold the township: a county or zone, or a city without counties. */
export function isHolder(table: RegionTable, region: Region, township: string | null): boolean {
  if (township === null || region.level === 'county' || region.level === 'zone') return true;
  return region.level === 'prefecture' && !table.children.has(region.code);
}
