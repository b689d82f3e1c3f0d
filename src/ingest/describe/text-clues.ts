import type { RegionTable } from '../../vocabulary/region/region.ts';
import { isWithin } from '../../vocabulary/region/region-tree.ts';
import {
  type RegionCandidate,
  type RegionContext,
  resolveRegions,
} from '../../vocabulary/region/resolve-regions.ts';

/**
 * Drop names of other documents (《…》, 〈…〉) and their numbers (〔2016〕18号) from a text: their
 * regions and years are not the text's own.
 */
export function outsideQuotes(text: string): string {
  let plain = text;
  for (;;) {
    const next = plain.replace(/《[^《》]*》|〈[^〈〉]*〉|[〔[]20\d\d[〕\]]\s*第?\d*号?/gu, '');
    if (next === plain) return plain;
    plain = next;
  }
}

/** How a text calls its own region or office, by 我市, 全县, 我局. */
export interface SelfName {
  /** 市, 县, 镇, 局 … */
  readonly word: string;
  /** How the name of such a region ends. */
  readonly ending: RegExp;
  readonly what: 'region' | 'township' | 'office';
}

const SELF_WORDS: Readonly<Record<SelfName['what'], string>> = {
  region: '省 市 县 区 州 旗 盟',
  township: '镇 乡 街道 苏木 办事处',
  office: '局 厅 委 办 中心 院 司',
};
const SELVES = (['region', 'township', 'office'] as const).flatMap((what) =>
  SELF_WORDS[what].split(' ').map((word) => ({ word, what })),
);
/** How names end that do not end in the word itself. */
const ENDINGS: Readonly<Record<string, string>> = {
  省: '(?:省|自治区)',
  区: '(?:区|新城|园)',
  办事处: '街道',
  委: '委(?:员会)?',
  办: '办(?:公室)?',
};
/** Words that only begin like a self name: 我委员, 我办理. */
const RUNS_ON: Readonly<Record<string, string>> = { 委: '(?!员|托)', 办: '(?!理|结|事|案|法|公)' };
/** 全省率先 and 居全市第三 rank a region among others of the one above it. */
const OWN_WORDS = [
  ['[我本]', ''],
  ['(?<![在居为列占获评较])全', '(?!率先|首|第|前列|先进|排名|领先|唯一|平均|优秀|示范|考核)'],
] as const;

/**
 * Find how a text calls itself: by 我 and 本 before all, else by 全.
 *
 * @param text legible
 * @returns `undefined` where it never does
 */
export function selfName(text: string): SelfName | undefined {
  for (const [own, after] of OWN_WORDS) {
    const count = (word: string) =>
      text.match(new RegExp(`${own}${word}${RUNS_ON[word] ?? ''}${after}`, 'gu'))?.length ?? 0;
    const [best] = SELVES.map((one) => ({ ...one, count: count(one.word) })).sort(
      (a, b) => b.count - a.count,
    );
    if (best !== undefined && best.count > 0) {
      const { word, what } = best;
      return { word, what, ending: new RegExp(`${ENDINGS[word] ?? word}$`, 'u') };
    }
  }
  return undefined;
}

/** Paragraphs in which a report names itself as the one who did it all. */
const OPENING = 3;
/** What stands before the subject: the year, and under whose lead (在市委的领导下). */
const BEFORE =
  /^(?:20\d\d年是.{4,160}?(?:之年|[一收开]年|年份)[，,。])?(?:(?:在)?(?:20\d\d年(?:度|以来|来)?|一年来|近年来|今年以来)[，,]?)?(?:在[^。；]{2,80}?下[，,])*(?:中共)?/u;
const ANNOUNCED = /现[将就]([^。；]{4,60})(?:报告|汇报|公布|公开|总结|通报)如下/u;

/** What a report says that its subject did: 坚持以…, 认真学习…. */
export const subjectVerb =
  '(?:始终|坚持|以|认真|深入|全面|紧紧|紧扣|围绕|严格|高度|切实|积极|持续|扎实|不断|按照|贯彻|将|把|在|各级|牢牢|聚焦|着力|大力|坚决)';

/**
 * Return the first paragraphs from where their subject stands: 2020年，鹤壁市坚持以….
 *
 * @param body legible
 */
export function openingSubjects(body: readonly string[]): string[] {
  return body
    .slice(0, OPENING)
    .map((paragraph) => paragraph.slice(BEFORE.exec(paragraph)?.[0].length ?? 0));
}

/**
 * Return the words by which the first paragraphs announce what they report: 鹤壁市2020年法治政府建设
 * 情况 of 现将鹤壁市2020年法治政府建设情况报告如下.
 *
 * @param body legible
 */
export function announcements(body: readonly string[]): string[] {
  return body.slice(0, OPENING).flatMap((paragraph) => ANNOUNCED.exec(paragraph)?.[1] ?? []);
}

/** A region that a text speaks of, and how much it does so as its own. */
export interface WeighedRegion {
  readonly candidate: RegionCandidate;
  readonly weight: number;
  readonly mentions: number;
  /** Whether it is spoken of as the text's own at least once: 鹤壁市坚持…. */
  readonly isOwned: boolean;
}

/** How much a mention speaks for a region, by what stands around it. */
const WEIGHT = {
  owned: 1.5, // 浚县坚持…: what the text's own body did.
  plain: 1,
  township: 0.8, // A township is named below its county.
  under: 0.6, // 按照鹤壁市…: one that gives orders, or the text's own.
  inName: 0.5, // Of 《河南省规范性文件管理办法》 the region is one above as often as one's own.
  beside: 0.3, // 与杭州市, 指导浚县: another beside or below.
  below: 0.3,
  above: 0.2, // 河南省委部署: one above.
  short: 0.1, // Counties' short names are everyday words too: 新建, 公安, 合作.
} as const;
/** How many characters around a mention are read. */
const READ_BEFORE = 8;
const READ_AFTER = 24;
const VISIT =
  /(?:赴|前往|借鉴|邀请|来自|对接|到)[^，。；、]{2,10}?(?=考察|学习|参观|调研|取经|交流|经验|做法|专家)/gu;
const BESIDE = /(?:到|与|和|同|从|向|及)$/u;
const EXAMPLE = /^(?:[省市县区]?等(?:地|市|县|省|区|[一二三四五六七八九十\d]+)|经验|模式|先进)/u;
const UNDER = /(?:在|按照|根据|贯彻|落实|围绕|受|经|被|获|向|由|报|对照)$/u;
/** What a region does to one below it. */
const BELOW = /(?:指导|支持|推动|选取|选择|确定|将|推荐|命名|授予)$/u;
const ABOVE =
  /^(?:[省市县区州]?)(?:委|党委|政府|人民政府|司法[局厅])[^。，；]{0,14}(?:领导|部署|要求|指导|精神|安排|统一)/u;
const OWN =
  /^(?:各级|全[省市县区州]|人民政府|政府|委|深入|坚持|认真|紧紧|始终|以|高度|积极|严格|全面|扎实|持续|不断|将|在|20|法治|司法|行政)/u;

/**
 * Weigh the regions that a text names by how it speaks of them: as of its own, of one above it
 * (按照河南省委部署), or of one it went to see (赴杭州市考察).
 *
 * @param printed legible, names of other documents in it
 * @returns the heaviest first
 */
export function weighRegions(
  table: RegionTable,
  printed: string,
  context: RegionContext,
): WeighedRegion[] {
  const text = withoutVisits(printed);
  const regions = new Map<string, WeighedRegion>();
  for (const candidate of resolveRegions(table, text, context)) {
    const factor = weightOf(text, candidate);
    if (factor === 0) continue;
    const { code } = candidate.region;
    const held = regions.get(code);
    const isSurer = held === undefined || candidate.confidence > held.candidate.confidence;
    regions.set(code, {
      candidate: isSurer ? candidate : held.candidate,
      weight: (held?.weight ?? 0) + candidate.confidence * factor,
      mentions: (held?.mentions ?? 0) + 1,
      isOwned: held?.isOwned === true || factor === WEIGHT.owned,
    });
  }
  return [...regions.values()].sort((a, b) => b.weight - a.weight);
}

/** Drop visits from a text: a region that was visited says nothing, nor may it tell others apart. */
export function withoutVisits(text: string): string {
  return text.replace(VISIT, '');
}

function weightOf(text: string, { span, township, basis, region }: RegionCandidate): number {
  if (basis === 'short' && region.level === 'county') return WEIGHT.short;
  const before = text.slice(Math.max(0, span.start - READ_BEFORE), span.start);
  const after = text.slice(span.end, span.end + READ_AFTER);
  if (EXAMPLE.test(after)) return 0;
  if (/[《〈]$/u.test(before)) return WEIGHT.inName;
  if (ABOVE.test(after)) return WEIGHT.above;
  if (BESIDE.test(before)) return WEIGHT.beside;
  if (UNDER.test(before)) return WEIGHT.under;
  if (BELOW.test(before)) return WEIGHT.below;
  if (OWN.test(after)) return WEIGHT.owned;
  return township === null ? WEIGHT.plain : WEIGHT.township;
}

/** Sum what is said of all that a region lies in. */
export function weightAround(
  table: RegionTable,
  regions: readonly WeighedRegion[],
  code: string,
): number {
  return regions
    .filter(
      ({ candidate: { region } }) => region.code !== code && isWithin(table, code, region.code),
    )
    .reduce((sum, { weight }) => sum + weight, 0);
}
