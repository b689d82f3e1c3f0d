import { legible } from '../../report/characters/legible.ts';
import type { Region, RegionTable } from '../../vocabulary/region/region.ts';
import { isRelated, isWithin } from '../../vocabulary/region/region-tree.ts';
import { type HostCandidate, resolveHost } from '../../vocabulary/region/resolve-host.ts';
import { resolveRegions } from '../../vocabulary/region/resolve-regions.ts';
import { type Found, type FoundRegion, found } from './description.ts';
import {
  findOwnTownship,
  findSubjectTownship,
  findTownship,
  guessByNames,
  guessBySubject,
  hasUnknownZoneSubject,
  isOfUnknownCounty,
  isOfUnknownZone,
  type RegionEvidence,
  type RegionGuess,
} from './named-regions.ts';
import {
  outsideQuotes,
  type SelfName,
  selfName,
  type WeighedRegion,
  weighRegions,
  withoutVisits,
} from './text-clues.ts';

/** How much of a text is read: what follows speaks of other regions as often as of its own. */
const READ = 6000;

/** How sure a region is by what speaks for it, and what lowers that. */
const SURE = {
  taken: 0.6, // From here on a guess is taken before the ones after it, however sure these are.
  /** A zone or county that the table lacks: so low that it is not filed under the region around it. */
  ofZone: 0.2,
  noHolder: 0.4, // A township under a region that has counties between.
  noTownship: 0.5, // The text says 我镇 and never which.
  text: 0.95, // The most that text or host alone give, and a region that both give.
  host: 0.8,
  weakHost: 0.3, // A host that is another's, of several regions, or that the text speaks against.
  spokenOf: 0.5, // A region that the text names seldom, and never as its own.
} as const;

/** How sure a text is of the region it speaks of most, by the weight of what it says. */
const BY_WEIGHT: readonly (readonly [weight: number, confidence: number])[] = [
  [3, 0.92],
  [1.5, 0.85],
  [0.8, 0.7],
  [0.4, 0.55],
  [0, 0.4],
];

/** What of a text's weights tells one region from another. */
const TEXT = {
  innerShare: 0.5, // A region inside the heaviest one is meant where it weighs this share of it.
  rivalShare: 0.6, // Another region that weighs more than this share is a rival.
  rivalled: 0.6,
  unnamed: 0.85, // The text never says 我市, 全县.
  /** The page stands on the host of another region, and the text says little of this one. */
  elsewhere: 0.7,
  elsewhereUnder: 1.5,
  inHost: 1.1,
  often: 4, // Named this often, a region is the text's own though it never says so.
} as const;

/** Hosts that are spelled this nearly like the best one are as likely. */
const AS_LIKELY = 0.9;

/**
 * Find the region whose document it is: named by its title or a body that signs it, by the subject
 * of its opening, by what its text says of regions, by who posted it, or by the host it stands on.
 * Each is held against the others; where they disagree, or several regions share a name and nothing
 * tells them apart, the confidence is low.
 *
 * @param named titles, signatures and posters, the strongest first
 */
export function describeRegion(
  table: RegionTable,
  named: readonly RegionEvidence[],
  body: readonly string[],
  { url, year }: { readonly url?: string | undefined; readonly year?: number | undefined },
): Found<FoundRegion> | undefined {
  const own = body.map((paragraph) => withoutCentral(legible(paragraph)));
  const text = withoutVisits(own.join('\n').slice(0, READ));
  const self = selfName(text);
  const hosts = hostRegions(table, url, self, year);
  const context = { within: hosts.length === 1 ? hosts[0]?.region.code : undefined, year };
  const heads = named.map((one) => ({
    ...one,
    text: withoutCentral(outsideQuotes(legible(one.text))),
  }));
  const ownHeads = heads.filter(({ isOwn }) => isOwn);
  const others = heads.filter(({ isOwn }) => !isOwn);
  const around = weighRegions(table, [text, ...heads.map((one) => one.text)].join('\n'), context);
  const spoken = weighRegions(table, text, context);
  const bySubject = guessBySubject(table, own, around, context);
  const guesses = [
    guessByNames(table, ownHeads, around, context, text),
    bySubject,
    guessByText(table, spoken, self, hosts),
    guessByNames(table, others, around, context, text),
    guessByHost(table, hosts, self, spoken),
  ].flatMap((one) => one ?? []);
  const guess =
    guesses.find(({ confidence }) => confidence >= SURE.taken) ??
    [...guesses].sort((a, b) => b.confidence - a.confidence)[0];
  if (guess === undefined) return undefined;
  const isTownship = self?.what === 'township';
  const township = guess.township ?? describeTownship(table, named, body) ?? null;
  const isOfZone =
    guess.region.level !== 'zone' &&
    (bySubject?.isOfZone === true ||
      ownHeads.some((one) => isOfUnknownZone(table, one.text)) ||
      (ownHeads.length === 0 && hasUnknownZoneSubject(table, own, context)));
  const isOfOther = ownHeads.some((one) => isOfUnknownCounty(table, one.text, year));
  const confidence = Math.min(
    guess.confidence,
    isOfZone || isOfOther ? SURE.ofZone : 1,
    isHolder(table, guess.region, township) ? 1 : SURE.noHolder,
    isTownship && township === null ? SURE.noTownship : 1,
  );
  return found({ region: guess.region, township }, guess.basis, confidence, guess.evidence);
}

/** A central office, before the place of its own branch: 国家税务总局浚县税务局. */
const CENTRAL =
  /(?:国家[\p{Script=Han}]{2,6}总局|国家统计局|中国人民银行|中华人民共和国)(?=[\p{Script=Han}]{2,12}(?:局|队|[分支]行|海关))/gu;

function withoutCentral(text: string): string {
  return text.replace(CENTRAL, '');
}

/**
 * Find the township or street whose document it is: named by a title or a signature, by the subject
 * of the opening, or by a text that speaks as one (我镇).
 *
 * @param named titles, signatures and posters, the strongest first
 */
export function describeTownship(
  table: RegionTable,
  named: readonly RegionEvidence[],
  body: readonly string[],
): string | undefined {
  const heads = named.flatMap(({ text, isOwn }) => (isOwn ? outsideQuotes(legible(text)) : []));
  const text = withoutVisits(legible(body.join('\n')).slice(0, READ));
  const self = selfName(text);
  const isTitled = heads.some((head) => resolveRegions(table, head).length > 0);
  return (
    heads.flatMap((head) => townshipIn(table, head) ?? [])[0] ??
    (isTitled ? undefined : findSubjectTownship(table, body.map(legible))) ??
    (self?.what === 'township' ? findOwnTownship(table, text, self) : undefined)
  );
}

function townshipIn(table: RegionTable, head: string): string | undefined {
  const below = resolveRegions(table, head)[0]?.township;
  return below ?? findTownship(table, head);
}

/** Guess the region a text speaks of most as its own, among those that are what it calls itself. */
function guessByText(
  table: RegionTable,
  regions: readonly WeighedRegion[],
  self: SelfName | undefined,
  hosts: readonly HostCandidate[],
): RegionGuess | undefined {
  const own = regions.filter(({ candidate }) => isCalledSo(table, candidate.region, self));
  const [heaviest] = own;
  if (heaviest === undefined) return undefined;
  // A region is spoken of beside the one above it: the lower is meant.
  const best =
    own.find(
      ({ candidate, weight }) =>
        candidate.region.code !== heaviest.candidate.region.code &&
        isWithin(table, candidate.region.code, heaviest.candidate.region.code) &&
        weight >= heaviest.weight * TEXT.innerShare,
    ) ?? heaviest;
  const { candidate, weight } = best;
  const { region, township, text } = candidate;
  const rival = own.find((one) => !isRelated(table, region.code, one.candidate.region.code));
  const isRivalled = rival !== undefined && rival.weight > weight * TEXT.rivalShare;
  const isHosted = hosts.length === 1 && hosts[0]?.region.code === region.code;
  const isInHost = hosts.some((host) => isWithin(table, region.code, host.region.code));
  const isElsewhere = hosts.length > 0 && !isInHost && weight < TEXT.elsewhereUnder;
  const doubt =
    (isRivalled ? TEXT.rivalled : 1) *
    (self?.what === 'region' ? 1 : TEXT.unnamed) *
    (isElsewhere ? TEXT.elsewhere : 1);
  const base = BY_WEIGHT.find(([least]) => weight >= least)?.[1] ?? 0;
  const read = base * doubt * (isInHost ? TEXT.inHost : 1);
  const isOwned = best.isOwned || best.mentions >= TEXT.often || isHosted;
  const confidence = isHosted ? SURE.text : Math.min(isOwned ? SURE.text : SURE.spokenOf, read);
  return { region, township, basis: 'document', confidence, evidence: text };
}

/** Guess the region whose host it stands on, where it is of the kind that the text calls itself. */
function guessByHost(
  table: RegionTable,
  hosts: readonly HostCandidate[],
  self: SelfName | undefined,
  spoken: readonly WeighedRegion[],
): RegionGuess | undefined {
  const [host] = hosts;
  if (host === undefined) return undefined;
  // The text speaks of regions, and of none there: the page stands on another's site.
  const isElsewhere =
    spoken.length > 0 &&
    !spoken.some(({ candidate }) => isRelated(table, candidate.region.code, host.region.code));
  const isSure = hosts.length === 1 && isCalledSo(table, host.region, self) && !isElsewhere;
  const confidence = isSure ? Math.min(SURE.host, host.confidence) : SURE.weakHost;
  return { region: host.region, township: null, basis: 'page', confidence, evidence: host.label };
}

/**
 * List the regions that a page's host may be of; of several, those of the kind that the text calls
 * itself.
 *
 * @param year a region is given as it was then: a host is called alike under the old code and the new
 */
function hostRegions(
  table: RegionTable,
  url: string | undefined,
  self: SelfName | undefined,
  year: number | undefined,
): readonly HostCandidate[] {
  const host = /^[a-z]+:\/\/([^/?#]+)/i.exec(url ?? '')?.[1];
  const all = host === undefined ? [] : resolveHost(table, host);
  const best = all[0]?.confidence ?? 0;
  const spelled = all.filter(({ confidence }) => confidence >= best * AS_LIKELY);
  const own = spelled.filter(({ region }) => isCalledSo(table, region, self));
  const isDisputed = own.some(({ region, label }) =>
    all.some((other) => other.label !== label && !isRelated(table, region.code, other.region.code)),
  );
  return (own.length > 0 ? own : spelled).map((one) => ({
    ...one,
    region: ofYear(table, one.region, year),
    confidence: isDisputed ? one.confidence / 2 : one.confidence,
  }));
}

function ofYear(table: RegionTable, region: Region, year: number | undefined): Region {
  if (year === undefined) return region;
  const former = [...table.regions.values()].find(
    ({ name, until, successors }) =>
      until !== null && year <= until && name === region.name && successors.includes(region.code),
  );
  return former ?? region;
}

/** Tell whether a region is of the kind that the text calls its own; an office may be of any. */
function isCalledSo(table: RegionTable, region: Region, self: SelfName | undefined): boolean {
  if (self?.what === 'region') return self.ending.test(region.name);
  return self?.what === 'township' ? isHolder(table, region, self.word) : true;
}

/** Tell whether a region can hold the township: a county or zone, or a city without counties. */
function isHolder(table: RegionTable, region: Region, township: string | null): boolean {
  if (township === null || region.level === 'county' || region.level === 'zone') return true;
  return region.level === 'prefecture' && !table.children.has(region.code);
}
