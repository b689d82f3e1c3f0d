import type { Region, RegionTable } from '../region/region.ts';
import { isWithin } from '../region/region-tree.ts';
import { resolveHost } from '../region/resolve-host.ts';
import { type RegionCandidate, resolveRegions } from '../region/resolve-regions.ts';
import type { Found, FoundPlace } from './description.ts';
import { outsideQuotes } from './outside-quotes.ts';

/** A text that may name the place, and what it is. */
export interface PlaceEvidence {
  readonly text: string;
  readonly basis: 'document' | 'page';
}

const READ = 3000;
const SURE = 0.25;

/**
 * Finds the place whose document it is: named by its title, by a body that issues or signs it, by
 * its text, or by the host it stands on. A name that several places share is told apart by the
 * other names; where it stays open the confidence is low.
 *
 * @param named title, issuers and signatures, the strongest first
 */
export function describePlace(
  table: RegionTable,
  named: readonly PlaceEvidence[],
  body: readonly string[],
  { url, year }: { readonly url?: string | undefined; readonly year?: number | undefined },
): Found<FoundPlace> | undefined {
  const hosted = hostOf(table, url);
  const text = outsideQuotes(body.join('\n')).slice(0, READ);
  const within = hosted?.region.code;
  const resolve = (one: string) => resolveRegions(table, one, { within, year });
  const around = resolve(text);

  for (const { text: name, basis } of named) {
    const plain = outsideQuotes(name);
    const candidates = resolveIn(table, plain, text, { within, year });
    const best = choose(table, candidates, around);
    if (best !== undefined && best.confidence >= SURE)
      return found(best, basis, Math.min(1, best.confidence + 0.03), name);
  }
  const told = chooseByText(table, around, text);
  if (told !== undefined && hosted !== undefined && told.region.code === hosted.region.code)
    return found(told, 'document', 0.95, told.text);
  if (
    told !== undefined &&
    (hosted === undefined ||
      isWithin(table, told.region.code, hosted.region.code) ||
      told.confidence >= 0.7)
  )
    return found(told, 'document', told.confidence, told.text);
  if (hosted !== undefined)
    return found(
      { region: hosted.region, township: null, text: hosted.label },
      'page',
      Math.max(hosted.confidence, 0.3),
      hosted.label,
    );
  return told === undefined ? undefined : found(told, 'document', told.confidence, told.text);
}

function found(
  {
    region,
    township,
  }: { readonly region: Region; readonly township: string | null; readonly text: string },
  basis: 'document' | 'page',
  confidence: number,
  evidence: string,
): Found<FoundPlace> {
  return { value: { region, township }, basis, confidence, evidence };
}

function hostOf(table: RegionTable, url: string | undefined) {
  if (url === undefined) return undefined;
  const host = /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1];
  return host === undefined ? undefined : resolveHost(table, host)[0];
}

/** Resolves a name with the text behind it, so that what the text names tells shared names apart. */
function resolveIn(
  table: RegionTable,
  name: string,
  text: string,
  context: { within: string | undefined; year: number | undefined },
): RegionCandidate[] {
  return resolveRegions(table, `${name}\n${text}`, context).filter(
    ({ span }) => span.end <= name.length,
  );
}

/** The first place of a name; of several that share it, the one the text speaks of most. */
function choose(
  table: RegionTable,
  candidates: readonly RegionCandidate[],
  around: readonly RegionCandidate[],
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
  const weight = ({ region }: RegionCandidate) =>
    around
      .filter((one) => one.region.code === region.code || region.parent === one.region.code)
      .reduce((sum, one) => sum + one.confidence, 0);
  const [best, second] = [...shared].sort((a, b) => weight(b) - weight(a));
  if (best === undefined) return undefined;
  const isOpen = second !== undefined && weight(best) === weight(second);
  return isOpen ? best : { ...best, confidence: Math.max(best.confidence, 0.7) };
}

/** What a text calls its place, and how such a place's name ends. */
const SELF: readonly (readonly [string, RegExp])[] = [
  ['省', /(?:省|自治区)$/u],
  ['市', /市$/u],
  ['县', /县$/u],
  ['区', /区$/u],
  ['州', /州$/u],
  ['旗', /旗$/u],
  ['盟', /盟$/u],
];

/** Finds how the text's own place is called: by 我市, else by 全市, whichever it says most. */
function ownName(text: string): RegExp | undefined {
  for (const word of ['我', '全']) {
    const counts = SELF.map(([kind, name]) => ({
      name,
      count: text.split(word + kind).length - 1,
    }));
    const [most] = counts.sort((a, b) => b.count - a.count);
    if (most !== undefined && most.count > 0) return most.name;
  }
  return undefined;
}

/** The place a text speaks of most, among those that are what it calls itself (我市, 全县). */
function chooseByText(
  table: RegionTable,
  candidates: readonly RegionCandidate[],
  text: string,
): RegionCandidate | undefined {
  const own = ownName(text);
  const isOwn = ({ region }: RegionCandidate) => own?.test(region.name) ?? true;
  const weights = new Map<string, number>();
  for (const candidate of candidates)
    if (isOwn(candidate))
      weights.set(
        candidate.region.code,
        (weights.get(candidate.region.code) ?? 0) + candidate.confidence,
      );
  const [best, second] = [...weights].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return undefined;
  const candidate = candidates.find(({ region }) => region.code === best[0]);
  if (candidate === undefined) return undefined;
  const isClear =
    second === undefined || best[1] >= second[1] * 1.5 || isWithin(table, best[0], second[0]);
  const confidence =
    (isClear ? 0.8 : 0.5) * (own === undefined ? 0.8 : 1) * Math.min(1, candidate.confidence + 0.2);
  return { ...candidate, confidence };
}
