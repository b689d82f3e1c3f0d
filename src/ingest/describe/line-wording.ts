import { simplified } from '../../report/characters/legible.ts';
import { parsePrintedNumber } from '../../report/printed-numeral.ts';

const NAVIGATION: readonly RegExp[] = [
  /^[\s|]*(?:您?(?:现在|当前)?(?:所在)?(?:的)?位置|当前栏目|您在这里|导航)\s*(?:[:：>]|是|$)/u,
  /^首\s*页(?:$|\s*[\s>»›/|\-—→])/u,
  /[>»›].*[>»›]|(?:首页|主页)\s*[-=]*[>»›/→]/u,
  /^(?:今天|今日|现在|当前时间)(?:是|[:：])/u,
  /^(?:热烈)?欢迎(?:访问|光临|您|来到|登录|使用)/u,
  /无障碍|关怀(?:模式|版)|长者(?:模式|版|助手)|适老|老年(?:模式|版)|辅助浏览/u,
  /^(?:上|下)\s*一\s*(?:篇|条|页|个|则)/u,
  /^(?:相关|推荐|热门|最新|更多)(?:链接|阅读|文章|新闻|信息|文件|政策|解读|稿件|内容|推荐|专题|搜索|附件|新闻推荐)?\s*(?:[:：]|$)/u,
  /^(?:友情链接|网站导航|网站地图|站点地图|网站首页|返回(?:首页|顶部|上一页|列表)?|设为首页|加入收藏|登录|注册|搜索|站内搜索|请输入|高级搜索|简体|繁體|繁体|English|EN|RSS|手机版|微博|微信|政务微博|政务微信|智能问答|智能机器人|个人中心|我的主页|退出)(?:\s|$|[|｜:：])/u,
  /^.{0,12}(?:移动客户端|政务新媒体|微信公众号|政务服务网|互动交流|政民互动).{0,12}$/u,
  /^(?:中央|国务院|省级?|市级?|区县|各县|部门|其他)?(?:人民政府|政府|部门|地方)?网站(?:链接|群)?$/u,
];

const FURNITURE: readonly RegExp[] = [
  /^[\s【[（(]*(?:字体|字号|文字|大小|打印|关闭|分享|收藏|保存|纠错|我要纠错|下载|复制链接|扫一扫|二维码|朗读|收听|语音播报)/u,
  /(?:【|\[|[（(])\s*(?:打印|关闭|收藏|纠错|返回|分享|字体)[^】\])）]*(?:】|\]|[）)])/u,
  /^(?:大|中|小|默认|特大|超大|A[+-]?|T\||[\s|｜/·,、])+$/u,
  /扫(?:一扫|码|描)|二维码/u,
  /(?:版权所有|Copyright|©|ICP备|公网安备|网安备|网站标识码|政府网站标识|技术支持|网站维护|维护单位|管理单位|运行维护|建议使用|分辨率|浏览器)/iu,
  /^(?:主办|承办|协办|主管|维护|建设|运维)(?:单位|方)?\s*[:：]/u,
  /^(?:联系我们|联系电话|联系方式|办公电话|(?:咨询|服务|监督|投诉|举报)(?:热线|电话)|电子邮箱|网站声明|免责声明|隐私(?:声明|保护)|关于我们|地址|邮编|邮政编码|总机|传真|电话|举报电话)(?:\s*[:：|]|\s*$|\s)/u,
  /^(?:政府网站|本站|网站)?(?:找错|纠错)/u,
  /^(?:(?:网友|读者|用户|最新|热门|全部)?(?:评论|留言)(?:区|列表|须知)?|(?:我要|发表|查看)(?:评论|留言)|(?:展开|收起|阅读|查看)(?:全文|更多|剩余))(?:\s|$|[（(:：])/u,
  /^(?:附件下载|文档下载|相关附件|原文下载|文件下载|下载(?:附件|文档|原文))/u,
  // What pages offer beside a text; a word that a text may have stands alone.
  /^(?:色彩风格|听全文|AI解读|智能(?:摘要|朗读|解读)|(?:政策|关联|图文|图片|视频|文字)(?:图解|解读|文件|稿件)|相关(?:办事指南|稿件|服务)|我要(?:咨询|评价|留言|分享|订阅)|当前字号|标签|没有账号[?？]?|点赞|您的评价|公众留言|[您你]可能(?:感兴趣|喜欢).{0,6}|(?:取消|加入|添加)收藏.{0,4}|收藏(?:夹|本页|本站)|(?:非常)?满意\s*(?:基本|比较|较|不)满意.*|本网站(?:已)?支持IPv6|点击右上角.{0,10}|(?:微信)?(?:好友|朋友圈)|请使用浏览器.{0,20}|T大\s*T小|下载(?:Word|PDF|word|pdf)版?|您是第\s*\d+\s*位.{0,6}|(?:公众)?提交)(?:$|\s*[:：|(（!！])/u,
  /^[^。]{1,80}\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar|jpg|png)(?:\s*[（(][^）)]*[）)])?$/iu,
  /^(?:第\s*\d+\s*页|[-—–－]+\s*\d{1,3}\s*[-—–－]+|共\s*\d+\s*页|第\s*\d+\s*页\s*[/,，]?\s*共\s*\d+\s*页|\d{1,3}\s*\/\s*\d{1,3})$/u,
  /^[【】[\]（）()|｜\-—_=*#·•.,、\s]+$/u,
  /^[（(\-—\s]*(?:完|END)[）)\-—\s]*$/iu,
  /^(?:正文|全文|内容|详细内容|信息内容|文章内容|文件内容|公文内容|正文内容|内容详情)\s*[:：]?$/u,
];

/** Marks that, after the text, begin the page's foot: what follows is no part of the document. */
const FOOT =
  /^(?:上|下)\s*一\s*(?:篇|条|个|则)|^(?:相关|推荐|热门|最新)(?:链接|阅读|文章|新闻|信息|文件|政策|解读|稿件)|友情链接|版权所有|ICP备|公网安备|^(?:主办|承办|主管)(?:单位|方)?\s*[:：]|^(?:网友|读者|用户)?(?:评论|留言)(?:区|列表)?(?:\s|$|[（(:：])|^(?:我要|发表)评论|^分享(?:到|至)|扫一扫|网站地图|^联系我们|^[【[（(]?\s*(?:打印|关闭)(?:此|该|本)?(?:文章|文档|正文|窗口|页面?|信息)?\s*(?:[】\]）)|｜/·]|\s|$)|^(?:责任编辑|责编|编辑)\s*[:：]/u;

/**
 * Tell whether a line is the page around a document: its navigation or its furniture.
 * Only lines that can be told alone are; what stands between them is for `readPage`.
 *
 * @param line in the archive's typography
 */
export function lineFurniture(line: string): 'navigation' | 'furniture' | undefined {
  if (line.length > 200 || (readsAsText(line) && !OF_SITE.test(line))) return undefined;
  if (NAVIGATION.some((pattern) => pattern.test(line))) return 'navigation';
  return FURNITURE.some((pattern) => pattern.test(line)) ? 'furniture' : undefined;
}

/** Tell whether a line begins the foot of a page. */
export function isFootMark(line: string): boolean {
  return line.length <= 200 && FOOT.test(line) && (!readsAsText(line) || OF_SITE.test(line));
}

/** What only a site says of itself, in whole sentences too. */
const OF_SITE =
  /版权所有|Copyright|©|ICP备|公网安备|网站标识码|技术支持[:：]|(?:建议|推荐)使用.{0,30}(?:浏览器|分辨率)|^(?:本站|本网站?|欢迎|您)|[>»›].*[>»›]|(?:主办|承办)(?:单位)?[:：]/iu;
const SENTENCE = 12;
const CLAUSES = 25;

/**
 * Tell whether a line reads as the text of a document whatever word it begins with: a sentence, or
 * several clauses. 关闭退出非煤矿山5座，查处案件37起。 closes no window.
 */
export function readsAsText(line: string): boolean {
  if (line.length >= SENTENCE && /[。；]$/u.test(line)) return true;
  return line.length >= CLAUSES && /，[^，]{4,}/u.test(line) && !/[|｜]|[:：].*[:：]/u.test(line);
}

const DOC_NO = /^[\p{Script=Han}]{1,12}[〔（【[]\s*20\d\d\s*[〕）】\]]\s*(?:第\s*)?\d{1,4}\s*号$/u;

/** Tell whether a text is the number of a document and nothing else: `宜府〔2025〕12号`. */
export function isDocNo(text: string): boolean {
  return DOC_NO.test(text.trim());
}

const ENDS =
  /(?:人民政府|政府|行政公署|行署|人民法院|检察院|管理委员会|管委会|委员会|委办|法制办|司法办|政府办|市委|县委|区委|省委|州委|党委|党工委|党组|工委|旗委|办公室|办事处|人大常委会|领导小组|[\p{Script=Han}]{2,}(?:局|厅|委|办|处|中心|院|司|署|总队|支队|大队|分局|公司|集团|学校|党校|协会|联合会|总工会|[妇残科文]联|科协|供销社|农垦|农场|林场|[\p{Script=Han}]馆|管理站|合作社|联合社|海关|监狱|调查队|[分支]行))$/u;
const NEVER =
  /^(?:个人|政务|新闻|办事|用户|会员|政务服务|数据|互动|资讯|信息|公示|帮助)中心$|[。，；：,;:！？]|报告|方案|情况|工作$|建设$|动态$|公告$|公开$|新闻$/u;
const LONGEST_NAME = 40;
/** What stands where the seal is on paper. */
const SEAL = /\s*[（(](?:印章|公章|盖章|签章|代章|章)[）)]$/u;

/** Take the word for a seal off a signature: 人民政府（印章）. */
export function withoutSeal(text: string): string {
  return text.replace(SEAL, '');
}

/**
 * Tell whether a line names a body and nothing else: a signature, a site's head, one of the two
 * lines of a joint issuer.
 *
 * @param text in the archive's typography
 */
export function isOrganisation(text: string): boolean {
  return (
    text.length <= LONGEST_NAME &&
    /^[\p{Script=Han}（）·—\s]+$/u.test(text) &&
    ENDS.test(text) &&
    !NEVER.test(text)
  );
}

/** Tell whether a body is a government, or the committee that runs a zone. */
export function isGovernment(name: string): boolean {
  return /(?:人民政府|(?<!人民)政府|管理委员会|行政委员会|管委会|行政公署|行署|街道办事处|办事处)$/u.test(
    name,
  );
}

const BODY =
  /(?:政府|[省市县区州旗]委|委员会|常委会|人大|政协|办公室|领导小组|国务院|厅|局|司|办|部门|单位|机构|街道|乡镇|法院)/u;
const NO_ADDRESSEE = /如下|报告|情况|以下|具体|包括|主要|建设|做法|[。；！？]/u;
/** A superior without a region's name: 市政府, 省委全面依法治省委员会办公室. */
const SUPERIOR =
  /^(?:国务院|(?:中共)?[省市县区州](?:委|人民政府|政府|人大|司法|法治|依法|全面)[\p{Script=Han}、，]{0,30})$/u;
const LONGEST_ADDRESS = 150;

/** Those a report is read to: 主任、各位副主任、各位委员：. */
const MEMBERS =
  /^(?:尊敬的)?(?:[\p{Script=Han}]{0,4}主任|各位(?:代表|委员|领导|主任))[\p{Script=Han}、，]{0,30}[:：]$/u;

/** Tell whether a line addresses a document to bodies, its colon included: `省政府：`. */
export function isAddressee(text: string): boolean {
  if (MEMBERS.test(text) && !NO_ADDRESSEE.test(text)) return true;
  return (
    /[:：]$/.test(text) &&
    text.length <= LONGEST_ADDRESS &&
    BODY.test(text) &&
    !NO_ADDRESSEE.test(text)
  );
}

/** Tell whether a line under a title addresses it to a superior, the colon lost: `市政府`. */
export function isBareAddressee(text: string): boolean {
  return (
    SUPERIOR.test(text) &&
    BODY.test(text) &&
    !/建设|工作|情况|报告|[局厅市县区省主书]长$|主任$|书记$/.test(text)
  );
}

const SEPARATED = /(?<!\d)(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/;
const HAN =
  /([二贰][〇零一二三四五六七八九]{3})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/u;
const COMPACT = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/;
/** What a server prints that was not told the language: `Fri Mar 25 10:22:33 CST 2022`. */
const ENGLISH =
  /\b(?:(?<day>\d{1,2})[\s-])?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s,-]+(?:(?<dayBehind>\d{1,2}),?\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+(?:[ap]m\s+)?(?:[a-z]{3,4}(?:[+-]\d{1,2}:?\d{0,2})?\s+)?)?)?(?<year>\d{4})\b/i;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/**
 * Read the first date in a text, as Chinese pages write it.
 *
 * @param text `19-04-12`, `2017-12-20 10:01:15`, `2021年12月11日`, `2017/12/20`, `20.12.2017`,
 *   `二〇一八年一月十九日`, `20180119`, `Fri Mar 25 10:22:33 CST 2022`
 * @returns an ISO date, `undefined` where there is none or no such day exists
 */
export function readDate(text: string): string | undefined {
  const plain = evenDate(text);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst !== null) return isoDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const separated = SEPARATED.exec(plain) ?? COMPACT.exec(plain);
  if (separated !== null) return isoDate(separated[1], separated[2], separated[3]);
  const english = ENGLISH.exec(plain)?.groups;
  if (english !== undefined) {
    const month = MONTHS.indexOf(english['month']?.toLowerCase() ?? '') / 3 + 1;
    return isoDate(english['year'], String(month), english['day'] ?? english['dayBehind']);
  }
  const han = HAN.exec(plain);
  if (han === null) return undefined;
  const [year, month, day] = han.slice(1).map((numeral) => String(parsePrintedNumber(numeral)));
  return isoDate(year, month, day);
}

/** Close the gaps of a date in 年 and 月, and count 元月. */
function evenDate(text: string): string {
  const plain = simplified(text.normalize('NFKC')).replace(/元\s*月/gu, '1月');
  return /^[（(]?[\d\s]+年[\d\s]+月[\d\s日）)]*$/u.test(plain) ? plain.replace(/\s+/gu, '') : plain;
}

/** Sites' pages begin in the nineties, and no report is older than the rule of 2015 by much. */
const CENTURY = 2000;
const EARLIEST = 1990;

function isoDate(year = '', month = '', day = ''): string | undefined {
  const full = year.length === 2 ? CENTURY + Number(year) : Number(year);
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal && full >= EARLIEST && full < 2100 ? date.toISOString().slice(0, 10) : undefined;
}

/** A day with its hour, in spaced characters, is no longer. */
const LONGEST_DATE = 60;
const ICON = /^(?:\p{So}|\ufe0f|\s)+(?=\d)/u;

/**
 * Tell whether a line holds a date and nothing else: `2018年1月19日`, `（2018年1月19日）`, `2017年12月`,
 * `3月25日`.
 */
export function isDateLine(printed: string): boolean {
  if (printed.length > LONGEST_DATE) return false;
  // Pages draw a clock before it, and an eye before a counter.
  const text = ICON.test(printed)
    ? printed
        .replace(/(?:\s*\p{So}\ufe0f?\s*\d{0,7})$/u, '')
        .replace(ICON, '')
        .trim()
    : printed;
  const [english] = ENGLISH.exec(text) ?? [];
  if (english !== undefined && /^(?:[A-Z][a-z]{2,8},?\s*)?$/.test(text.replace(english, '')))
    return true;
  return /^[（(【[]?\s*(?:(?:\d{4}|\d{2})\s*[-/.年]\s*\d{1,2}\s*[-/.月]?\s*(?:\d{1,2}\s*日?)?|\d{1,2}月\d{1,2}日|\d{1,2}[./-]\d{1,2}[./-]\d{4}|[二贰][〇零一二三四五六七八九]{3}\s*年\s*[一二三四五六七八九十]{1,2}\s*月\s*(?:[一二三四五六七八九十]{1,3}\s*日)?)(?:\s*(?:星期|周)[一二三四五六日天])?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\s*[）)】\]]?$/u.test(
    evenDate(text).replace(/(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+(?=\d)/g, ''),
  );
}
