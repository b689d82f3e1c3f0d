import type { RegionTable } from '../../vocabulary/region/region.ts';
import { isRelated, isWithin } from '../../vocabulary/region/region-tree.ts';
import type { HostCandidate } from '../../vocabulary/region/resolve-host.ts';
import { isCalledSo } from './is-called-so.ts';
import type { PlaceGuess } from './place-guess.ts';
import type { SelfName } from './self-name.ts';
import type { WeighedPlace } from './weigh-places.ts';

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
