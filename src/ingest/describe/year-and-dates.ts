import { parsePrintedNumber } from '../../report/printed-numeral.ts';
import type { Kind } from '../../report/report.ts';
import { type Description, type Found, found } from './description.ts';
import { readDate } from './line-wording.ts';
import type { PagePart } from './source-page.ts';
import { outsideQuotes } from './text-clues.ts';

/** A year that something speaks for, and how much. */
interface Vote {
  readonly year: number;
  readonly weight: number;
  readonly evidence: string;
}

const OPENING = 3;
const OPENED = /^(?:在)?(20\d\d)年(?:度|来|以来|是|，|,|[\p{Script=Han}])/u;
/** How much the year weighs that a text opens with. */
const OPENED_WEIGHT = 4;
/** What a text says of its own year, or of the one before which it stands (`ahead`). */
const SAID: readonly { readonly says: RegExp; readonly weight: number; readonly ahead: boolean }[] =
  [
    {
      says: /(20\d\d)年度?(?:的)?[^。，；]{0,16}(?:法治政府|法治建设|依法行政|工作)[^。；]{0,24}(?:如下|公布|公开|报告)/gu,
      weight: 4,
      ahead: false,
    },
    {
      says: /(20\d\d)年度?的?(?:主要|重点)?(?:工作|任务)?(?:开展|完成|落实|推进)?(?:情况|成效|回顾)/gu,
      weight: 2,
      ahead: false,
    },
    {
      says: /(20\d\d)年度?的?(?:主要|重点|法治政府建设|法治建设|依法行政)?(?:工作)?(?:打算|计划|安排|思路|重点|展望|举措|谋划|任务)/gu,
      weight: 3,
      ahead: true,
    },
    { says: /(20\d\d)年[，,][^。]{0,40}(?:将|要)/gu, weight: 2, ahead: true },
    { says: /(?:下一步|谋划|展望)[^。]{0,10}(20\d\d)年/gu, weight: 1, ahead: true },
    {
      says: /(?:截至|截止|截止到)(20\d\d)年(?:12月)?(?:\d*日)?(?:底|末)?/gu,
      weight: 1,
      ahead: false,
    },
    { says: /(?:^|[。；\n])(?:在|自)?(20\d\d)年(?:度|以来|来|是|，)/gu, weight: 1, ahead: false },
  ];
/** A plan is made in its year, or for years to come. */
const PLAN = /(?:方案|计划|要点|安排|规划|纲要)(?:[（(][^（）()]*[）)])?(?:的通知)?$/u;
/** A year named often is a weak sign, and no more than that however often. */
const NAMED = 0.25;
const MOST_NAMED = 2;
/**
 * What a date says for the year before it and for its own: reports come in the first months after
 * their year, some at its very end; a plan is of its own year.
 */
const DATED = { early: [2, 0.5], between: [1, 0.5], late: [0.5, 2], plan: [0, 2] } as const;
/** Months up to which a date is early in its year, and from which it is late. */
const EARLY = 6;
const LATE = 11;
/** The most text of a vote that is shown as evidence. */
const SHOWN = 30;

/** How sure a year is, by the weight of its votes and how much they outweigh the next year's. */
const BY_WEIGHT: readonly (readonly [weight: number, times: number, confidence: number])[] = [
  [4, 2, 0.92],
  [3, 1.5, 0.8],
  [2, 1.3, 0.62],
  [0, 0, 0.5],
];
const TITLED = 0.98;
/** A report on several years is filed under the last of them; an editor may say otherwise. */
const PERIOD = 0.55;
/** Only a date speaks for it. */
const DATE_ALONE = 0.4;

/**
 * Find the year a document reports on or plans for: the title's; else the one that most speaks
 * for: the opening, what the text says of its own year and of its plans, the years it names, and
 * the day it was signed or published.
 *
 * @param date when it was signed or published
 */
export function describeYear(
  title: Found<string> | undefined,
  body: readonly string[],
  date: string | undefined,
): Found<number> | undefined {
  const [titled] = findYears(outsideQuotes(title?.value ?? ''));
  if (title !== undefined && titled !== undefined)
    return found(
      titled,
      title.basis,
      isOpenedOtherwise(body, titled) ? PERIOD : TITLED,
      title.value,
    );
  const until =
    title === undefined || PLAN.test(title.value) ? undefined : endOfPeriod(title.value);
  if (title !== undefined && until !== undefined)
    return found(until, title.basis, PERIOD, title.value);

  const text = outsideQuotes(body.join('\n'));
  const said = [...votesOfOpening(body), ...votesOfText(text), ...votesOfNames(text)];
  const [best, second] = tally([...said, ...votesOfDate(date, PLAN.test(title?.value ?? ''))]);
  if (best === undefined) return undefined;
  const { year, weight, evidence } = best;
  if (said.every((vote) => vote.year !== year))
    return found(year, 'inferred', DATE_ALONE, evidence);
  const sure = BY_WEIGHT.find(
    ([least, times]) => weight >= least && weight >= (second?.weight ?? 0) * times,
  );
  return found(year, 'document', sure?.[2] ?? 0, evidence);
}

/** Tell whether a text opens with another year than its title's, and names that one as often. */
function isOpenedOtherwise(body: readonly string[], titled: number): boolean {
  const said = body.filter((paragraph) => !/^20\d\d年[，,]?[^。]{0,20}将/u.test(paragraph));
  const opened = votesOfOpening(said).map(({ year }) => year);
  const [other] = opened;
  if (other === undefined || opened.includes(titled)) return false;
  const years = findYears(outsideQuotes(body.join('\n')));
  const count = (year: number) => years.filter((one) => one === year).length;
  return count(other) >= count(titled);
}

function votesOfOpening(body: readonly string[]): Vote[] {
  return body.slice(0, OPENING).flatMap((paragraph) => {
    const opened = OPENED.exec(outsideQuotes(paragraph))?.[1];
    const evidence = paragraph.slice(0, SHOWN);
    return opened === undefined ? [] : [{ year: Number(opened), weight: OPENED_WEIGHT, evidence }];
  });
}

function votesOfText(text: string): Vote[] {
  return SAID.flatMap(({ says, weight, ahead }) =>
    [...text.matchAll(says)].map((match) => ({
      year: Number(match[1]) - (ahead ? 1 : 0),
      weight,
      evidence: match[0].trim().slice(0, SHOWN),
    })),
  );
}

function votesOfNames(text: string): Vote[] {
  const counts = new Map<number, number>();
  for (const year of findYears(text)) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({
    year,
    weight: Math.min(MOST_NAMED, count * NAMED),
    evidence: `${year}年 ×${count}`,
  }));
}

function votesOfDate(date: string | undefined, isPlan: boolean): Vote[] {
  if (date === undefined) return [];
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const when = isPlan ? 'plan' : month <= EARLY ? 'early' : month >= LATE ? 'late' : 'between';
  const [before, same] = DATED[when];
  return [
    ...(before === 0 ? [] : [{ year: year - 1, weight: before, evidence: date }]),
    { year, weight: same, evidence: date },
  ];
}

/** Sum the votes of each year, the heaviest first; its strongest vote is its evidence. */
function tally(votes: readonly Vote[]): Vote[] {
  const byYear = Map.groupBy(votes, ({ year }) => year);
  return [...byYear]
    .map(([year, own]) => ({
      year,
      weight: own.reduce((sum, { weight }) => sum + weight, 0),
      evidence: own.reduce((a, b) => (b.weight > a.weight ? b : a)).evidence,
    }))
    .sort((a, b) => b.weight - a.weight);
}

const RANGE = /20\d\d\s*年?\s*(?:[—–\-－~～至到]+\s*)?20\d\d\s*年?(?!\d)/gu;
const NAMED_YEAR =
  /(?<!\d)(20[012]\d)\s*(?=年)|(?<!\d)(20[012]\d)(?=\s*法治)|(二[〇零○]一?[一二三四五六七八九十〇零○]{1,2})(?=年)/gu;

/**
 * List the years a text names, in order; neither end of a period (2016—2020年) is one.
 *
 * @param text without the names of other documents
 */
function findYears(text: string): number[] {
  return [...text.normalize('NFKC').replace(RANGE, '').matchAll(NAMED_YEAR)].flatMap((match) => {
    const numeral = match[1] ?? match[2] ?? match[3]?.replace(/[○]/g, '〇') ?? '';
    const year = parsePrintedNumber(numeral);
    // Of numerals run together some are no year: 二〇八, 二〇一九九.
    return year !== undefined && `${year}`.length === 4 ? [year] : [];
  });
}

/** Return the last year of a period that a title names: 2019 of （2014—2019年）. */
function endOfPeriod(title: string): number | undefined {
  const years = outsideQuotes(title)
    .normalize('NFKC')
    .match(RANGE)
    ?.at(-1)
    ?.match(/20\d\d/gu);
  return years?.[1] === undefined ? undefined : Number(years[1]);
}

/** The dates that a source prints, before the year tells a publication from a later posting. */
type PrintedDates = { readonly [K in 'posted' | 'signed']?: Found<string> | undefined };

/** How sure a date is, by where it is read. */
const DATE_SURE = {
  posted: 0.97,
  signed: 0.95,
  markup: 0.9, // A date that only the page's markup gives.
  competing: 0.7, // A page that prints two dates, or a plan that was posted a little late.
} as const;

/**
 * Read the dates that a page and a document print: the page's own posting, and the date under the
 * text (or the page's 成文日期). A site's "today" line is navigation and never comes here.
 *
 * @param hinted a date that the page's markup gives
 */
export function readDates(parts: readonly PagePart[], hinted: string | undefined): PrintedDates {
  const read = (key: PagePart['key']) =>
    parts.flatMap((part) => {
      const isOf = part.key === key && part.why === 'metadata';
      const value = isOf ? readDate(part.value ?? '') : undefined;
      return value === undefined ? [] : [{ value, part }];
    });
  const all = read('published').sort((a, b) => rank(a.part) - rank(b.part));
  const [first] = all;
  const isCompeting = all.some(({ value }) => value !== first?.value);
  const signed = read('signed');
  const own = signed.findLast(({ part }) => part.basis === 'document') ?? signed[0];
  const say = (
    { value, part }: (typeof all)[number],
    fallback: 'page' | 'document',
    sure: number,
  ) => found(value, part.basis ?? fallback, sure, part.text);
  const posted = first && say(first, 'page', isCompeting ? DATE_SURE.competing : DATE_SURE.posted);
  return {
    posted:
      posted ??
      (hinted === undefined ? undefined : found(hinted, 'page', DATE_SURE.markup, hinted)),
    signed: own && say(own, 'document', DATE_SURE.signed),
  };
}

/** 发布 and 公开 say it best; an update or a bare date least. */
function rank({ text, label: above = '' }: PagePart): number {
  const label = (above + text).replace(/\s/g, '');
  if (/发布|公开/.test(label)) return 0;
  if (/更新|编辑/.test(label)) return 2;
  return 1;
}

/** A document posted more than this many years after its own is an old one posted again. */
const YEARS_OLD = 2;
const DAY = 86_400_000;
/** So is one posted more than this many days after it was signed. */
const DAYS_OLD = 400;

/**
 * Tell a publication from a later posting of an old document: a plan posted after its year; a
 * document long signed; a report posted two years after the one it was due in.
 *
 * @param around what the source prints around the text, which may speak of history itself
 */
export function describeDates(
  { posted, signed }: PrintedDates,
  year: number | undefined,
  kind: Kind | undefined,
  around: readonly string[],
): Pick<Description, 'published' | 'republished' | 'signed'> {
  if (posted === undefined || year === undefined) return { published: posted, signed };
  const gap = Number(posted.value.slice(0, 4)) - year;
  const isHistory = around.some((text) => /历史|往年|归档/u.test(text));
  const isLongSigned =
    signed !== undefined && Date.parse(posted.value) - Date.parse(signed.value) > DAYS_OLD * DAY;
  const isOld =
    (kind === 'plan' && gap > 0) || gap > YEARS_OLD || isLongSigned || (isHistory && gap > 1);
  if (!isOld) return { published: posted, signed };
  const isPlain = isHistory || isLongSigned || gap > YEARS_OLD;
  return {
    republished: { ...posted, confidence: isPlain ? posted.confidence : DATE_SURE.competing },
    signed,
  };
}
