/** Words for whose a figure is, or of what time. */
export interface ContextWords {
  readonly text: string;
  readonly end: number;
}

const YEAR = '(?:19[89]|20\\d)\\d年(?:度)?';
const MONTH = '(?:1[0-2]|0?[1-9])';
const DAY = '\\d{1,2}日';
const FEW = '(?:[一二两三四五六七八九十]+|\\d{1,2})';
const TO = ' ?(?:至|到|—|–|-|~|～|－)+ ?';
const PERIODS = [
  `(?:(?:${YEAR}|[今去]年)?${MONTH}月(?:${DAY})?|${YEAR}|[今去]年)[^，。；：、\\d全共]{1,12}(?:以来|期间|前后)`,
  `截[至止]到?(?:目前|今年|去年|上年|本年|前年|${YEAR}|20\\d\\d年?)?(?:${MONTH}月(?:${DAY}|[上中下]旬|底|末|份)?|[一二三四五六七八九十]+月(?:底|末|份)?|年?[底末]|上半年末?)?`,
  `${MONTH}月(?:${DAY})?${TO}(?:次年|${YEAR})?${MONTH}月(?:${DAY}|底|份)?`,
  `${YEAR}(?:${MONTH}月(?:${DAY})?|[上下]半年|底)?(?:以来|起?至今|起?${TO}(?:${YEAR}(?:${MONTH}月(?:${DAY}|底|份)?|[上下]半年|底)?|${MONTH}月(?:${DAY}|底|份)?|当?年底|今)|起)(?:期间)?`,
  `(?:19[89]|20\\d)\\d${TO}(?:19[89]|20\\d)\\d年(?:度)?(?:期间)?`,
  `(?:${YEAR}|[今去]年)?${MONTH}月?${TO}${MONTH}月(?:份|底)?`,
  `${YEAR}(?:底|末|[上下]半年末?|全年|前?[一二三四]个?季度末?|第[一二三四]季度|前${FEW}个月|${MONTH}月(?:份|[上中下]旬|底|末)?(?!\\d+日))?`,
  `${MONTH}月(?:份(?:以来)?|以来|起|[上中下]旬)|(?<=^|[，。；：（\\n])${MONTH}月(?![\\d至到—–~～－-])`,
  '党的(?:十[八九]|二十)大(?:召开)?以来',
  `(?:近|最近|过去)${FEW}个?年(?:多?[以]?来|间)?`,
  `(?:${FEW}年(?:多?以?来|[间里]|(?=共|累计|合计|总计))|半年(?:多?来|间)|${FEW}个(?:多?月|季度)(?:以?来|间|里))|前${FEW}个月`,
  '“?十[一二三四五]五”?(?:规划)?(?:期间|时期|以来)',
  '“?[五六七八九]五”?普法(?:规划)?(?:期间|以来|实施以来)',
  `[今去]年(?:${MONTH}月份?(?:以来|至今|起)?|前(?:${FEW}个月|[一二三]个?季度)|[底末])`,
  '今年以?来|年初(?:以来|至今)|今年(?:上半年|下半年|前三季度)?|本年度?|[本当上]月|本[季周届](?:度|政府)?(?:以来)?|当年|全年|[上下]半年(?:以来)?|前三季度|第?[一二三四]季度|去年(?:全年|以来)?|上一?年度?|近(?:几|些|两|三)?年来|近(?:几|些)年|年度?内|任期内|换届以来',
];
const PERIOD = new RegExp(PERIODS.join('|'), 'y');
/** What words for a time begin with. */
export const PERIOD_BEGINS =
  '截党210345678９近最过一二两三四五六七八九十“今年本当全上下前第去历任换半';
/** What their second character is, where the first is no digit. */
export const PERIOD_FOLLOWS =
  '的度几些”年初内上半去期届近至止两一二三四五六七八九十季个月周“0123456789 ';
/** What makes a day of it, or the age of a document: 2015年以前, 6月30日前, 2021年度结转. */
const NO_PERIOD =
  /(?:底|末|\d+月)?(?:\d+日)?(?:之前|以前|前[^三]|结[转存余]|转[入来]|遗留|未结|留存|立法计划|工作要点|(?:印发|新?修[订正]|施行)的|版|(?:行政)?执法案卷|的(?:[市县区州旗]?政府|现行有效|各类|行政)*(?:规范性)?文件)/y;

/** What places are called by their level. */
export const PLACE =
  '(?:设区的?市|地区|地(?=直)|自治[区州县旗]|兵团|师市|团场|苏木|嘎查|街道|社区|行政村|村社区|村居|居村|街镇|镇街|镇村|[省市县区州旗盟镇乡村团]|(?<![律教老讲])师)';
const IN_BRACKETS = '（[省市县区州旗盟师团镇乡村居社场街道苏木嘎查（）、]{1,8}）';
/** Kinds of bodies named together. */
const KINDS =
  '县市区?(?!场)|旗?县区|区县|旗县|市县区?|市、县|县、区|市州|盟市|地州市?|地市|苏木(?:乡镇)?|乡镇(?:街道|[（]街办[）])?|镇街|街道?镇|街道|团场|师市|兵团';
const BODIES = '(?:部门|单位|(?:行政|党政|(?<=直各?|[县区市州]))机关(?!干部|工作|党|作风|效能|内))';
const GOVERNMENT = '(?:(?:人民)?政府|(?<=区|盟)行(?:政公)?署)';
/** What is governed beside counties and towns. */
const ZONE =
  '(?:(?:经济(?:技术)?|高新(?:技术)?(?:产业)?|旅游)?开发区|高新区|经开区|新区|园区|示范区|度假区|景区|保税区|保护区)';
const MANY = `(?:市直及)?(?:各(?:${KINDS}|${PLACE}(?:、?${PLACE}){0,3})(?![域场级直])(?:${IN_BRACKETS}${PLACE}?)?(?!（)|${PLACE}{1,3}${IN_BRACKETS}[市县区旗]?|${KINDS}|各?部门)`;
const SCOPES = [
  `全(?:[国省市县区州旗盟镇乡](?:系统)?|自治[区州县旗]|地区|兵团|师市?(?!生(?![态产育])|[资范])|团场?(?![队员结体伙]))(?!面|域|民|场|会|城(?!管|市管理)|球|称|体)|全(?:系统|街道?|办|委|厅|局|社区|村|苏木|嘎查)(?![性工作上观势面大中之意长道])`,
  `${ZONE}?管(?:理委员|委)会|全${ZONE}|${ZONE}(?=共|累计|现有|受理|收到|新收|办理|聘请|制定|印发|审查|开展|组织|承接|取消|公布|保留|调解|化解|举办|发生|应诉|查处|作出|实施)`,
  '[省市县区州旗]?[局委厅]机关(?!党|干部|工作人员|作风|纪委|效能)|[省市县区州旗局厅委直下]属各?(?:事业)?(?:单位|部门)',
  `${PLACE}(?:、?${PLACE}(?:${IN_BRACKETS})?){1,3}[两三四]级`,
  `(?:${KINDS}|${PLACE})级?及以下(?=[有共]?\\d)`,
  `各级各部门|各级部门|各地各部门|各级政府|各地(?:州市|[市州])?`,
  `${PLACE}{1,4}(?:${IN_BRACKETS})?(?:级(?!别)|本级|直(?!接|至|播|达|辖|管|观|线|奔)属?)(?:各?${BODIES}|${GOVERNMENT}(?:及其?(?:各|所属)?部门)?)?|本级`,
  `${PLACE}${GOVERNMENT}(?:各?委办局|本级|及其?(?:各|所属|工作|职能|组成|直属|有关|相关)?部门|各?(?:工作|职能|组成)?部门|及其办公室|[及和、](?:${PLACE}(?:人民)?)?政府办(?:公室)?(?!理|结|件|案|事))?`,
  `${MANY}(?:${GOVERNMENT}|行政机关|机关(?=\\d)|办事处|分?局(?=\\d))?(?:及其?(?:各|所属|职能|组成)?部门|各部门|委办局|[和、]各?部门)?`,
  '(?<=[、，；：（中])[镇乡村](?=\\d[\\d,]{0,8}[件起个宗名])|(?:行政村|村社区|村居|村|社区)(?=[\\d,]+个)|(?<!各)(?:行政村|村|社区)(?=(?:人民)?调(?:委会|解(?:委员会|组织)?)(?:共|有|达)*\\d)',
  '[我本](?:[省市县区州旗盟镇乡村局委办厅院站所师团](?!级)|街道|社区|中心|开发区|兵团|地区|苏木)',
];
const SCOPE = new RegExp(SCOPES.join('|'), 'y');
/** What words for whose a figure is begin with. */
export const SCOPE_BEGINS = '全局委厅自省市县区州旗盟师团兵地设直下居各本乡镇街村社行苏嘎部我';
/** What their second character is. */
export const SCOPE_FOLLOWS =
  '级本直政人调行及各、（区县市乡镇村街两三四局委厅办院站所系中机属木查团治道居社州旗盟师民门地兵自苏嘎设国省部经高旅新园示度景保开0123456789';
/** What those for a zone begin with, and what their second character is: 高新区, 管委会. */
export const [ZONE_BEGINS, ZONE_FOLLOWS] = ['管经高旅新园示度景保开', '委理开济新游区范假税护发'];
/** An office, a paper or a meeting of a government is not the government. */
const NO_GOVERNMENT =
  /(?:办(?![理结复案])|网|门户|常务|党组|令|、[^县区市]|文件|规章|法律顾问|主任|书记|班子|主要(?!负责人[^，。；：、\d]{0,6}应诉)|领导|负责(?!人[^，。；：、\d]{0,6}应诉)|信息|公报|名义|大楼|热线|采购|合同|协议|投资|专题(?!研究)|全体|第|法制|有关|研究[室院中]|工作报告|购买|对外|主导)/y;
/** After a level or body: it gave what others have, 市级下放的行政许可. */
const NO_LEVEL =
  /(?:下放|赋予|委托|交办|转办|转来|派发|反馈|以上|以下|及以上|层面设定(?!的)|司法所|官网|网站|公众号|微信|平台|融?媒体|长(?![期效远])|书记|统一部署|安排部署|要求|概况|机关(?:干部|、)|(?<=街道|社区|镇街)(?:干部|党员|居民)|(?<=街道|社区)(?:主要)?负责人|(?<=级)(?:领导干部|财[政力]|经费|资金|专家|预算)|领导班子|班子|党政联席|[^，。；：、\d开召研组举]{0,8}会议(?=\d))/y;
/** What an office is called by, after the place or level that it is of: 街道综合行政执法大队. */
export const OFFICE_NAME =
  '[^，。；：、（）\\d的和及与对向]{0,8}?(?:局(?!面)|厅|办公室|(?<![举承开主协查督交转代创经兴新续补初])办|委员会|中心|院|站|[访接办调]室|(?<!场)所(?![有属涉述需])|队(?!伍|员)|窗口|法庭)';
const IS_OFFICE = new RegExp(
  `(?!共|均|已|累计|建|设|成立|组建|配备|推进|开展|人民政府|政府)(?:${OFFICE_NAME}(?!理|结|复|案|事)|(?:人民)?调(?:解委员)?委?会)(?!\\d)`,
  'y',
);
const IS_KIND = /^(?:师市|兵团|团场?|[镇乡街苏][镇乡街道木]*|各[省市县区州旗盟师团镇乡村])$/;
/** The lowest kinds of places stand mostly in names: whose a figure is they say in its own clause. */
const LOWEST = /^(?:街道|社区|镇街|街镇|村居|村社区)$/;
/** What a street has itself: 街道14个社区. */
const OF_ITSELF = /法律顾问|各级|辖区|[\d,]+个(?:社区|村|居)/y;
const IN_ITS_CLAUSE = /[、和及与]|[^，。；：]{0,40}\d/y;
/** Whose deputies they are is not whose figure it is: 全国、省人大代表建议9件. */
const OF_DEPUTIES =
  /(?:[、和]?[省市县区州旗盟]){0,3}(?:[两三四]级)?(?:人大|政协|建议提案|人民建议)/y;
const BEFORE_GOVERNMENT = /(?<=委、?|[城社小超园特景郊地灾辖])/y;
/** 部门 alone is whose it is where it is sued, or in a list of bodies: 县政府12件、部门49件. */
const ACCUSED =
  /作?为(?:单独|共同)?被|(?<=[、，；中]部门)\d|[和及与](?:各?乡镇|镇街|街道|街镇|苏木)(?!负责|主要)/y;
/** The party and the courts of a level are none of its government. */
const NO_PART_OF_IT = /党工?委|纪委|法院|检察|两院/y;

function stands(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Read words for a time: 全年, 近5年来, 2021年至今, 截至12月底. */
export function periodAt(text: string, at: number): ContextWords | undefined {
  PERIOD.lastIndex = at;
  const words = PERIOD.exec(text)?.[0];
  if (words === undefined || words === '截至' || words === '截止') return undefined;
  return { text: words, end: at + words.length };
}

/** What is done of some, or takes its course, is no time of all: 审理期间, 长期以来. */
const NO_TIME =
  /^(?:长期|一直|历来)|(?:审理|复议|诉讼|办理|审查|调查|执行|公示|有效|法定|规定)期|[今去年]年|年[初来]/;
const HEAD_TIME = new RegExp(
  `(?:[自从在]|开展|组织)?([^，。；：、（）“”\\d]{0,8}(?:“[^，。；：”]{1,14}”)?[^，。；：、（）“”\\d]{0,14}?(?:以来(?:至(?:${YEAR}|今年|目前)?(?:${MONTH}月)?[底末]?)?|期间|前后|告期内|任期内))|([至到](?:(?:${YEAR}|今年|去年)?${MONTH}月(?:${DAY}|[上中下]旬|[底末])|(?:${YEAR}|今年|去年)?年?[底末]))`,
  'y',
);
/** A season, whoever is named before it: 水政执法汛期以来. */
const SEASON =
  /(?:主?汛期|入[春夏秋冬汛]|开[春年]|换届|春节|国庆|元旦|中秋|[春夏秋冬]季)(?:以来|期间|前后)$/;

/** Where the words stand that such a time ends on. */
const ENDS_HEAD_TIME = /以来|期间|前后|期内/g;
/** From its first character to those words. */
const LONGEST_HEAD_TIME = 42;

/**
 * Find where times that begin at the head of a clause may end, so that heads without one are passed
 * over at once.
 *
 * @returns what tells whether one may begin at a place; ask it from left to right
 */
export function headTimesIn(text: string, start: number): (at: number) => boolean {
  let next = start - 1;
  return (at) => {
    if (next < at) {
      ENDS_HEAD_TIME.lastIndex = at;
      next = ENDS_HEAD_TIME.exec(text)?.index ?? Infinity;
    }
    return next - at <= LONGEST_HEAD_TIME || text[at] === '至' || text[at] === '到';
  };
}

/** Read a time at the head of a clause by its build: 入夏以来, “12·4”宣传周期间, 春节前后. */
export function headTimeAt(text: string, at: number): ContextWords | undefined {
  HEAD_TIME.lastIndex = at;
  const found = HEAD_TIME.exec(text);
  const words = found?.[1] ?? found?.[2] ?? '';
  if (words.length < 3 || (found?.[1] !== undefined && NO_TIME.test(words))) return undefined;
  return { text: SEASON.exec(words)?.[0] ?? words, end: HEAD_TIME.lastIndex };
}

/** Tell whether words for a time date a thing: 2015年以前印发的文件, 2021年度结转. */
export function isDateOfThing(text: string, end: number): boolean {
  return stands(NO_PERIOD, text, end);
}

export interface ScopeWords extends ContextWords {
  /**
   * `whole`: of a whole place (全市), wherever it stands; `level`: of a level (市级), at the head of
   * a clause or before what is counted; `body`: of a body (市政府), at the head of a clause;
   * `own`: of the place whose report it is (我市), which ends another's.
   */
  readonly kind: 'whole' | 'level' | 'body' | 'own';
}

/** Read words for whose a figure is: 全市, 市政府本级, 区县政府, 市直部门, 我县. */
export function scopeAt(text: string, at: number): ScopeWords | undefined {
  const first = text[at] ?? '';
  SCOPE.lastIndex = at;
  const words = SCOPE.exec(text)?.[0];
  if (words === undefined) return undefined;
  const end = at + words.length;
  if (stands(OF_DEPUTIES, text, end)) return undefined;
  if (first === '全') return { text: words, end, kind: 'whole' };
  // 高新区管委会 is called as 鹤壁市政府 is, without its name.
  const zone = words.lastIndexOf('管');
  if (zone > 0 && words.endsWith('会')) return { text: words.slice(zone), end, kind: 'body' };
  if (first === '我' || /^本[^级]/.test(words)) return { text: words, end, kind: 'own' };
  if ((words === '部门' && !stands(ACCUSED, text, end)) || stands(BEFORE_GOVERNMENT, text, at))
    return undefined;
  if (IS_KIND.test(words) && stands(IS_OFFICE, text, end)) return undefined;
  // “团场在线” is a name.
  if (text[at - 1] === '“' && text[end] !== '”') return undefined;
  const isLowest = LOWEST.test(words);
  if (isLowest && (!stands(IN_ITS_CLAUSE, text, end) || stands(OF_ITSELF, text, end)))
    return undefined;
  if (text[end] === '）' && stands(NO_LEVEL, text, end + 1)) return undefined;
  if (stands(NO_LEVEL, text, end) || stands(NO_PART_OF_IT, text, end)) return undefined;
  const isMany = first === '各' && text.startsWith('法律顾问', end);
  if (/(?:政府|委会|委员会)$/.test(words) && !isMany && stands(NO_GOVERNMENT, text, end))
    return undefined;
  const isLevel =
    /[级直]|^[镇乡街苏村社][^各政部办]*$/.test(words) || (words.length === 2 && words !== '各地');
  return { text: words, end, kind: isLevel ? 'level' : 'body' };
}
