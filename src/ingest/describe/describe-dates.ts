import type { Kind } from '../../report/report.ts';
import type { Found } from './description.ts';
import type { PagePart } from './page.ts';
import { readDate } from './read-date.ts';

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
