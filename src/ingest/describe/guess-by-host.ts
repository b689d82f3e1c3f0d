import type { Region, RegionTable } from '../../vocabulary/region/region.ts';
import { isRelated } from '../../vocabulary/region/region-tree.ts';
import { type HostCandidate, resolveHost } from '../../vocabulary/region/resolve-host.ts';
import { isCalledSo } from './is-called-so.ts';
import type { PlaceGuess } from './place-guess.ts';
import type { SelfName } from './self-name.ts';
import type { WeighedPlace } from './weigh-places.ts';

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
