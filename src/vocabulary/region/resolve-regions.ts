import type { NamedRegion, NameKind, Region, RegionTable } from './region.ts';
import { type RegionMention, regionMentions, townshipAfter } from './region-mentions.ts';
import { isWithin } from './region-tree.ts';

/** A region that a text may mean, where it says so, and how sure that is. */
export interface RegionCandidate {
  readonly region: Region;
  /** Name of the township or street below `region` that the text goes on to name. */
  readonly township: string | null;
  readonly text: string;
  /** UTF-16 units, `end` exclusive. */
  readonly span: { readonly start: number; readonly end: number };
  /** `composed`: by a name after its parent's (周口市川汇区); else by the kind of name. */
  readonly basis: NameKind | 'composed' | 'township';
  /** 0 to 1; names that several regions share divide it. */
  readonly confidence: number;
}

/** What is known beside the text. */
export interface RegionContext {
  /** Code of a region that the text comes from or lies in (its host, its issuer). */
  readonly within?: string | undefined;
  /** Report year: a former name or code holds only up to its last year. */
  readonly year?: number | undefined;
}

const GOVERNMENT = '人民政府';
const OFFICE = /^人民政府[\p{Script=Han}]{1,6}街道(?:办事处|党)/u;

/**
 * List the regions that a text names, in the order of the text.
 *
 * Names that several regions share (朝阳区, 鼓楼区) are told apart by the name right before them,
 * by the context, then by the other regions the text names. What stays open is given with all its
 * possibilities and a low confidence: nothing is guessed silently.
 *
 * @param text a title, an issuer's name, a page
 */
export function resolveRegions(
  table: RegionTable,
  text: string,
  context: RegionContext = {},
): RegionCandidate[] {
  const mentions = regionMentions(table.names, text);
  const anchors = new Set<string>();
  for (const { named } of mentions) {
    const only = named.length === 1 ? named[0] : undefined;
    if (only !== undefined && only.kind !== 'local') anchors.add(only.region.code);
  }
  if (context.within !== undefined) anchors.add(context.within);

  const candidates: RegionCandidate[] = [];
  let before: { end: number; start: number; regions: Region[] } | undefined;
  let read = 0;
  for (const mention of mentions) {
    if (mention.start < read) continue;
    const valid = mention.named.filter(({ region }) => isOfYear(mention, region, context.year));
    const parents = before !== undefined && before.end === mention.start ? before.regions : [];
    const below = valid.filter(({ region }) =>
      parents.some((parent) => parent !== region && isWithin(table, region.code, parent.code)),
    );
    const composed = below.length > 0;
    const kept = composed ? below : chooseByContext(table, valid, anchors, context.within);
    if (kept.length === 0) continue;
    if (composed) while (isPartOf(candidates.at(-1), mention.start)) candidates.pop();
    const start = composed && before !== undefined ? before.start : mention.start;
    for (const { name, region, kind } of kept) {
      const near = composed || isNear(table, region, anchors);
      if (kind === 'short' && region.level === 'county' && !near && !standsAlone(text, mention))
        continue;
      const confidence = (composed ? 0.97 : sureness(name, kind, region, near)) / kept.length;
      // 鲤城区人民政府金龙街道办事处: a street's office is the district's.
      const at = OFFICE.test(text.slice(mention.end))
        ? mention.end + GOVERNMENT.length
        : mention.end;
      const township = isNamedAt(mentions, at) ? null : townshipAfter(text, at, region);
      const end = township === null ? mention.end : at + township.length;
      read = Math.max(read, end);
      candidates.push({
        region,
        township,
        text: text.slice(start, end),
        span: { start, end },
        basis: township === null ? (composed ? 'composed' : kind) : 'township',
        confidence: township === null ? confidence : confidence * 0.95,
      });
    }
    before = { start, end: mention.end, regions: kept.map(({ region }) => region) };
  }
  return candidates;
}

/** Whether a region is named in full right there: 长沙市宁乡市 names no township. */
function isNamedAt(mentions: readonly RegionMention[], at: number): boolean {
  return mentions.some(
    ({ start, named }) =>
      start === at && named.some(({ kind }) => kind === 'full' || kind === 'alias'),
  );
}

/** Whether a candidate is the parent whose name the next one begins with. */
function isPartOf(candidate: RegionCandidate | undefined, start: number): boolean {
  return candidate !== undefined && candidate.span.end === start;
}

/**
 * Whether a name is its own phrase. Most counties' short names are everyday words too
 * (合作, 公安, 资源), so far from their city they count at the head of a title only.
 */
function standsAlone(text: string, { start, end }: RegionMention): boolean {
  const isHead = start === 0 || !/\p{Script=Han}/u.test(text[start - 1] ?? '');
  return isHead && /^(?:$|\d|人民政府|政府|法治)/.test(text.slice(end));
}

/** Where old and new code share a name, the year decides; without a year the present one holds. */
function isOfYear(mention: RegionMention, region: Region, year: number | undefined): boolean {
  if (region.until !== null) {
    if (year !== undefined) return year <= region.until;
    return !mention.named.some(({ region: other }) => region.successors.includes(other.code));
  }
  if (year === undefined) return true;
  return !mention.named.some(
    ({ region: { until, successors } }) =>
      until !== null && year <= until && successors.includes(region.code),
  );
}

function chooseByContext(
  table: RegionTable,
  named: readonly NamedRegion[],
  anchors: ReadonlySet<string>,
  within: string | undefined,
): readonly NamedRegion[] {
  const usable = named.filter(
    ({ kind, region }) => kind !== 'local' || isBeside(table, region, anchors),
  );
  if (usable.length < 2) return usable;
  if (within !== undefined) {
    const inside = usable.filter(({ region }) => isWithin(table, region.code, within));
    if (inside.length > 0) return inside;
  }
  const beside = usable.filter(({ region }) => isBeside(table, region, anchors));
  if (beside.length > 0) return beside;
  const near = usable.filter(({ region }) => isNear(table, region, anchors));
  if (near.length > 0) return near;
  // A city and a county of one name (朝阳, 通州): the greater is meant, where nothing else is said.
  const greater = usable.filter(({ region }) => region.level !== 'county');
  return greater.length === 1 ? greater : usable;
}

/** Whether the region, or the one right above it, is named elsewhere. */
function isBeside(table: RegionTable, region: Region, anchors: ReadonlySet<string>): boolean {
  if (anchors.has(region.code) || (region.parent !== null && anchors.has(region.parent)))
    return true;
  return [...anchors].some((code) => table.regions.get(code)?.parent === region.code);
}

/** Whether any region that it lies in is named elsewhere. */
function isNear(table: RegionTable, region: Region, anchors: ReadonlySet<string>): boolean {
  for (const code of anchors)
    if (code !== region.code && isWithin(table, region.code, code)) return true;
  return false;
}

/** What any zone may be called, where it is not called by name. */
const ANY_ZONE = /^(?:高新区|经开区|示范区|工业园区|新区)$|开发区$/;

function sureness(name: string, kind: NameKind, region: Region, near: boolean): number {
  if (kind === 'full' || kind === 'alias') return near ? 0.95 : 0.9;
  if (kind === 'local') return ANY_ZONE.test(name) ? 0.5 : 0.8;
  if (region.level === 'county') return near ? 0.5 : 0.25;
  return near ? 0.75 : 0.6;
}
