/** What a document is where it is no report on law-based government. */
export interface NearMiss {
  readonly what: string;
  /** The words that say so. */
  readonly evidence: string;
}

export interface NearMissEvidence {
  /** All lines above the text, titles among them. */
  readonly head: readonly string[];
  readonly title: string | undefined;
  readonly body: readonly string[];
}

const TITLES: readonly (readonly [string, RegExp])[] = [
  [
    'a disclosure report (政府信息公开年报)',
    /(?:政府)?信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报|总结)/u,
  ],
  [
    'a model text (范文)',
    /范文|模板|范本|样本|通用版?[）)]?$|[（(]?精选|[（(]?\d+篇|篇[一二三四五]/u,
  ],
  ['a reading of a policy (解读)', /解读|一图读懂|图解|问答|答记者问|政策说明/u],
  ['a paper', /浅[析谈议论]|探[析讨究]|研究(?!室|院|中心|部署)|思考|对策|路径|述评|综述|视角/u],
  ['a regulation', /(?:条例|办法|规定|规则|细则|规程|准则|令)(?:[（(][^（）()]*[）)])?$/u],
  ['the report on the work of the government (政府工作报告)', /政府工作报告/u],
  [
    'news',
    /(?:召开|举行|举办|听取|审议|部署|启动|赴|莅临|视察|督导|获评|荣获|获得|亮相|出炉|观摩|圆满|成功|提交|作了|向[\p{Script=Han}]{1,10}(?:报告|汇报))/u,
  ],
];
const NEWS_LEAD =
  /^(?:本报讯|本网讯|[\p{Script=Han}]{2,8}讯|[\p{Script=Han}]{2,8}网[\d月日]*电|(?:近日|日前|连日来|今天|昨天|昨日)[，,]|[（(]?(?:通讯员|记者)|(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚|，|,|至))/u;
const SENTENCED = /审议|召开|举行|会议(?:指出|强调|听取|要求)/u;
const TOPIC = /法治政府|依法行政|法治建设|依法治[省市县区]/gu;
const MASKED_PLACE = /(?:[×xX*＊]{2,}|某某?)(?:[省市县区镇局])/gu;

/**
 * Tells documents that are near a report and are none: news about one, a model text, a paper, a
 * reading, a disclosure report, a regulation; and any on another subject.
 *
 * @returns `undefined` where nothing speaks against a report
 */
export function findNearMiss({ head, title, body }: NearMissEvidence): NearMiss | undefined {
  const text = body.join('\n');
  const titles =
    title === undefined ? head.filter((line) => line.length > 8 && !/[>»]/.test(line)) : [title];
  for (const line of titles)
    for (const [what, pattern] of TITLES) {
      const evidence = pattern.exec(withoutSent(line))?.[0];
      const isAbout =
        what !== 'the report on the work of the government (政府工作报告)' ||
        !TOPIC_ONCE.test(line);
      if (evidence !== undefined && isAbout) return { what, evidence: line };
    }
  const lead = body[0] ?? '';
  if (NEWS_LEAD.test(lead) && (title === undefined || SENTENCED.test(lead.slice(0, 200))))
    return { what: 'news', evidence: lead.slice(0, 30) };
  if (body.filter((line) => /^第[一二三四五六七八九十百零〇]+条/u.test(line)).length > 3)
    return {
      what: 'a regulation',
      evidence: body.find((line) => /^第一条/u.test(line)) ?? lead.slice(0, 30),
    };
  if (body.some((line) => /^[【[]?(?:摘\s*要|关键词|参考文献)[】\]]?[:：]?/u.test(line)))
    return { what: 'a paper', evidence: '摘要 / 关键词 / 参考文献' };
  if ((text.match(MASKED_PLACE)?.length ?? 0) > 2) {
    const evidence = MASKED_PLACE.exec(text)?.[0] ?? '';
    MASKED_PLACE.lastIndex = 0;
    return { what: 'a model text (范文)', evidence };
  }
  const topics = text.match(TOPIC)?.length ?? 0;
  if (topics === 0 || (title === undefined && topics < 3))
    return { what: 'not about law-based government', evidence: (title ?? lead).slice(0, 30) };
  return undefined;
}

const TOPIC_ONCE = /法治|依法/u;

/** What a notice sends (《…》) is not what the notice does. */
function withoutSent(line: string): string {
  return line
    .replace(/^(.*)关于(?:印发|公布|发布|报送|呈报)/u, '')
    .replace(/《[^《》]*》|〈[^〈〉]*〉/gu, '');
}
