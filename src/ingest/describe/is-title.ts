const TOPIC = /法治(?:政府|建设|工作|[\p{Script=Han}]{1,6}建设)|依法行政|依法治[省市县区州]/u;
const TAIL =
  /(?:报告|情况|总结|汇报|工作|公报|白皮书|方案|计划|要点|安排|规划|纲要|打算|意见|通知|通报|公告|公示|公开|公布|函|建设)(?:的?(?:函|公示|公告|公开))?(?:[（(][^（）()]{1,20}[）)])?$/u;
const SENTENCE = /[。；！？]|[:：]$/u;
/** A path through a site's columns, or several links in a row. */
const PATH = /[>»›|→]|\s\/\s|首页|位置[:：]/u;
const YEAR = /\d{4}|[二２][〇零○Ｏ]/u;
/** Without a year, only what is plainly a document has a title. */
const DOCUMENT = /报告|总结|汇报|方案|计划|要点|白皮书|通知|安排|规划|公告|公示|情况公开/u;
/** Whose it is, before what it is on: a place or a body. */
const WHOSE = /[省市县区州旗盟镇乡局厅委办院处署园]|街道|新城|政府(?=关于)/u;
const LONGEST = 90;

/**
 * Tells whether a text can be the title of a document on law-based government.
 *
 * The name of a site's column (法治政府建设年度报告) is none: it says neither whose nor when.
 *
 * @param text legible, brackets around a title taken off
 */
export function isTitle(text: string): boolean {
  if (!isTitleLike(text)) return false;
  if (YEAR.test(text)) return true;
  const before = text.slice(0, text.search(TOPIC));
  return DOCUMENT.test(text) && (before.startsWith('关于') || WHOSE.test(before));
}

/** Tells whether a text is worded as a title, though it may say neither whose nor when. */
export function isTitleLike(text: string): boolean {
  return (
    text.length <= LONGEST &&
    TOPIC.test(text) &&
    TAIL.test(text) &&
    !SENTENCE.test(text) &&
    !PATH.test(text) &&
    !/^(?:第?[一二三四五六七八九十]+[、章节）)]|[（(]|\d+[.、]|附件)/u.test(text)
  );
}

/** Tells whether a title breaks off before its last word, which the next line then holds. */
export function isTitleEnd(text: string): boolean {
  return /^[（(]20\d\d年?\s*[-—–－~至]+\s*20\d\d年?[）)]$|^(?:的)?(?:建设)?(?:年度)?(?:工作)?(?:实施)?(?:情况)?(?:的)?(?:报告|总结|汇报|通知|方案|计划|要点|公报|安排|规划|公告|公示|工作|情况)(?:[（(][^（）()]{1,20}[）)])?$/u.test(
    text,
  );
}
