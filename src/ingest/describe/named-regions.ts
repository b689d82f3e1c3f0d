import type { Region, RegionTable } from '../../vocabulary/region/region.ts';
import { isWithin } from '../../vocabulary/region/region-tree.ts';
import {
  type RegionCandidate,
  type RegionContext,
  resolveRegions,
} from '../../vocabulary/region/resolve-regions.ts';
import {
  announcements,
  openingSubjects,
  type SelfName,
  subjectVerb,
  type WeighedRegion,
  weightAround,
} from './text-clues.ts';

/** A region that one kind of evidence speaks for. */
export interface RegionGuess {
  readonly region: Region;
  /** Name of the township or street below it, where that is the one meant. */
  readonly township: string | null;
  readonly basis: 'document' | 'page';
  readonly confidence: number;
  readonly evidence: string;
  /** Whether the words go on to a zone in it that is not in the region table. */
  readonly isOfZone?: boolean | undefined;
}

/** A text that may name the region, and what it is. */
export interface RegionEvidence {
  readonly text: string;
  readonly basis: 'document' | 'page';
  /** Whether it names the document's own body: a title or a signature; not who posted it. */
  readonly isOwn: boolean;
}

/** How sure a name is of its region. */
const SURE = {
  least: 0.25, // Under this a name is passed over: 新建, a county and a common word.
  bonus: 0.03, // A title or signature names its body more surely than a text names a region.
  poster: 0.9, // One that posted a document may be of another region.
  inner: 0.8, // A region inside the first one named is meant where its name is this sure.
  told: 0.8, // A shared name whose surroundings are spoken of, and how much more than another's.
  toldBy: 1.5,
  /** The most that the subject of an opening gives, and where it goes on to an unknown zone. */
  subject: 0.9,
  ofZone: 0.2,
} as const;

/**
 * Guess the region that the first telling name names.
 *
 * @param named legible, the strongest first
 * @param around what the whole page speaks of
 * @param text the body, for the regions that tell namesakes apart
 */
export function guessByNames(
  table: RegionTable,
  named: readonly RegionEvidence[],
  around: readonly WeighedRegion[],
  context: RegionContext,
  text: string,
): RegionGuess | undefined {
  const rest = [...named.map((one) => one.text), text].join('\n');
  for (const { text: name, basis, isOwn } of named) {
    const candidates = resolveRegions(table, `${name}\n${rest}`, context).filter(
      ({ span }) => span.end <= name.length,
    );
    const best = chooseRegion(table, candidates, around);
    if (best === undefined || best.confidence < SURE.least) continue;
    const confidence = Math.min(1, best.confidence + SURE.bonus) * (isOwn ? 1 : SURE.poster);
    return { ...best, basis, confidence, evidence: name };
  }
  return undefined;
}

/**
 * Choose the first region of those that a name lists; of several that share it, the one whose
 * surroundings are spoken of.
 */
function chooseRegion(
  table: RegionTable,
  candidates: readonly RegionCandidate[],
  around: readonly WeighedRegion[],
): RegionCandidate | undefined {
  const first = candidates[0];
  if (first === undefined) return undefined;
  const shared = candidates.filter(({ span }) => span.start === first.span.start);
  if (shared.length === 1) {
    // A region and then one inside it, not right behind: 威海市 … 高区.
    const inner = candidates.find(
      ({ region, confidence }) =>
        region.code !== first.region.code &&
        isWithin(table, region.code, first.region.code) &&
        confidence >= SURE.inner,
    );
    return inner ?? first;
  }
  const [best, second] = shared
    .map((one) => ({ one, weight: weightAround(table, around, one.region.code) }))
    .sort((a, b) => b.weight - a.weight);
  if (best === undefined) return undefined;
  const isOpen = second !== undefined && best.weight <= second.weight * SURE.toldBy;
  return isOpen ? best.one : { ...best.one, confidence: Math.max(best.one.confidence, SURE.told) };
}

/** Bodies of the region that may stand between its name and what it did. */
const BODIES =
  '(?:[省市县区州旗盟]?(?:人民)?政府|[省市县区州旗]?委|党(?:委|工委)|管委会|管理委员会|[、，,])*(?:[\\p{Script=Han}]{1,12}?(?:局|厅|委|办))?';
const DID = new RegExp(`^${BODIES}(?:${subjectVerb}|20\\d\\d年|[的]?法治|依法行政)`, 'u');
/** How much of an opening is read for its subject. */
const SUBJECT_LENGTH = 40;

/**
 * Guess the region that the opening has for its subject: 2020年，鹤壁市坚持以…; surer than
 * any region that the text only speaks of.
 *
 * @param body legible, names of other documents and visits in it
 */
export function guessBySubject(
  table: RegionTable,
  body: readonly string[],
  around: readonly WeighedRegion[],
  context: RegionContext,
): RegionGuess | undefined {
  for (const rest of [...openingSubjects(body), ...announcements(body)]) {
    const candidates = resolveRegions(table, rest.slice(0, SUBJECT_LENGTH), context);
    const best = chooseRegion(
      table,
      candidates.filter(({ span }) => span.start === 0),
      around,
    );
    if (best === undefined) continue;
    const after = rest.slice(best.span.end);
    const { region, township, text } = best;
    const base = { region, township, basis: 'document', evidence: text } as const;
    if (region.level !== 'zone' && ZONE.test(after))
      return { ...base, confidence: SURE.ofZone, isOfZone: true };
    if (DID.test(after)) return { ...base, confidence: Math.min(SURE.subject, best.confidence) };
  }
  return undefined;
}

/** A zone right behind the name of the region it lies in. */
const ZONE =
  /^[\p{Script=Han}（）()]{0,12}?(?:高新区|高技术产业开发区|开发区|经开区|新区|新城|示范区|集聚区|工业区|加工区|园区|产业园|保税区|管理区|试验区|实验区|度假区|风景区|名胜区|合作区|片区)(?=[党管工综社]|20\d\d|[二２][〇零○]|关于|法治|依法|在|坚持|认真|深入|以|全面|$|[，,\s])/u;

/**
 * Tell whether a title or signature is of a zone that the region table does not have, or that it
 * names without its region (经济技术开发区管理委员会): it must not be filed under the region around it.
 *
 * @param head legible
 */
export function isOfUnknownZone(table: RegionTable, head: string): boolean {
  const regions = resolveRegions(table, head);
  // 淇水湾示范区 ends as another zone is called for short, and is not that one.
  const isKnown = regions.some(
    ({ region, basis, span }) =>
      region.level === 'zone' &&
      (basis !== 'local' || !/\p{Script=Han}/u.test(head[span.start - 1] ?? '')),
  );
  return !isKnown && ZONE.test(head.slice(regions[0]?.span.end ?? 0));
}

/** A county, district or banner that a title or a signature begins with: 中共浚县县委, 关于报送浚县2023年…. */
const COUNTY =
  /^(?:中共|关于(?:[报印公发转呈上][送发布报])?)?((?:(?!关于)\p{Script=Han}){1,12}?(?<![社辖园景地片]|我|全|本)[县区旗])(?=人民政府|政府|[县区旗]?委|\s*20\d\d|[二２][〇零○]|关于|法治|依法|推进|贯彻|坚持)/u;

/**
 * Tell whether a title or signature names a county, district or banner that the region table does
 * not have, or not for the year: it must not be filed under the city of the same name.
 *
 * @param head legible
 * @param year in which a former name may still hold
 */
export function isOfUnknownCounty(
  table: RegionTable,
  head: string,
  year: number | undefined,
): boolean {
  const name = COUNTY.exec(head)?.[1];
  if (name === undefined) return false;
  const own = head.slice(head.indexOf(name));
  const regions = resolveRegions(table, own, { year });
  // 邢台市桥西区 is no 桥西区 of another city, although there are some.
  const isOfOther = (start: number) =>
    regions.some(
      ({ region, span }) =>
        span.end === start && (region.level === 'prefecture' || region.level === 'province'),
    );
  return !regions.some(({ span }) => span.end >= name.length && !isOfOther(span.start));
}

const SUBJECT_ZONE =
  /^[\p{Script=Han}]{2,12}?(?:高新区|高技术产业开发区|开发区|经开区|示范区|集聚区|工业区|加工区|园区|产业园|保税区|管理区|试验区|度假区|风景区|名胜区|合作区)(?=(?:党工委|工委|管委会|管理委员会|[、，])*(?:在|坚持|认真|深入|以|全面|始终|积极|严格|按照|围绕|紧|法治|依法))/u;

/**
 * Tell whether the opening has a zone for its subject, by a name that is not in the region table.
 *
 * @param body legible
 */
export function hasUnknownZoneSubject(
  table: RegionTable,
  body: readonly string[],
  context: RegionContext,
): boolean {
  return openingSubjects(body).some((rest) => {
    const name = SUBJECT_ZONE.exec(rest)?.[0];
    if (name === undefined) return false;
    const known = resolveRegions(table, rest, context);
    return !known.some(({ region, span }) => region.level === 'zone' && span.end >= name.length);
  });
}

const HEAD =
  /^(?:中共)?([\p{Script=Han}]{1,7}?(?:民族乡|街道|苏木|镇|乡))(?=人民政府|办事处|委员会|委\s|党委|党工委|\s*20\d\d|二[〇零○]|关于|法治|依法|推进|贯彻|落实|深入|全面|开展|党|年度|$)/u;

/**
 * Find the township or street that a title or a signature begins with, where no county's name
 * stands before it: 柳林镇2023年…, 新华街道办事处.
 *
 * @param text legible
 * @returns its name; `undefined` also for a city called so (新乡, 景德镇)
 */
export function findTownship(table: RegionTable, text: string): string | undefined {
  const name = HEAD.exec(text)?.[1]?.replace(/^.*[省市县区州旗盟](?=.{2,}$)/u, '');
  return name === undefined || isCity(table, name) ? undefined : name;
}

const AS_SUBJECT = new RegExp(
  `^(?:[\\p{Script=Han}]{2,9}?[县区市旗])?([\\p{Script=Han}]{1,6}?(?:民族乡|街道|苏木|镇|乡))(?=(?:办事处|党委|党工委|工委|人民政府|政府|[、，])*(?:${subjectVerb}|20\\d\\d年|的?(?:法治|依法)|[高严立]))`,
  'u',
);

/**
 * Find the township or street that the opening has for its subject: 2024年，梨花乡在县委领导下….
 *
 * @param body legible
 */
export function findSubjectTownship(
  table: RegionTable,
  body: readonly string[],
): string | undefined {
  return [...openingSubjects(body), ...announcements(body)]
    .map((rest) => AS_SUBJECT.exec(rest)?.[1])
    .find((name) => name !== undefined && !NO_NAME.test(name) && !isCity(table, name));
}

/** Where a name can begin: after a mark, or after the county's. */
const IN_TEXT =
  /(?<=^|[，。；、\n“]|[县区市旗](?:人民政府)?)([\p{Script=Han}]{1,6}?(?:街道|民族乡|苏木|镇|乡))(?=[党坚认深以在全始严紧按高积贯扎围将立持切牢不聚把]|办事处|人民政府|政府|工委)/gu;
const NO_NAME =
  /^(?:各|全|本|我|该|所|城乡|乡镇|村|在|和|与|及|对|为|通过|根据|按照|结合|围绕)|[的各了]|城乡|[县市区]委|政府|^(?:乡|镇|街道)$/u;

/**
 * Find the township or street that a text names as its own, where it calls itself 我镇, 我街道: the
 * one it most often begins a clause with.
 *
 * @param text legible
 */
export function findOwnTownship(
  table: RegionTable,
  text: string,
  self: SelfName,
): string | undefined {
  const counts = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(IN_TEXT)) {
    const bare = name.replace(/^.*[省市县区旗](?=.{2,}$)/u, '');
    if (NO_NAME.test(bare) || !self.ending.test(bare)) continue;
    counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return best === undefined || isCity(table, best) ? undefined : best;
}

function isCity(table: RegionTable, name: string): boolean {
  return resolveRegions(table, name).some(
    ({ span, region }) => span.end === name.length && region.level !== 'county',
  );
}
