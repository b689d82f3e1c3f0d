import type { Region, RegionTable } from '../region/region.ts';
import { isWithin } from '../region/region-tree.ts';
import { type HostCandidate, resolveHost } from '../region/resolve-host.ts';
import { type RegionCandidate, resolveRegions } from '../region/resolve-regions.ts';
import type { Found, FoundPlace } from './description.ts';
import { findTownship } from './find-township.ts';
import { legible } from './legible.ts';
import { outsideQuotes } from './outside-quotes.ts';
import { type SelfName, selfName } from './self-name.ts';
import { type WeighedPlace, weighPlaces, weightAround, withoutVisits } from './weigh-places.ts';

/** A text that may name the place, and what it is. */
export interface PlaceEvidence {
  readonly text: string;
  readonly basis: 'document' | 'page';
  /** Whether it names the document's own body: a title or a signature; not who posted it. */
  readonly isOwn: boolean;
}

/** What is known beside the texts. */
export interface PlaceContext {
  readonly url?: string | undefined;
  readonly year?: number | undefined;
}

interface Guess {
  readonly region: Region;
  readonly township: string | null;
  readonly basis: 'document' | 'page';
  readonly confidence: number;
  readonly evidence: string;
}

const READ = 6000;
const SURE = 0.6;
const LEAST = 0.25;

/**
 * Finds the place whose document it is: named by its title or a body that signs it, by what its
 * text says of places, by who posted it, or by the host it stands on. Each is held against the
 * others; where they disagree, or several places share a name and nothing tells them apart, the
 * confidence is low.
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
  const hosts = hostsOf(table, url, self).map((one) => ({
    ...one,
    region: ofYear(table, one.region, year),
  }));
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

  const own = byName(true);
  const spoken = weighPlaces(table, text, context);
  const told = guessByText(table, spoken, self, hosts);
  const posted = byName(false);
  const guesses = [own, told, posted, guessByHost(table, hosts, self, spoken)].flatMap(
    (one) => one ?? [],
  );
  const guess =
    guesses.find(({ confidence }) => confidence >= SURE) ??
    [...guesses].sort((a, b) => b.confidence - a.confidence)[0];
  if (guess === undefined) return undefined;
  const township = guess.township ?? ownTownship(table, heads);
  return {
    value: { region: guess.region, township },
    basis: guess.basis,
    confidence: Math.min(
      guess.confidence,
      isHolder(table, guess.region, township) ? 1 : 0.4,
      self?.what === 'township' && township === null ? 0.5 : 1,
    ),
    evidence: guess.evidence,
  };
}

/** The place that the first telling name names. */
function guessByNames(
  table: RegionTable,
  named: readonly PlaceEvidence[],
  around: readonly WeighedPlace[],
  context: { within: string | undefined; year: number | undefined },
  text: string,
): Guess | undefined {
  for (const { text: name, basis, isOwn } of named) {
    const rest = [...named.map((one) => one.text), text].join('\n');
    const candidates = resolveRegions(table, `${name}\n${rest}`, context).filter(
      ({ span }) => span.end <= name.length,
    );
    const best = choose(table, candidates, around);
    if (best === undefined || best.confidence < LEAST) continue;
    const confidence = Math.min(1, best.confidence + 0.03) * (isOwn ? 1 : 0.9);
    return { ...best, basis, confidence, evidence: name };
  }
  return undefined;
}

/** The first place of a name; of several that share it, the one whose surroundings are spoken of. */
function choose(
  table: RegionTable,
  candidates: readonly RegionCandidate[],
  around: readonly WeighedPlace[],
): RegionCandidate | undefined {
  const first = candidates[0];
  if (first === undefined) return undefined;
  const shared = candidates.filter(({ span }) => span.start === first.span.start);
  if (shared.length === 1) {
    // A place and then one inside it, not right behind: 威海市 … 高区.
    const inner = candidates.find(
      ({ region, confidence }) =>
        region.code !== first.region.code &&
        isWithin(table, region.code, first.region.code) &&
        confidence >= 0.8,
    );
    return inner ?? first;
  }
  const [best, second] = shared
    .map((one) => ({ one, weight: weightAround(table, around, one.region.code) }))
    .sort((a, b) => b.weight - a.weight);
  if (best === undefined) return undefined;
  const isOpen = second !== undefined && best.weight <= second.weight * 1.5;
  return isOpen ? best.one : { ...best.one, confidence: Math.max(best.one.confidence, 0.8) };
}

/** The place a text speaks of most as its own, among those that are what it calls itself. */
function guessByText(
  table: RegionTable,
  places: readonly WeighedPlace[],
  self: SelfName | undefined,
  hosts: readonly HostCandidate[],
): Guess | undefined {
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
  const steps: readonly (readonly [number, number])[] = [
    [3, 0.92],
    [1.5, 0.85],
    [0.8, 0.7],
    [0.4, 0.55],
  ];
  const base = steps.find(([least]) => weight >= least)?.[1] ?? 0.4;
  const isRivalled = rival !== undefined && rival.weight > weight * 0.6;
  const isElsewhere = hosts.length > 0 && !isInHost && weight < 1.5;
  const doubt = (isRivalled ? 0.6 : 1) * (isPlace ? 1 : 0.85) * (isElsewhere ? 0.7 : 1);
  const confidence = isHosted ? 0.95 : Math.min(0.95, base * doubt * (isInHost ? 1.1 : 1));
  return { region, township, basis: 'document', confidence, evidence: text };
}

/** The place whose host it stands on, where it is one of the kind that the text calls itself. */
function guessByHost(
  table: RegionTable,
  hosts: readonly HostCandidate[],
  self: SelfName | undefined,
  spoken: readonly WeighedPlace[],
): Guess | undefined {
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

/** The places that a page's host may be of; of several, those of the kind that the text calls itself. */
function hostsOf(
  table: RegionTable,
  url: string | undefined,
  self: SelfName | undefined,
): readonly HostCandidate[] {
  const host = url === undefined ? undefined : /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1];
  const all = host === undefined ? [] : resolveHost(table, host);
  const best = all[0]?.confidence ?? 0;
  const spelled = all.filter(({ confidence }) => confidence >= best * 0.9);
  const own = spelled.filter(({ region }) => isCalledSo(table, region, self));
  const isDisputed = own.some(({ region, label }) =>
    all.some((other) => other.label !== label && !isRelated(table, region.code, other.region.code)),
  );
  if (isDisputed) return own.map((one) => ({ ...one, confidence: one.confidence / 2 }));
  return own.length > 0 ? own : spelled;
}

/** The place as it was in a year: a host is called alike under the old code and the new. */
function ofYear(table: RegionTable, region: Region, year: number | undefined): Region {
  if (year === undefined) return region;
  const former = [...table.regions.values()].find(
    ({ name, until, successors }) =>
      until !== null && year <= until && name === region.name && successors.includes(region.code),
  );
  return former ?? region;
}

/** Whether one of two places lies in the other. */
function isRelated(table: RegionTable, one: string, other: string): boolean {
  return isWithin(table, one, other) || isWithin(table, other, one);
}

/** Whether a place is of the kind that the text calls its own; an office may be of any. */
function isCalledSo(table: RegionTable, region: Region, self: SelfName | undefined): boolean {
  if (self?.what === 'place') return self.ending.test(region.name);
  return self?.what === 'township' ? isHolder(table, region, self.word) : true;
}

function ownTownship(table: RegionTable, heads: readonly PlaceEvidence[]): string | null {
  for (const { text, isOwn } of heads) {
    const township = isOwn ? findTownship(table, text) : undefined;
    if (township !== undefined) return township;
  }
  return null;
}

/** Whether a place can hold the township: a county or zone, or a city without counties. */
function isHolder(table: RegionTable, region: Region, township: string | null): boolean {
  if (township === null || region.level === 'county' || region.level === 'zone') return true;
  return region.level === 'prefecture' && !table.children.has(region.code);
}
