import type { RegionTable } from '../../vocabulary/region/region.ts';
import { isWithin } from '../../vocabulary/region/region-tree.ts';
import {
  type RegionCandidate,
  type RegionContext,
  resolveRegions,
} from '../../vocabulary/region/resolve-regions.ts';
import type { PlaceGuess } from './place-guess.ts';
import { type WeighedPlace, weightAround } from './weigh-places.ts';

/** A text that may name the place, and what it is. */
export interface PlaceEvidence {
  readonly text: string;
  readonly basis: 'document' | 'page';
  /** Whether it names the document's own body: a title or a signature; not who posted it. */
  readonly isOwn: boolean;
}

const LEAST = 0.25;

/**
 * Guesses the place that the first telling name names.
 *
 * @param named legible, the strongest first
 * @param around what the whole page speaks of
 * @param text the body, for the places that tell namesakes apart
 */
export function guessByNames(
  table: RegionTable,
  named: readonly PlaceEvidence[],
  around: readonly WeighedPlace[],
  context: RegionContext,
  text: string,
): PlaceGuess | undefined {
  for (const { text: name, basis, isOwn } of named) {
    const rest = [...named.map((one) => one.text), text].join('\n');
    const candidates = resolveRegions(table, `${name}\n${rest}`, context).filter(
      ({ span }) => span.end <= name.length,
    );
    const best = choosePlace(table, candidates, around);
    if (best === undefined || best.confidence < LEAST) continue;
    const confidence = Math.min(1, best.confidence + 0.03) * (isOwn ? 1 : 0.9);
    return { ...best, basis, confidence, evidence: name };
  }
  return undefined;
}

/**
 * Chooses the first place of those that a name lists; of several that share it, the one whose
 * surroundings are spoken of.
 */
export function choosePlace(
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
