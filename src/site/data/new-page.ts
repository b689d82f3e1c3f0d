import { pageAddress } from '../../report/addresses.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { placePath } from './archive-index.ts';
import { readArrivals, readKeptVersions } from './read-compiled.ts';
import { correctionPhrase, formatDate } from './reader-words.ts';
import { regions } from './vocabularies.ts';

/** Something that came into the archive: a report, another version of one, or a correction. */
export interface News {
  readonly kind: 'report' | 'version' | 'correction';
  /** The day; `null` for a report that came in before days were written down. */
  readonly date: string | null;
  readonly report: ReportSummary;
  readonly address: string;
  /** What was mended, or why the text changed; empty for a report. */
  readonly words: string;
}

/** News that a page shows; the feed and the data have the rest. */
const SHOWN = 300;

export const newsLabels: Readonly<Record<News['kind'], string>> = {
  report: '新收录',
  version: '新版本',
  correction: '更正',
};

/** List all that came into the archive, the latest first. */
function listNews(): News[] {
  const news = readArrivals().flatMap(({ summary: report, added, corrections }): News[] => [
    { kind: 'report', date: added, report, address: report.url, words: '' },
    ...corrections.map(
      (correction): News => ({
        kind: 'correction',
        date: correction.date,
        report,
        address: `${report.url}#${correction.place}`,
        words: correctionPhrase(correction),
      }),
    ),
    ...(report.version === 1 ? [] : readKeptVersions(report)).map(
      ({ superseded, report: { version } }): News => ({
        kind: 'version',
        date: superseded.date,
        report,
        address: `${report.url}v${version}/diff/`,
        words: superseded.why,
      }),
    ),
  ]);
  return news.toSorted(
    (a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.report.id, b.report.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** All that came into this build's archive, the latest first. */
export const news: readonly News[] = listNews();

/** Build the page of what came in, by day. */
export function newPage() {
  const days = Map.groupBy(news.slice(0, SHOWN), ({ date }) => date);
  return {
    head: {
      title: '新收录',
      description: '新收录的报告、新版本和更正，按进入本库的日期列出，可用 Atom 订阅。',
      address: pageAddress('new'),
      crumbs: [],
    },
    /** Months with how much came in, the latest first. */
    months: [...Map.groupBy(news, ({ date }) => date?.slice(0, 7) ?? '')].flatMap(
      ([month, ofMonth]) =>
        month === ''
          ? []
          : [
              {
                id: `m${month}`,
                label: `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
                count: ofMonth.length,
              },
            ],
    ),
    days: [...days].map(([date, ofDay], index, all) => {
      const month = date?.slice(0, 7) ?? '';
      const isFirst = all[index - 1]?.[0]?.slice(0, 7) !== month;
      return {
        date,
        /** Where a month begins, so that it can be jumped to. */
        id: isFirst && month !== '' ? `m${month}` : undefined,
        label: date === null ? '日期未记' : formatDate(date),
        rows: ofDay.map(newsRow),
      };
    }),
    count: news.length,
    isCut: news.length > SHOWN,
  };
}

export type NewsRow = ReturnType<typeof newsRow>;

/** Make a line of what came in. */
export function newsRow({ kind, report, address, words, date }: News) {
  return {
    kind: newsLabels[kind],
    date,
    address,
    title: report.title,
    name: `${report.region.path.map(({ name }) => name).join('')}${report.year}年`,
    words,
  };
}

const byPlace: ReadonlyMap<string, readonly News[]> = groupByPlace();

/** Return what came in of a region and of all that lies in it, the latest first. */
export function newsWithin(code: string): readonly News[] {
  return byPlace.get(code) ?? [];
}

function groupByPlace(): Map<string, News[]> {
  const lists = new Map<string, News[]>();
  for (const one of news)
    for (const { code } of placePath(one.report, regions)) {
      const list = lists.get(code);
      if (list === undefined) lists.set(code, [one]);
      else list.push(one);
    }
  return lists;
}
