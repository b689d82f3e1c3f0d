import { parsePrintedNumber } from '../../report/printed-number.ts';
import type { Kind } from '../../report/report.ts';
import type { Found } from './description.ts';
import { readDate } from './line-wording.ts';
import type { PagePart } from './page.ts';
import { outsideQuotes } from './text-clues.ts';

export interface YearEvidence {
  readonly title: { readonly text: string; readonly basis: 'document' | 'page' } | undefined;
  readonly body: readonly string[];
  readonly published: string | undefined;
  readonly signed: string | undefined;
}

/** A year that something speaks for, and how much. */
interface Vote {
  readonly year: number;
  readonly weight: number;
  readonly evidence: string;
}

const OPENING = 3;
const OPENED = /^(?:在)?(20\d\d)年(?:度|来|以来|是|，|,|[\p{Script=Han}])/u;
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
const NAMED = 0.25;
const MOST_NAMED = 2;

/**
 * Finds the year a document reports on or plans for: the title's; else the one that most speaks
 * for: the opening, what the text says of its own year and of its plans, the years it names, and
 * the day it was signed or published.
 */
export function describeYear({
  title,
  body,
  published,
  signed,
}: YearEvidence): Found<number> | undefined {
  const [titled] = findYears(outsideQuotes(title?.text ?? ''));
  if (title !== undefined && titled !== undefined)
    return { value: titled, basis: title.basis, confidence: 0.98, evidence: title.text };

  const text = outsideQuotes(body.join('\n'));
  const said = [...votesOfOpening(body), ...votesOfText(text), ...votesOfNames(text)];
  const dated = votesOfDate(signed ?? published, PLAN.test(title?.text ?? ''));
  const [best, second] = tally([...said, ...dated]);
  if (best === undefined) return undefined;
  const isSaid = said.some(({ year }) => year === best.year);
  return {
    value: best.year,
    basis: isSaid ? 'document' : 'inferred',
    confidence: confidenceOf(best.weight, second?.weight ?? 0, isSaid),
    evidence: best.evidence,
  };
}

function votesOfOpening(body: readonly string[]): Vote[] {
  return body.slice(0, OPENING).flatMap((paragraph) => {
    const opened = OPENED.exec(outsideQuotes(paragraph))?.[1];
    return opened === undefined
      ? []
      : [{ year: Number(opened), weight: 4, evidence: paragraph.slice(0, 30) }];
  });
}

function votesOfText(text: string): Vote[] {
  return SAID.flatMap(({ says, weight, ahead }) =>
    [...text.matchAll(says)].map((match) => ({
      year: Number(match[1]) - (ahead ? 1 : 0),
      weight,
      evidence: match[0].trim().slice(0, 30),
    })),
  );
}

/** A year named often is a weak sign, and no more than that however often. */
function votesOfNames(text: string): Vote[] {
  const counts = new Map<number, number>();
  for (const year of findYears(text)) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({
    year,
    weight: Math.min(MOST_NAMED, count * NAMED),
    evidence: `${year}年 ×${count}`,
  }));
}

/** Reports come in the first months after their year, some at its very end. */
function votesOfDate(date: string | undefined, isPlan: boolean): Vote[] {
  if (date === undefined) return [];
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (isPlan) return [{ year, weight: 2, evidence: date }];
  const [before, same] = month <= 6 ? [2, 0.5] : month >= 11 ? [0.5, 2] : [1, 0.5];
  return [
    { year: year - 1, weight: before, evidence: date },
    { year, weight: same, evidence: date },
  ];
}

function tally(votes: readonly Vote[]): Vote[] {
  const sums = new Map<number, Vote & { strongest: number }>();
  for (const { year, weight, evidence } of votes) {
    const held = sums.get(year);
    const isStronger = weight > (held?.strongest ?? 0);
    sums.set(year, {
      year,
      weight: (held?.weight ?? 0) + weight,
      strongest: isStronger ? weight : (held?.strongest ?? 0),
      evidence: isStronger ? evidence : (held?.evidence ?? ''),
    });
  }
  return [...sums.values()].sort((a, b) => b.weight - a.weight);
}

function confidenceOf(best: number, second: number, isSaid: boolean): number {
  if (!isSaid) return 0.4;
  if (best >= 4 && best >= second * 2) return 0.92;
  if (best >= 3 && best >= second * 1.5) return 0.8;
  if (best >= 2 && best >= second * 1.3) return 0.62;
  return 0.5;
}

const RANGE = /20\d\d\s*年?\s*(?:[—–\-－~～至到]+\s*)?20\d\d\s*年?(?!\d)/gu;
const NAMED_YEAR =
  /(?<!\d)(20[012]\d)\s*(?=年)|(?<!\d)(20[012]\d)(?=\s*法治)|(二[〇零○]一?[一二三四五六七八九十〇零○]{1,2})(?=年)/gu;

/**
 * Lists the years a text names, in order; neither end of a period (2016—2020年) is one.
 *
 * @param text without the names of other documents
 */
export function findYears(text: string): number[] {
  return [...text.normalize('NFKC').replace(RANGE, '').matchAll(NAMED_YEAR)].flatMap((match) => {
    const numeral = match[1] ?? match[2] ?? match[3]?.replace(/[○]/g, '〇') ?? '';
    const year = parsePrintedNumber(numeral);
    return year !== undefined && year >= 2000 && year < 2100 ? [year] : [];
  });
}

/** Publication, later posting and signing, as far as the source gives them. */
export interface DescribedDates {
  readonly published?: Found<string> | undefined;
  readonly republished?: Found<string> | undefined;
  readonly signed?: Found<string> | undefined;
}

/** The dates as printed, before the year tells a publication from a later posting. */
export interface PrintedDates {
  readonly posted?: Found<string> | undefined;
  readonly signed?: Found<string> | undefined;
}

/**
 * Reads the dates that a page and a document print: the page's own posting, and the date under the
 * text (or the page's 成文日期). A site's "today" line is navigation and never comes here.
 *
 * @param hinted a date that the page's markup gives
 */
export function readDates(parts: readonly PagePart[], hinted: string | undefined): PrintedDates {
  const read = (key: PagePart['key']) =>
    parts.flatMap((part) => {
      const value =
        part.key === key && part.why === 'metadata' ? readDate(part.value ?? '') : undefined;
      return value === undefined ? [] : [{ value, part }];
    });
  const posted = read('published').sort((a, b) => rank(a.part) - rank(b.part));
  const first = posted[0];
  const competing = posted.filter(({ value }) => value !== first?.value).length > 0;
  const signed = read('signed');
  const own = signed.findLast(({ part }) => part.basis === 'document') ?? signed[0];
  return {
    posted:
      first === undefined
        ? hinted === undefined
          ? undefined
          : { value: hinted, basis: 'page', confidence: 0.9, evidence: hinted }
        : {
            value: first.value,
            basis: first.part.basis ?? 'page',
            confidence: competing ? 0.7 : 0.97,
            evidence: first.part.text,
          },
    signed:
      own === undefined
        ? undefined
        : {
            value: own.value,
            basis: own.part.basis ?? 'document',
            confidence: 0.95,
            evidence: own.part.text,
          },
  };
}

/** 发布 and 公开 say it best; an update or a bare date least. */
function rank({ text }: PagePart): number {
  const label = text.replace(/\s/g, '');
  if (/发布|公开/.test(label)) return 0;
  if (/更新|编辑/.test(label)) return 2;
  return 1;
}

/** A document posted this many years after its own is an old one posted again. */
const YEARS_OLD = 2;
const DAY = 86_400_000;
const DAYS_OLD = 400;

/**
 * Tells a publication from a later posting of an old document: a plan posted after its year; a
 * document long signed; a report posted two years after the one it was due in.
 */
export function describeDates(
  { posted, signed }: PrintedDates,
  year: number | undefined,
  kind: Kind | undefined,
  titles: readonly string[],
): DescribedDates {
  if (posted === undefined || year === undefined) return { published: posted, signed };
  const gap = Number(posted.value.slice(0, 4)) - year;
  const isHistory = titles.some((text) => /历史|往年|归档/u.test(text));
  const isLongSigned =
    signed !== undefined && Date.parse(posted.value) - Date.parse(signed.value) > DAYS_OLD * DAY;
  const isOld =
    (kind === 'plan' && gap > 0) || gap > YEARS_OLD || isLongSigned || (isHistory && gap > 1);
  if (!isOld) return { published: posted, signed };
  const confidence = isHistory || isLongSigned || gap > YEARS_OLD ? posted.confidence : 0.7;
  return { republished: { ...posted, confidence }, signed };
}
