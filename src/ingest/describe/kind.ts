import { legible } from '../../report/characters/legible.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import type { Kind } from '../../report/report.ts';
import { findUnnumberedHeadings } from '../outline/headings.ts';
import { type Found, type FoundRegion, found } from './description.ts';
import { isGovernment } from './line-wording.ts';
import { outsideQuotes } from './text-clues.ts';

const PLAN =
  /(?:方案|计划|要点|安排|规划|纲要|打算|思路|设想|分工|部署)(?:[（(][^（）()]*[）)])?(?:的通知)?$/u;
/** A report that goes on to plans says so last: …工作情况及2017年工作打算. */
const REPORT_AND_PLAN =
  /(?:报告|情况|总结|汇报)(?:以?及|和|与|暨|、)(?:20\d\d年度?|下一?年度?|下一?步|今后|来年|明年)[^，。；]{0,20}(?:方案|计划|要点|安排|思路|打算)(?:的?(?:报告|汇报))?(?:[（(][^（）()]*[）)])?$/u;
const REPORT =
  /(?:报告|情况|总结|汇报|工作|公报|白皮书|公示|公告|公开|公布|函)(?:的?(?:公示|公告|函))?(?:[（(][^（）()]*[）)])?$/u;
/** A report on less than a year, or on several. */
const PERIOD =
  /[上下]半年|半年度|第?[一二三四1-4]季度|前[一二三]季度|\d{1,2}月份|近[二两三四五]年|[二两三四五]年来|20\d\d\s*年?\s*[—–\-－~～至到]+\s*20\d\d\s*年|[“"]?十[二三四五六]五[”"]?(?:时期|期间)/u;
const DRAFT =
  /[（(](?:公开)?(?:征求意见稿|初稿|草稿|草案|送审稿|讨论稿|审议稿|代拟稿|修改稿)[）)]/u;
const OTHER =
  /自查|整改|督察|督查|评估|示范(?!区)|第一责任人|述法|述职|调研|考核|专项|普法|法治宣传|法律顾问|复议|应诉|意见$|通知$|通报$/u;

/** How sure a kind is, by what tells it. */
const SURE = {
  plan: 0.95,
  annual: 0.97,
  department: 0.9,
  township: 0.8,
  other: 0.7, // A yearly report by its title, on one duty of many.
  /** A title that ends as none does, and a text without one: the issuer's confidence and this. */
  oddTitle: 0.55,
  untitled: 0.8,
  untitledBonus: 0.3,
  draft: 0.5, // What was published in the end may be another text.
  period: 0.8,
  unnamed: 0.5, // The text says 我镇 or 我局, and never which.
} as const;
/** Under this the issuer is an office whose name is nowhere: not its government's report. */
const UNKNOWN = 0.35;

/**
 * Tell what a document is: the yearly report of a region's government, a plan, the report of one
 * of its departments, or another.
 *
 * A township's report is of another body than the county it is filed under: it is not that
 * county's yearly report.
 *
 * @param isOfTownship whether the text speaks as a township or street (我镇)
 */
export function describeKind(
  title: Found<string> | undefined,
  issuer: Found<string>,
  { township }: FoundRegion,
  { isOfTownship }: { readonly isOfTownship: boolean },
): Found<Kind> {
  const text = legible(title?.value ?? '');
  const draft = DRAFT.exec(text)?.[0];
  const say = (kind: Kind, sure: number) =>
    draft === undefined
      ? found(kind, title?.basis ?? 'document', sure, title?.value ?? issuer.value)
      : found(kind, 'document', SURE.draft, `a draft by its title: ${draft}`);
  const isBoth = REPORT_AND_PLAN.test(text);
  if (PLAN.test(text) && !isBoth) return say('plan', SURE.plan);
  if (township !== null) return say('other', SURE.township);
  if (isOfTownship) return say('other', SURE.unnamed);
  const isOfGovernment =
    issuer.value.split('、').some(isGovernment) || /[市县区省州]委$/u.test(issuer.value);
  if (!isOfGovernment) return say('department', SURE.department);
  if (issuer.confidence < UNKNOWN) return say('department', SURE.unnamed);
  if (PERIOD.test(outsideQuotes(text))) return say('other', SURE.period);
  if (OTHER.test(text)) return say('other', SURE.other);
  if (isBoth || REPORT.test(text)) return say('annual', SURE.annual);
  if (title !== undefined) return say('annual', SURE.oddTitle);
  return say('annual', Math.min(SURE.untitled, issuer.confidence + SURE.untitledBonus));
}

/** What a document is where it is no report on law-based government. */
export interface NearMiss {
  readonly what: string;
  /** The words that say so. */
  readonly evidence: string;
  /** Whether it says itself what it is; else it only lacks the subject. */
  readonly isNamed: boolean;
}

/** A near miss, its evidence cut to what a message shows. */
const miss = (what: string, evidence: string, isNamed = true): NearMiss => ({
  what,
  evidence: evidence.slice(0, 30),
  isNamed,
});

const GOVERNMENT_WORK = 'the report on the work of the government (政府工作报告)';
const DISCLOSURE = 'a disclosure report (政府信息公开年报)';
/** How a disclosure report begins: by the regulation it is made under, or by what it announces. */
const DISCLOSED =
  /政府信息公开条例》[^。]{0,160}(?:编制|年度报告|年报|报告如下|公布如下)|现[将就][^。；]{0,20}(?:政务|政府信息|信息)公开[^。；]{0,24}(?:报告|汇报|公布|总结)如下/u;
const NAMES: readonly (readonly [string, RegExp])[] = [
  [
    DISCLOSURE,
    /信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报|总结)/u,
  ],
  ['an answer to a review (审议意见)', /审议意见|研究处理(?:情况|结果)/u],
  [
    'a model text (范文)',
    /^某某?[省市县区镇乡局]|范文|模板|范本|样本|通用版?[）)]?$|精选|[（(]?\d+篇|篇[一二三四五]/u,
  ],
  ['a reading of a policy (解读)', /解读|一图读懂|图解|问答|答记者问|政策说明|起草说明/u],
  ['a paper', /浅[析谈议论]|探[析讨究]|研究(?!室|院|所|中心)|思考|对策|路径|述评|综述|视角/u],
  ['a regulation', /(?:条例|办法|规定|规则|细则|规程|准则)(?:[（(][^（）()]*[）)])?$/u],
  ['a speech', /讲话(?!精神)|致辞|发言稿|讲稿|心得体会/u],
  ['a policy (意见)', /^(?!.*20\d\d年).*意见(?:[（(][^（）()]*[）)])?$/u],
  ['a decision', /(?:决定|决议|批复)(?:[（(][^（）()]*[）)])?$/u],
  [
    'a circular (通报)',
    /(?:考核|考评|测评|评比|评选|评定|评议|评查|排名|先进|优秀|表彰|表扬)[^。；]{0,20}(?:通报|决定|名单)(?:[（(][^（）()]*[）)])?$/u,
  ],
  ['news', /召开|举行|举办|听取|审议|莅临|视察|亮相|出炉|圆满|荣获|获评|喜获/u],
];
/** What news says too, and a report's title may. */
const NEWS_HINT =
  /部署|启动|赴|督导|获得|成功|提交|观摩|推进会|座谈会|评审会|培训班|约谈|组织开展|活动/u;
const REPORT_END =
  /(?:报告|总结|汇报|情况|方案|要点|计划|安排|工作|公报|白皮书)(?:[（(][^（）()]*[）)])?$/u;
const NEWS_LEAD =
  /^(?:本报讯|本网讯|[\p{Script=Han}]{2,8}讯(?=[\s\d（(:：【]|近日|日前|连日|[今昨]|记者|通讯员)|[\p{Script=Han}]{2,12}\d+月\d+日[\p{Script=Han}]{0,4}[电讯]|(?:近日|日前|连日来|今天|昨天|昨日)[，,]|[（(]?(?:通讯员|记者)|(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚|，|,|至(?!(?:20\d\d年)?12月)))/u;
const MEETING = /审议|召开|举行|会议(?:指出|强调|听取|要求|认为)/u;
/** How the head of a government begins the report on all its work. */
const WORK =
  /代表[\p{Script=Han}]{0,12}政府[，,]?向(?:大会|各位代表|本次大会)(?:报告工作|作(?:政府)?工作报告)/u;
const PROVISION = /^第[一二三四五六七八九十百零〇]+条/u;
const PAPER =
  /^(?:本文(?:将|拟|试)|[【[]?(?:摘\s*要|关\s*键\s*词|参考文献)[】\]]?(?:[:：]|$))|本文将(?:深入)?(?:探讨|分析)/u;
/** A circular on how others were assessed. */
const PRAISED =
  /(?:考核|优秀|先进|表彰|表扬|等次)[^。；]{0,30}(?:通报|公布|公示)如下|予以(?:通报)?表[彰扬]/u;
/** Headings of a paper that explains a document, and a task of an examination. */
const EXPLAINED =
  /^[一二三四五六][、.．](?:.{0,8}(?:起草|编制|制定|出台|政策|背景)(?:背景|依据|过程|意义|目的)|.{0,4}背景依据)/u;
const EXAMINED = /结合(?:上述)?材料|运用.{2,40}知识/u;
/** An entry of a yearbook. */
const ENTRY = /^【[^】]{2,30}】/u;
/** Lines that only a document of another kind has; where it is titled, only the surest count. */
const SIGNS: readonly {
  readonly what: string;
  readonly says: RegExp;
  /** How many lines must say so, and how far down. */
  readonly least?: number;
  readonly within?: number;
  readonly evenTitled?: true;
}[] = [
  { what: GOVERNMENT_WORK, says: WORK, within: 4 },
  { what: DISCLOSURE, says: DISCLOSED, within: 3 },
  { what: 'a regulation', says: PROVISION, least: 4, evenTitled: true },
  { what: 'a paper', says: PAPER, evenTitled: true },
  { what: 'a circular (通报)', says: PRAISED, within: 4 },
  { what: 'a reading of a policy (解读)', says: EXPLAINED },
  { what: 'an examination', says: EXAMINED },
  { what: 'an entry of a yearbook', says: ENTRY, least: 2 },
];
/** What sites that sell texts put into them. */
const SOLD =
  /小编|网友投稿|公文范文|仅展示\d+字|全文共\d+字|公文汇|办公文档|由会员(?:分享|上传)|全网资源每日更新/u;
/** A region left open for the reader to fill in: XX县, 某某市, x镇, *区. */
const OPEN_REGION = /(?<![A-Za-z])(?:[×xX]{1,3}|\*{1,3}|某某?)(?=[省市县区镇局])/gu;
const OPEN_REGIONS = 3;
const TOPICS = /法治政府|依法行政|法治建设|依法治[省市县区]/gu;
const LAW = /法治|依法|执法|复议|规范性文件|合法性|应诉|普法/gu;
/** Words of law in a thousand characters: a report has twenty and more, other reports under three. */
const LAW_SHARE = 4;

/**
 * Tell documents that are near a report and are none: news about one, a model text, a paper, a
 * reading, a disclosure report, a regulation; and any on another subject.
 *
 * @param titles the title where one was found, else the lines right above the text; legible
 * @param isTitled whether a title was found
 * @returns `undefined` where nothing speaks against a report
 */
export function findNearMiss({
  titles,
  isTitled,
  body,
}: {
  readonly titles: readonly string[];
  readonly isTitled: boolean;
  readonly body: readonly string[];
}): NearMiss | undefined {
  return (
    titles.map(nameOf).find((one) => one !== undefined) ??
    kindOf(body, isTitled) ??
    otherSubject(body, titles, isTitled)
  );
}

function nameOf(title: string): NearMiss | undefined {
  const own = withoutSent(sentBy(title));
  const named = NAMES.find(([, pattern]) => pattern.test(own))?.[0];
  if (named !== undefined) return { what: named, evidence: title, isNamed: true };
  if (NEWS_HINT.test(own) && !REPORT_END.test(own))
    return { what: 'news', evidence: title, isNamed: true };
  if (/政府工作报告/u.test(own) && !/法治|依法/u.test(own))
    return { what: GOVERNMENT_WORK, evidence: title, isNamed: true };
  return undefined;
}

/** Of a notice that sends a document, the document is what counts. */
function sentBy(title: string): string {
  return /关于(?:印发|公布|发布|转发|下发)《(.+)》的(?:通知|公告|通报)$/u.exec(title)?.[1] ?? title;
}

/** What a notice sends, and what it sends it for, is not what the notice is. */
function withoutSent(title: string): string {
  return title
    .replace(/^(.*)关于(?:印发|公布|发布|报送|呈报|报告)/u, '')
    .replace(/《[^《》]*》(?!.*(?:解读|问答|图解))|〈[^〈〉]*〉/gu, '');
}

function kindOf(body: readonly string[], isTitled: boolean): NearMiss | undefined {
  const lead = body[0] ?? '';
  const text = body.join('\n');
  if (NEWS_LEAD.test(lead) && (!isTitled || MEETING.test(body.join('')))) return miss('news', lead);
  for (const { what, says, least = 1, within, evenTitled } of SIGNS) {
    if (isTitled && evenTitled === undefined) continue;
    const said = body.slice(0, within).filter((line) => says.test(line));
    if (said.length >= least) return miss(what, said[0] ?? '');
  }
  const open = text.match(OPEN_REGION) ?? [];
  const sold = SOLD.exec(text)?.[0] ?? (open.length >= OPEN_REGIONS ? open[0] : undefined);
  return sold === undefined ? undefined : miss('a model text (范文)', sold);
}

function otherSubject(
  body: readonly string[],
  titles: readonly string[],
  isTitled: boolean,
): NearMiss | undefined {
  const text = body.join('\n');
  const evidence = titles[0] ?? body[0] ?? '';
  if (!isTitled && !readsAsReport(titles, body))
    return miss('no report by its title or its opening', evidence, false);
  const share = (1000 * (text.match(LAW)?.length ?? 0)) / Math.max(text.length, 1);
  const signs = [isTitled, text.search(TOPICS) >= 0, share >= LAW_SHARE].filter(Boolean).length;
  if (signs >= 2) return undefined;
  return miss('not about law-based government', evidence, false);
}

const TOPIC = /法治政府|依法行政|法治建设|依法治[省市县区州镇街]|全面依法/u;
const ANNOUNCED = /(?:报告|汇报|总结|公布|公开|公告|通报|情况)如下|(?:制定|提出)(?:本|如下|以下)/u;
const OPENED =
  /^(?:在)?(?:(?:20\d\d|\*{2,4})年(?:度|以来|来|，|,|是|[\p{Script=Han}])|(?:今年|去年)以来|一年来|近年来)/u;
const OTHER_REPORT = /^(?=.*(?:关于|20\d\d年)).{10,90}(?:报告|总结|汇报)$/u;
/** The paragraphs in which a report opens. */
const OPENING = 6;
const OFTEN = 2;
const HEADINGS = 2;

/**
 * Tell whether a document that prints no title reads as a report or a plan all the same: it
 * announces one on law-based government, or opens with its year, is on the subject, and goes on
 * in parts.
 *
 * @param above the lines right above the text; one that names another report speaks against it
 * @param body legible
 */
function readsAsReport(above: readonly string[], body: readonly string[]): boolean {
  if (above.some((line) => OTHER_REPORT.test(line) && !/法治|依法/u.test(line))) return false;
  const opening = body.slice(0, OPENING);
  const isOfSubject = opening.some((line) => TOPIC.test(line));
  if (isOfSubject && opening.some((line) => ANNOUNCED.test(line))) return true;
  const isOpened = opening.some((line) => OPENED.test(line));
  const isOften = isOfSubject || body.filter((line) => TOPIC.test(line)).length >= OFTEN;
  const numbered = body.filter((line) => readNumeral(line) !== undefined).length;
  const isParted = numbered >= HEADINGS || findUnnumberedHeadings(body).size >= HEADINGS;
  return isOpened && isOften && isParted;
}
