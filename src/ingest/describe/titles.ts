import { legible } from '../../report/characters/legible.ts';
import { type Found, found } from './description.ts';
import { isDateLine, isOrganisation } from './line-wording.ts';
import { cutText, type PrintedTitle, type VerbatimLine } from './source-page.ts';

const TOPIC = /法治(?:政府|建设|工作|[\p{Script=Han}]{1,6}建设)|依法行政|依法治[省市县区州]/u;
const TAIL =
  /(?:报告|情况|总结|汇报|工作|公报|白皮书|方案|计划|要点|安排|规划|纲要|打算|思路|设想|意见|通知|通报|公告|公示|公开|公布|函|建设)(?:的?(?:函|公示|公告|公开))?(?:[（(][^（）()]{1,20}[）)])?$/u;
const SENTENCE = /[。；！？]|[:：]$/u;
/** A path through a site's columns, or several links in a row. */
const PATH = /[>»›|→]|\s\/\s|首页|位置[:：]/u;
const YEAR = /\d{4}|[二２][〇零○Ｏ]/u;
/** Without a year, only what is plainly a document has a title. */
const DOCUMENT = /报告|总结|汇报|方案|计划|要点|白皮书|通知|安排|规划|公告|公示|情况公开/u;
/** Whose it is, before what it is on: a region or a body. */
const WHOSE = /[省市县区州旗盟镇乡局厅委办院处署园]|街道|新城|政府(?=关于)/u;
const LONGEST_TITLE = 90;

/**
 * Tell whether a text can be the title of a document on law-based government.
 *
 * The name of a site's column (法治政府建设年度报告) is none: it says neither whose nor when.
 *
 * @param text legible, brackets around a title taken off
 */
export function isTitle(text: string): boolean {
  const isTitleLike =
    text.length <= LONGEST_TITLE &&
    TOPIC.test(text) &&
    TAIL.test(text) &&
    !SENTENCE.test(text) &&
    !PATH.test(text) &&
    !/^(?:第?[一二三四五六七八九十]+[、章节）)]|[（(]|\d+[.、]|附件)/u.test(text);
  if (!isTitleLike || YEAR.test(text)) return isTitleLike;
  return DOCUMENT.test(text) && saysWhose(text);
}

/** Tell whether a title says whose it is, before what it is on. */
export function saysWhose(title: string): boolean {
  const before = title.slice(0, Math.max(0, title.search(TOPIC)));
  return before.startsWith('关于') || WHOSE.test(before);
}

/** A title is broken over no more lines than this, none of them but its first two longer. */
const MOST_LINES = 5;
const LONGEST_PIECE = 60;

/**
 * Find titles in lines, joined where they are broken over several.
 *
 * A title that begins with 关于 or its year takes the names of bodies right above it along: they
 * are its issuers, two where Party and government report together.
 *
 * @param lines legible, brackets around a title taken off; `undefined` for a line that is surely
 *   something else
 * @returns the lines of each, as indices; `end` is exclusive
 */
export function findTitles(
  lines: readonly (string | undefined)[],
): { readonly start: number; readonly end: number }[] {
  const titles: { start: number; end: number }[] = [];
  for (let from = 0; from < lines.length; ) {
    const found = titleAt(lines, from);
    if (found === undefined) {
      from += 1;
      continue;
    }
    let { start, end } = found;
    const floor = titles.at(-1)?.end ?? 0;
    while (start > floor && leadsOn(lines[start - 1], lines.slice(start, end).join(''))) start -= 1;
    while (end < lines.length && isTitleEnd(lines[end] ?? '', lines[end - 1] ?? '')) end += 1;
    titles.push({ start, end });
    from = end;
  }
  return titles;
}

function titleAt(lines: readonly (string | undefined)[], start: number) {
  for (let end = start + 1; end <= Math.min(lines.length, start + MOST_LINES); end++) {
    const piece = lines[end - 1];
    if (piece === undefined || /[。；]/.test(piece) || isDateLine(piece)) return undefined;
    if (end > start + 1 && piece.length > LONGEST_PIECE) return undefined;
    if (!isTitle(lines.slice(start, end).join(''))) continue;
    // The window begins with its first needed line: what stands above is taken only on purpose.
    const isMinimal = end === start + 1 || !isTitle(lines.slice(start + 1, end).join(''));
    return isMinimal && isWhole(lines, start, end) ? { start, end } : undefined;
  }
  return undefined;
}

/** A broken title's first line leads on: it has its topic begun, or a year, or 关于, or a body. */
function isWhole(lines: readonly (string | undefined)[], start: number, end: number): boolean {
  const first = lines[start] ?? '';
  return (
    end === start + 1 ||
    isOrganisation(first) ||
    /法治|依法|\d{4}|[〇零○]|关于|年度|建设|[省市县区州盟旗镇乡]$|街道$/u.test(first)
  );
}

/** Tell whether a line is the head of the title that stands below it. */
function leadsOn(line: string | undefined, title: string): boolean {
  if (line === undefined || isDateLine(line)) return false;
  if (line.length > LONGEST_PIECE || /[。；，：:>]/u.test(line)) return false;
  if (line.endsWith('关于')) return true;
  const isHeadless = /^(?:关于|\d{4}|[二２][〇零○Ｏ]|法治|依法|推进|贯彻|年度)/u.test(title);
  if (isHeadless && (isOrganisation(line) || isRegionName(line))) return true;
  if (isParty(line) && /^[\p{Script=Han}]{2,20}(?:人民政府|管理委员会|管委会|司法局)/u.test(title))
    return true;
  return !YEAR.test(title) && /(?:\d{4}|[〇零○]\S{1,3})\s*年度?/u.test(line) && !isTitle(line);
}

/** The Party committee that reports together with its government, or its office with a bureau. */
function isParty(line: string): boolean {
  return /^中共[\p{Script=Han}]{2,40}委(?:员会)?(?:办公室)?$|^[\p{Script=Han}]{2,40}(?:党委|党工委|工委)$/u.test(
    line,
  );
}

/** A region's name alone on a line: 鹤壁市, 柳林镇. */
function isRegionName(line: string): boolean {
  return /^[\p{Script=Han}]{1,14}(?:[省市县区州盟旗镇乡]|街道)$/u.test(line);
}

/** A title that says what it is: 总体情况 below it heads a part. */
const IS_COMPLETE = /(?:报告|总结|汇报|年报)$/u;

/** Tell whether a line is the last word of a title, broken off above. */
function isTitleEnd(text: string, above: string): boolean {
  if (IS_COMPLETE.test(above) && !/^[（(的]/u.test(text)) return false;
  return /^[（(]20\d\d年?\s*[-—–－~至]+\s*20\d\d年?[）)]$|^(?:的|建设|政府|年度|工作|实施|进展|开展|推进|落实|总体|情况){0,6}(?:报告|总结|汇报|通知|方案|计划|要点|公报|安排|规划|公告|公示|工作|情况)(?:的通知)?(?:[（(][^（）()]{1,20}[）)])?$/u.test(
    text,
  );
}

/** A column's name, or the number of the document. */
const BEFORE_TITLE =
  /^(?:【[^】]{1,12}】|\[[^\]]{1,12}\]|[\p{Script=Han}]{1,12}[〔（【[]\s*20\d\d\s*[〕）】\]]\s*(?:第\s*)?\d{1,4}\s*号\s)\s*(?=\S)/u;
/** The day a title was posted, as lists of a site print it behind: …情况报告（2024-02-26）. */
const POSTED_BEHIND = /\s*[（(]\s*20\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s*[）)]$/u;

/**
 * Take off a title what a site prints around it: a column's name (【历史规划】), a document's number, the
 * path through the site, brackets around the whole (《…》), and the day it was posted.
 *
 * @returns what stands before, in and after it, verbatim; the title in the archive's typography; and
 *   whether it ends a path through the site's columns: 首页 > 政务公开 > …报告
 */
export function unwrapTitle(line: VerbatimLine) {
  const { bare, raw, offsets } = line;
  const path =
    /^(?:.*[>»›→]|.*\s\/|.*(?:首页|主页|位置).*\/)\s*(?=[^>»›→]{10,}$)/u.exec(bare)?.[0] ?? '';
  const column = path === '' ? (BEFORE_TITLE.exec(bare)?.[0] ?? '') : path;
  const rest = bare.slice(column.length);
  const isQuoted =
    rest.startsWith('《') && rest.endsWith('》') && rest.indexOf('》') === rest.length - 1;
  const start = column.length + (isQuoted ? 1 : 0);
  const posted = POSTED_BEHIND.exec(bare)?.index ?? bare.length;
  const end = isQuoted ? bare.length - 1 : posted;
  const from = offsets[start] ?? raw.length;
  const until = (offsets[end - 1] ?? raw.length - 1) + 1;
  return {
    before: raw.slice(0, from).trim(),
    middle: raw.slice(from, until).trim(),
    after: raw.slice(until).trim(),
    title: cutText(line, start, end),
    isOfPath: path !== '',
  };
}

/** So many titles on a page are a list of reports. */
const LISTED = 3;
/** How sure a title is, and one that is broken over more lines than two. */
const SURE = { title: 0.97, broken: 0.85 } as const;

/**
 * Choose the title a document goes by: its own on one line, else the page's; and list the others
 * that it or its page gives. A notice (关于印发《…》的通知) lends the name of what it sends, where the
 * document prints none.
 *
 * @param printed in the order of the page
 */
export function describeTitle(
  printed: readonly PrintedTitle[],
): { readonly title: Found<string>; readonly altTitles: readonly string[] } | undefined {
  const own = printed.findLast(({ basis }) => basis === 'document');
  const ofPage = printed.filter(({ basis }) => basis === 'page');
  // A list of other years' reports stands above the page's own.
  const isList = ofPage.length >= LISTED && ofPage.every(({ text }) => YEAR.test(text));
  const page = isList && ofPage[0]?.parts.length !== 0 ? ofPage.at(-1) : ofPage[0];
  const first = own !== undefined && (own.lines === 1 || page === undefined) ? own : page;
  if (first === undefined) return undefined;
  // Printed twice, once with the body whose it is on a line of its own.
  const { text, basis, lines } = printed.find((one) => isFuller(one.text, first.text)) ?? first;
  const value = sentTitle(text) ?? text;
  const others = printed.flatMap((one) => (one.text === value ? [] : [one.text]));
  return {
    title: found(value, basis, lines > 2 ? SURE.broken : SURE.title, text),
    altTitles: [...new Set(others)],
  };
}

/** Tell whether a title is another with the name of a body before it. */
function isFuller(text: string, than: string): boolean {
  const head = text.endsWith(than) ? legible(text.slice(0, -than.length)) : '';
  return isOrganisation(head);
}

/** Return the title of what a notice sends out. */
function sentTitle(text: string): string | undefined {
  const sent =
    /(?:关于|關於)(?:印发|印發|公布|发布|發布|發佈|转发|轉發|下发|下發)(?:《(.+)》|(.+))的(?:通知|公告|通报|通報)$/u.exec(
      text,
    );
  const title = sent?.[1] ?? sent?.[2];
  return title !== undefined && isTitle(legible(title)) ? title : undefined;
}
