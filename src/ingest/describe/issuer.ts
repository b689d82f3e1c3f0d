import { type Found, type FoundRegion, found } from './description.ts';
import { isGovernment, isOrganisation } from './line-wording.ts';
import type { PagePart, PrintedTitle } from './source-page.ts';
import { openingSubjects, subjectVerb } from './text-clues.ts';

/** How sure an issuer is, by what names it. */
const SURE = {
  title: 0.97,
  signature: 0.95,
  page: 0.85,
  opening: 0.8,
  poster: 0.7,
  system: 0.7,
  inferred: 0.85, // The most that the region's own government has where no body is named.
  /** The same where an office signs the text, or where the text speaks as an office: 我局. */
  signedByOffice: 0.5,
  ofOffice: 0.3,
} as const;

const OWN_OFFICE =
  /我局|本局|局党[组委]|全局系统|我厅|本厅|厅党组|我委(?!员|托)|委党组|我办(?!理|结|事)|我中心|我院|我司|我处/gu;
/** How only a region speaks: an office says 全市 of the region that it works in. */
const REGION_ITSELF = /[我本](?:[省市县区州盟旗镇乡](?!局|委|办)|街道)/gu;
/** The line of work of an office that reports on all of it: 全市司法行政系统. */
const SYSTEM = /^[我全本][省市县区州盟旗]([\p{Script=Han}]{2,6}?)(?:行政)?(?:系统|部门)/u;
const OWN_REGION = /[我全][省市县区州盟旗镇乡]|[我全]街道/gu;
/** A text that says 我局 this often, and more often than 我市, is of the office. */
const OFTEN_OFFICE = 2;
const OFFICE = new RegExp(
  `^([\\p{Script=Han}]{3,24}?(?:局|厅|办公室|委员会|中心|支队|总队|法院|检察院|公司|医院|学校|大学|学院))${subjectVerb}`,
  'u',
);
/** What stands at the head of a title before whose it is. */
const HEAD =
  /^(.+?)(?=关于|\s*20\d\d|[二２][〇零○]|法治政府(?!建设(?:工作)?领导小组)|法治建设|依法行政|年度|推进|贯彻)/u;
/** 2024年富源县水务局法治政府建设情况报告. */
const YEAR_FIRST = /^(?:20\d\d|二[〇零○]\S{2})\s*年度?\s*/u;
const NOTICE = /关于(?:印发|公布|发布|转发|下发)/u;

/**
 * Find the body whose document it is: named at the head of a title, in a signature, on the page;
 * else the government of the region, or the committee of the zone.
 *
 * An office that signs, posts or sends out the report of its government does not become its issuer.
 *
 * @param titles the one that the document goes by first
 */
export function describeIssuer(
  { value: own, confidence }: Found<FoundRegion>,
  titles: readonly PrintedTitle[],
  parts: readonly PagePart[],
  body: readonly string[],
): Found<string> {
  for (const { text, basis, parts: at } of titles) {
    const lines = at.map((index) => parts[index]?.value ?? '');
    const name = issuerAtHead(text, lines);
    if (name !== undefined) return found(inFull(name, own), basis, SURE.title, text);
  }
  const { region, township } = own;
  const isRegionTitled = titles.some(({ text }) => text.includes(township ?? region.name));
  const office = isRegionTitled ? undefined : officeInOpening(body, own);
  if (office !== undefined) return found(inFull(office, own), 'document', SURE.opening, office);

  const ofOffice = countMatches(body, OWN_OFFICE);
  const ofRegion = countMatches(body, OWN_REGION);
  const isItself = countMatches(body, REGION_ITSELF) > 0;
  const isOffice =
    (ofOffice >= OFTEN_OFFICE && ofOffice > ofRegion) ||
    (!isRegionTitled && ofOffice > 0 && !isItself) ||
    (titles.length === 0 && ofOffice > 0 && ofOffice >= ofRegion);
  const isIssuer = (name: string) =>
    isGovernment(name)
      ? !isOffice && speaksFor(name, own)
      : isOffice || (!isRegionTitled && ofRegion === 0 && titles.length > 0);
  const keys = ['signature', 'issuer', ...(isOffice ? ['poster'] : [])];
  const [named] = parts
    .filter(
      ({ key = '', value = '' }) => keys.includes(key) && isOrganisation(value) && isIssuer(value),
    )
    .sort((a, b) => Number(b.key === 'signature') - Number(a.key === 'signature'));
  if (named?.value !== undefined) {
    const sure =
      named.key === 'signature' ? SURE.signature : named.key === 'issuer' ? SURE.page : SURE.poster;
    const name = jointNames(parts, named) ?? inFull(named.value, own);
    return found(name, named.basis ?? 'page', sure, named.text);
  }
  const system = isItself ? undefined : systemInOpening(body);
  if (!isRegionTitled && system !== undefined)
    return found(`${region.name}${system.name}局`, 'document', SURE.system, system.words);
  if (isOffice) return found(governmentOf(own), 'inferred', SURE.ofOffice, '我局');
  const isSigned = parts.some(
    ({ key, value = '' }) =>
      key === 'signature' && /(?<!司法|法制|机关事务)[局厅]$/u.test(value) && !isGovernment(value),
  );
  const sure = isSigned ? SURE.signedByOffice : Math.min(SURE.inferred, confidence);
  return found(governmentOf(own), 'inferred', sure, region.name);
}

function countMatches(body: readonly string[], pattern: RegExp): number {
  return body.join('\n').match(pattern)?.length ?? 0;
}

/** The body named before 关于 or the year; of a joint title both; of a notice whose office sends it. */
function issuerAtHead(title: string, lines: readonly string[]): string | undefined {
  const head = HEAD.exec(title.replace(YEAR_FIRST, ''))?.[1]?.trim();
  if (head === undefined || !isOrganisation(head)) return undefined;
  const bodies = lines.filter(isOrganisation);
  if (bodies.length > 1 && bodies.join('') === head) return bodies.join('、');
  const sender = NOTICE.test(title)
    ? head.replace(/(?<=政府|管委会|管理委员会)办公[室厅]$/u, '')
    : head;
  const joint =
    /^(中共.+?(?:[省市县区州旗盟镇乡]委(?:员会)?|街道(?:工委|工作委员会))|.+?(?:党委|党工委))\s*(.+)$/u.exec(
      sender,
    );
  const [, party = '', government = ''] = joint ?? [];
  return isGovernment(government) ? `${party}、${government}` : sender;
}

/** The office that the opening of a text without a title has for its subject. */
function officeInOpening(body: readonly string[], region: FoundRegion): string | undefined {
  return openingSubjects(body)
    .map((rest) => OFFICE.exec(rest)?.[1])
    .find(
      (name) =>
        name !== undefined &&
        isOrganisation(name) &&
        !isGovernment(name) &&
        (name.includes(region.region.name) || isBare(name, region)),
    );
}

/** The work that the opening of a text without a title reports on, by which its office is called. */
function systemInOpening(body: readonly string[]): { name: string; words: string } | undefined {
  return (
    openingSubjects(body)
      .map((rest) => SYSTEM.exec(rest))
      .map((match) => match && { name: match[1] ?? '', words: match[0] })
      .find((one) => one !== null && !/各级|政府|行政机关|执法|职能|相关|有关/u.test(one.name)) ??
    undefined
  );
}

/** Party and government that sign together. */
function jointNames(parts: readonly PagePart[], named: PagePart): string | undefined {
  if (named.key !== 'signature' || !isGovernment(named.value ?? '')) return undefined;
  const signed = parts.flatMap(({ key, value = '' }) => (key === 'signature' ? [value] : []));
  return signed.length > 1 && signed[0]?.startsWith('中共') ? signed.join('、') : undefined;
}

/** Return 区司法局, 市政府 with the name of their region. */
function inFull(name: string, region: FoundRegion): string {
  return isBare(name, region) ? region.region.name + name.slice(1) : name;
}

/** Tell whether a name begins with the kind of its region in place of the region’s name. */
function isBare(name: string, { region }: FoundRegion): boolean {
  return name.length > 1 && name.charAt(0) === region.name.slice(-1);
}

function speaksFor(name: string, { region, township }: FoundRegion): boolean {
  return (
    name.includes(township ?? region.name) || region.aliases.some((alias) => name.includes(alias))
  );
}

function governmentOf({ region, township }: FoundRegion): string {
  if (township !== null)
    return `${region.name}${township}${township.endsWith('街道') ? '办事处' : '人民政府'}`;
  if (region.name.endsWith('委员会')) return region.name;
  if (region.level === 'zone') return `${region.name}管理委员会`;
  // A prefecture or league that is no city has an administration in place of a people's government.
  return /地区$|盟$/u.test(region.name) ? `${region.name}行政公署` : `${region.name}人民政府`;
}

/** Departments by the words of their names, as addresses call them. */
const SLUGS =
  'justice: 司法|法制, public-security: 公安, finance: 财政, education: 教育|教体, ' +
  'civil-affairs: 民政, market-regulation: 市场监督|市场监管|工商, ' +
  'human-resources: 人力资源|人社, natural-resources: 自然资源|国土|规划, ' +
  'ecology: 生态环境|环境保护|环保, housing: 住房|住建|城乡建设, ' +
  'urban-management: 城市管理|城管|综合行政执法|综合执法, transport: 交通, water: 水利|水务, ' +
  'agriculture: 农业|农村|农牧, forestry: 林业|林草|园林, commerce: 商务, ' +
  'culture: 文化|旅游|文旅|文广, health: 卫生|卫健|健康, emergency: 应急|安全生产|安监, ' +
  'audit: 审计, tax: 税务, statistics: 统计, development-reform: 发展和改革|发展改革|发改, ' +
  'industry: 工业|工信|经济和信息化, science: 科学技术|科技, medical-insurance: 医疗保障|医保, ' +
  'veterans: 退役军人, petitions: 信访, government-services: 行政审批|政务服务|数据, ' +
  'offices: 机关事务, state-assets: 国资|国有资产, financial-affairs: 金融, sports: 体育, ' +
  'ethnic-religious-affairs: 民族|宗教, grain: 粮食|物资储备, meteorology: 气象, tobacco: 烟草';
const slugs = SLUGS.split(', ').map((entry) => {
  const [slug = '', words = ''] = entry.split(': ');
  return { slug, words: words.split('|') };
});

/**
 * Return the part of an address that tells a department, township or street from the others of its
 * region: `justice` for 齐齐哈尔市司法局.
 *
 * @param spell returns the letters of Chinese words without tones or spaces
 */
export function issuerSlug(
  issuer: string,
  { region, township }: FoundRegion,
  spell: (text: string) => string,
): string {
  if (township !== null) return spell(township);
  const own = issuer.slice(
    issuer.lastIndexOf(region.name) + (issuer.includes(region.name) ? region.name.length : 0),
  );
  return (
    slugs.find(({ words }) => words.some((word) => own.includes(word)))?.slug ??
    spell(own.replace(/^中共|[^\p{Script=Han}]/gu, ''))
  );
}
