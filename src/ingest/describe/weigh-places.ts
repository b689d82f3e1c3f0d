import type { RegionTable } from '../../vocabulary/region/region.ts';
import { isWithin } from '../../vocabulary/region/region-tree.ts';
import {
  type RegionCandidate,
  type RegionContext,
  resolveRegions,
} from '../../vocabulary/region/resolve-regions.ts';

/** A place that a text speaks of, and how much it does so as its own. */
export interface WeighedPlace {
  readonly candidate: RegionCandidate;
  readonly weight: number;
  readonly mentions: number;
  /** Whether it is spoken of as the text's own at least once: 鹤壁市坚持…. */
  readonly isOwned: boolean;
}

const VISIT =
  /(?:赴|前往|借鉴|邀请|来自|对接|到)[^，。；、]{2,10}?(?=考察|学习|参观|调研|取经|交流|经验|做法|专家)/gu;
const BESIDE = /(?:到|与|和|同|从|向|及)$/u;
const EXAMPLE = /^(?:[省市县区]?等(?:地|市|县|省|区|[一二三四五六七八九十\d]+)|经验|模式|先进)/u;
const UNDER = /(?:在|按照|根据|贯彻|落实|围绕|受|经|被|获|向|由|报|对照)$/u;
/** What a place does to one below it. */
const BELOW = /(?:指导|支持|推动|选取|选择|确定|将|推荐|命名|授予)$/u;
const ABOVE =
  /^(?:[省市县区州]?)(?:委|党委|政府|人民政府|司法[局厅])[^。，；]{0,14}(?:领导|部署|要求|指导|精神|安排|统一)/u;
const OWNED = 1.5;
const OWN =
  /^(?:各级|全[省市县区州]|人民政府|政府|委|深入|坚持|认真|紧紧|始终|以|高度|积极|严格|全面|扎实|持续|不断|将|在|20|法治|司法|行政)/u;

/**
 * Weighs the places that a text names by how it speaks of them: as of its own, of one above it
 * (按照河南省委部署), or of one it went to see (赴杭州市考察).
 *
 * @param printed legible, names of other documents in it
 * @returns the heaviest first
 */
export function weighPlaces(
  table: RegionTable,
  printed: string,
  context: RegionContext,
): WeighedPlace[] {
  const text = withoutVisits(printed);
  const places = new Map<string, WeighedPlace>();
  for (const candidate of resolveRegions(table, text, context)) {
    const factor = ownership(text, candidate);
    if (factor === 0) continue;
    const { code } = candidate.region;
    const held = places.get(code);
    const isSurer = held === undefined || candidate.confidence > held.candidate.confidence;
    places.set(code, {
      candidate: isSurer ? candidate : held.candidate,
      weight: (held?.weight ?? 0) + candidate.confidence * factor,
      mentions: (held?.mentions ?? 0) + 1,
      isOwned: (held?.isOwned ?? false) || factor >= OWNED,
    });
  }
  return [...places.values()].sort((a, b) => b.weight - a.weight);
}

/** A place that was visited says nothing, nor may it tell others' names apart. */
export function withoutVisits(text: string): string {
  return text.replace(VISIT, '');
}

function ownership(text: string, { span, township, basis, region }: RegionCandidate): number {
  // Counties' short names are everyday words too: 新建, 公安, 合作.
  if (basis === 'short' && region.level === 'county') return 0.1;
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  const after = text.slice(span.end, span.end + 24);
  if (EXAMPLE.test(after)) return 0;
  // Of 《河南省规范性文件管理办法》 the place is one above as often as one's own.
  const isNamed = before.endsWith('《') || before.endsWith('〈');
  if (isNamed) return 0.5;
  if (ABOVE.test(after)) return 0.2;
  if (BESIDE.test(before)) return 0.3;
  if (UNDER.test(before)) return 0.6;
  if (BELOW.test(before)) return 0.3;
  return OWN.test(after) ? OWNED : township === null ? 1 : 0.8;
}

/** Sums what is said of a place and of all it lies in. */
export function weightAround(
  table: RegionTable,
  places: readonly WeighedPlace[],
  code: string,
): number {
  return places
    .filter(({ candidate }) => isWithin(table, code, candidate.region.code))
    .reduce((sum, { weight, candidate }) => sum + (candidate.region.code === code ? 0 : weight), 0);
}
