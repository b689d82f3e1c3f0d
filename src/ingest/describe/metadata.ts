import { isDocNo, isOrganisation, readDate } from './line-wording.ts';
import {
  cutText,
  cutVerbatim,
  type MetadataKey,
  type PagePart,
  type VerbatimLine,
} from './source-page.ts';

/** Labels that pages print, by what they say. */
const LABELS: Readonly<Record<MetadataKey, string>> = {
  title: '标题|信息名称|文件名称|公文名称|文件标题|题名|名称',
  published:
    '发布时间|发布日期|公开日期|公开时间|发表时间|发表日期|更新时间|更新日期|添加时间|录入时间|信息时间|信息日期|公布日期|发文日期|发文时间|上传时间|日期|时间|撰写时间|创建时间|编辑时间|发布于|发稿时间|发稿日期|发文时间|上网时间|上网日期|信息提供日期|信息提供时间|提供日期|提供时间|推送时间|推送日期|发出日期|投稿时间|投稿日期|发表于|来稿时间|采编时间|提交日期|登载时间|登载日期|刊发时间|公告日期|发帖时间|提交时间|发布时',
  signed:
    '公文生成日期|文件生成日期|成文日期|成文时间|生成日期|生成时间|产生日期|签发日期|签发时间|制发日期|印发日期|形成日期|印发时间',
  issuer:
    '发布机构|发文机关|发布机关|发文机构|公开主体|制发机关|制发机构|发文单位|制定机关|公开机构|公开机关|公开单位|信息公开机构|责任机构|发布单位|主体单位',
  poster:
    '文章来源|信息来源|稿件来源|来源|稿源|出处|公开部门|责任部门|发布部门|信息提供|供稿单位|提供单位|内容来源|转载自',
  docNo: '发文字号|文号|发文文号|文件编号|文件字号|公文文号|发文号|文件号',
  person:
    '发布人|发布者|作者|签发人|签发|责任编辑|责编|编辑|录入人|录入者|录入|审核人|审核|校对|撰稿|撰稿人|供稿|供稿人|记者|通讯员|上传人|上传者|信息员|初审|复审|终审|一审|二审|三审|编审|联系人|发稿人|签审|审签|摄影|校核|核稿|值班编辑|监制|编辑人',
  other:
    '索引号|信息索引号|索取号|信息索引|主题分类|信息分类|主题词|关键词|关键字|有效性|信息有效性|公文有效性|时效性|效力状态|文件有效性|公开方式|公开范围|公开类别|公开形式|公开时限|公开属性|公开程序|公开期限|字号|字体|文字大小|字体大小|字体显示|浏览次数|浏览量|浏览数|浏览|点击数|点击量|点击次数|点击率|点击|阅读次数|阅读量|阅读数|阅读|访问次数|访问量|访问|人气|次数|单位|部门|科室|类别|类型|体裁|体裁分类|文件类型|公文种类|公文类型|公文体裁|文种|分类|信息类别|栏目|所属栏目|信息类型|组配分类|服务对象|服务对象分类|生效日期|失效日期|废止日期|实施日期|有效期|施行日期|失效时间|生效时间|终止日期|语种|语言|内容概述|概述|摘要|信息格式|载体类型|载体|备注|收藏|分享|分享到|分享至|打印|视力保护色|背景色|保护视力色|保护色|目录|所属主题|所属机构|主题|大小|文件状态|状态|登记号|统一编号|统一登记号|公开责任部门|信息公开选项|公开选项|信息公开属性|信息公开方式|发布文号|地区|区域|信息标识|标识|来源网址|访问人数|扫码|用手机看|关联类型|公开目录|层级|重要程度',
};
const KEYS = Object.entries(LABELS)
  .flatMap(([key, labels]) =>
    labels.split('|').map((label) => ({ key: key as MetadataKey, label })),
  )
  .sort((a, b) => b.label.length - a.label.length);
const KEY_OF: ReadonlyMap<string, MetadataKey> = new Map(
  KEYS.map(({ key, label }) => [label, key]),
);
const GAP = '[\\s\\u00a0\\u3000]*';
const LABEL = spaced(KEYS.map(({ label }) => label).join('|'));
/** `索引号:`, `索 引 号：`, `[ 索引号 ]`, `【索引号】`, `| 索引号 |`, and `浏览 人次`, whose number is missing. */
const MARKED = new RegExp(
  `(?<![\\p{Script=Han}\\w])(?:[【［[（(]?${GAP}(${LABEL})${GAP}[:：]+|[\\[【［]${GAP}(${LABEL})${GAP}[:：]?${GAP}[\\]】］]${GAP}[:：]?|(?<=\\|${GAP})(${LABEL})${GAP}[:：]?${GAP}\\|)`,
  'gu',
);
/** Labels that pages print right behind the value before them, where only a style sets them apart. */
const STUCK = new RegExp(
  `(?<=[\\p{Script=Han}\\w])(${spaced(
    `${KEYS.filter(({ label }) => label.length >= 4)
      .map(({ label }) => label)
      .join('|')}|来源|作者|浏览|点击|阅读|字体|字号`,
  )})${GAP}[:：]`,
  'gu',
);
/** Labels of forms, which no text begins with: they count without a colon too, `索引号 0029/2025-1`. */
const FORM = spaced(
  '索引号|信息索引号|主题分类|组配分类|体裁分类|信息分类|公开方式|公开范围|公开形式|公开时限|公开类别|' +
    '发布机构|发布单位|发文机关|发文机构|发文单位|制发机关|制发机构|公开主体|公开机构|责任机构|' +
    '生成日期|公文生成日期|成文日期|成文时间|发布日期|发布时间|公开日期|发文日期|发文字号|文号|' +
    '有效性|信息有效性|服务对象|载体类型|公文种类|效力状态|信息名称',
);
/** Others that a form has, which a text may begin with. */
const FORM_OR_WORD = `${FORM}|${spaced('标题|名称|主题词|关键词')}`;
const SPACE = '[\\s\\u00a0\\u3000]';
const FORM_LINE = new RegExp(
  `^${GAP}(?:(?:${FORM})${SPACE}+\\S|(?:${FORM_OR_WORD})${SPACE}.*${SPACE}(?:${FORM})${SPACE})`,
  'u',
);
/** A title in a form that was flattened to lines: `标 题 | …`. */
const TITLE_CELL = new RegExp(
  `^${GAP}(${spaced('标题|名称|信息名称|文件名称')})${GAP}[|｜](?=.{0,90}法治)`,
  'gu',
);
const FORM_ALONE = new RegExp(`^(?:${FORM_OR_WORD})$`, 'u');
const FORM_LABEL = new RegExp(`(?<=^|${SPACE})(${FORM_OR_WORD})(?=${SPACE}|$)`, 'gu');

/** Return labels with the gaps that forms print in them. */
function spaced(labels: string): string {
  return labels
    .split('|')
    .map((label) => [...label].join(GAP))
    .join('|');
}

/** Counters and text size switches that print no colon. */
const BARE =
  /(?:(?:浏览|阅读|点击|访问|人气)[\s\u00a0]*(?:量|数|次数)?[\s\u00a0]*(?:\d*[\s\u00a0]*(?:人次|次)(?!数)|[（(]\s*\d*\s*[)）]|(?=\s*$))|【?\s*(?:字体|字号)?\s*大\s+中\s+小\s*】?|[【[]\s*(?:打印|关闭|收藏|分享)[^】\]]*[】\]]|(?<=\s)(?:打印|关闭|分享到?|收藏)\s*$)/gu;
/** Marks that stand around labels and between them. */
const LEFT_OVER = /[\s|\-—*·•●※▪◆【】[\]（）()]+/g;
/** Words that stand before labels without one of their own. */
const BARE_HEAD = /^(?:本站|本网|原创|转载|打印|关闭|分享|收藏|大|中|小)+$/u;
const BARE_DATE =
  /(?<=^|[\s|])(?:(?:\d{4}|\d{2})[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}\.\d{1,2}\.\d{4})(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?)?(?=$|[\s|])/gu;
/** The name of a site at the head of a line of labels is no longer than this. */
const LONGEST_HEAD = 60;
/** Longer lines are text, and are not searched for labels. */
const LONGEST_LINE = 600;
/** Longer values are text that a word like a label stands in. */
const LONGEST_VALUE = 120;
/** What is read of labelled values; the rest is furniture. */
const READ: ReadonlySet<string> = new Set(['title', 'published', 'signed', 'issuer', 'docNo']);

/** A label in a line, by its offsets; `end` is exclusive. */
interface Label {
  readonly key: MetadataKey;
  readonly at: number;
  readonly end: number;
}

/**
 * Read a line of labelled values on a page: `发布时间:19-04-12  发布人:…`.
 *
 * @returns an empty list where the line is none: it must begin with a label, but for marks that
 *   were left over (an orphan 】) and a date that stands without one
 */
export function readLabelledParts(line: VerbatimLine): PagePart[] {
  const { bare } = line;
  if (bare.length > LONGEST_LINE) return [];
  const alone = KEY_OF.get(bare.replace(/[\s:：\u00a0\u3000]+/g, ''));
  const labels = alone === undefined ? findLabels(bare) : [{ key: alone, at: 0, end: bare.length }];
  const [first] = labels;
  if (first === undefined) return [];
  const head = bare.slice(0, first.at);
  const bareHead = head.replace(LEFT_OVER, '');
  const isNumber = isDocNo(head);
  const isSite = isOrganisation(bareHead) && first.key === 'published';
  if (bareHead !== '' && !BARE_HEAD.test(bareHead) && !isByline(head, labels.length))
    if (!isNumber && !isSite) return [];
  const before =
    head.trim() === ''
      ? []
      : [
          isNumber
            ? ({ key: 'docNo', at: 0, end: 0 } as const)
            : ({ key: 'other', at: 0, end: first.at } as const),
        ];
  const all: readonly Label[] = [...before, ...labels];
  const parts: PagePart[] = [];
  for (const [index, { key, at, end }] of all.entries()) {
    const until = all[index + 1]?.at ?? bare.length;
    const start = end + (/^[\s|]*/.exec(bare.slice(end, until))?.[0].length ?? 0);
    if (until - start > LONGEST_VALUE) return [];
    // Marks between table cells are no part of a value.
    const value = cutText(line, start, until).replace(/^[|｜\s]+|[|｜\s-]+$/gu, '');
    const why = READ.has(key) && value !== '' ? 'metadata' : 'furniture';
    const text = cutVerbatim(line, at, until);
    // A number without a label is printed by the document itself.
    const basis = key === 'docNo' && at === end ? 'document' : 'page';
    parts.push({ line: line.line, text, why, key, value, basis });
  }
  return parts;
}

/**
 * Read a line that holds the value of a label on the line above.
 *
 * @returns an empty list where the label asks for a date and the line is none
 */
export function readLabelledValue({ key, text: label }: PagePart, line: VerbatimLine): PagePart[] {
  if (key === undefined) return [];
  if ((key === 'published' || key === 'signed') && readDate(line.bare) === undefined) return [];
  const why = READ.has(key) ? 'metadata' : 'furniture';
  const value = cutText(line, 0, line.bare.length);
  return [{ line: line.line, text: line.raw, why, key, value, basis: 'page', label }];
}

/** Whose site it is, or its address, stands at the head of a line of several labels, or of one. */
function isByline(head: string, labels: number): boolean {
  const isSite = /门户网站|www\.|https?:/iu.test(head);
  return (labels > 1 || isSite) && head.length <= LONGEST_HEAD && !/[。，；：]/u.test(head);
}

function findLabels(line: string): Label[] {
  const labels: Label[] = [];
  const forms = FORM_LINE.test(line) ? line.matchAll(FORM_LABEL) : [];
  const whole = [...line.matchAll(MARKED), ...line.matchAll(TITLE_CELL), ...forms];
  const isBegun = whole.some(({ index }) => line.slice(0, index).replace(LEFT_OVER, '') === '');
  const stuck = isBegun ? line.matchAll(STUCK) : [];
  for (const match of [...whole, ...stuck, ...line.matchAll(BARE)]) {
    const [words, ...groups] = match;
    const [at, end] = [match.index, match.index + words.length];
    const word = groups.join('').replace(/[\s\u00a0\u3000]+/g, '');
    if (labels.every((label) => end <= label.at || at >= label.end))
      labels.push({ at, end, key: KEY_OF.get(word) ?? 'other' });
  }
  const inOrder = (all: readonly Label[]) => [...all].sort((a, b) => a.at - b.at);
  if (labels.length === 0) return [];
  return inOrder([
    ...labels,
    ...findBareDates(line, inOrder(labels)),
    ...findNumbers(line, labels),
  ]);
}

/** Find dates without a label of their own, beside labels: `来源：办公室 | 2020-12-19 | 打印`. */
function findBareDates(line: string, labels: readonly Label[]): Label[] {
  return [...line.matchAll(BARE_DATE)].flatMap(({ index }): Label[] => {
    const label = labels.findLast(({ end }) => end <= index);
    const isValue =
      label !== undefined && line.slice(label.end, index).replace(LEFT_OVER, '') === '';
    const isDated = label?.key === 'published' || label?.key === 'signed';
    const isOfLabel = isDated || (isValue && label?.key === 'other');
    return isOfLabel && label !== undefined && !isCounter(line.slice(label.at, label.end))
      ? []
      : [{ at: index, end: index, key: 'published' }];
  });
}

/** Find the document's number behind who signed it: `签发人：… 宜府〔2025〕12号`. */
function findNumbers(line: string, labels: readonly Label[]): Label[] {
  const number =
    /(?<=[\s\u3000])[\p{Script=Han}]{1,12}[〔（【[]\s*20\d\d\s*[〕）】\]]\s*(?:第\s*)?\d{1,4}\s*号\s*$/u.exec(
      line,
    );
  const isSigned =
    labels.some(({ key }) => key === 'person') && labels.every(({ key }) => key !== 'docNo');
  return number === null || !isSigned
    ? []
    : [{ key: 'docNo', at: number.index, end: number.index }];
}

/** A counter or a switch has no value. */
function isCounter(label: string): boolean {
  if (FORM_ALONE.test(label)) return false;
  return /浏览|点击|阅读|访问|人气|次数/u.test(label) || !/[:：|\]】］]\s*$/u.test(label);
}
