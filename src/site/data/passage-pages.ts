import { type PageKind, pageAddress } from '../../report/addresses.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import {
  countPassages,
  type ListedRole,
  type Passage,
  passagesOf,
  reportsInRole,
} from './archive-texts.ts';
import { archive } from './built-archive.ts';
import { byProvince, isSplitList, type OfProvince, placeInProvince } from './listing.ts';
import { readMarks } from './read-compiled.ts';
import { touchedPaths } from './touched-pages.ts';
import { themes } from './vocabularies.ts';

/** What a page of passages says of its list. */
const lists: Readonly<
  Record<
    ListedRole,
    { title: string; words: string; kinds: readonly [PageKind, PageKind, PageKind] }
  >
> = {
  problems: {
    title: '存在的问题',
    words: '各地报告中自述的问题和不足，逐点摘出，各连到原文。',
    kinds: ['problems', 'problemsYear', 'problemsYearProvince'],
  },
  plans: {
    title: '下一步打算',
    words: '各地报告中所说的下一步打算，逐点摘出，各连到原文。',
    kinds: ['plans', 'plansYear', 'plansYearProvince'],
  },
};

/** Bytes of quoted text that a page holds; where there is more, each quotation is cut. */
const QUOTED = 190_000;
/** Bytes of a Chinese character in a page. */
const CHARACTER = 3;
const LEAST_QUOTE = 36;
/** With more passages than these each is a line: its place and its first words. */
const ROOMY = 400;
/** Lines that a page holds; of bytes, all lines, and what each has beside its words. */
const LINES = { most: 1300, bytes: 270_000, own: 130, leastQuote: 24 } as const;

const themeLabels = new Map(themes.map(({ id, label }) => [id, label]));

/** Return the address of a list of passages. */
export function passageAddress(role: ListedRole, year?: number, province?: string): string {
  const [all, ofYear, ofProvince] = lists[role].kinds;
  const address = pageAddress as (kind: PageKind, ...parts: (string | number)[]) => string;
  if (year === undefined) return address(all);
  return province === undefined ? address(ofYear, year) : address(ofProvince, year, province);
}

function inRole(role: ListedRole, year?: number): readonly ReportSummary[] {
  const all = reportsInRole(role);
  return year === undefined ? all : all.filter((report) => report.year === year);
}

/** List the years in which reports say something in a role, the latest first. */
export function passageYears(role: ListedRole): number[] {
  return [...new Set(inRole(role).map((report) => report.year))];
}

/** List the provinces over which a year's passages are split; none where one page holds all. */
export function passageProvinces(role: ListedRole, year: number): OfProvince<ReportSummary>[] {
  const reports = inRole(role, year);
  return isSplitList(countPassages(role, reports)) ? byProvince(reports, (report) => report) : [];
}

/** A theme, and how many passages of a list are of it. */
interface ThemeCount {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/**
 * Build a page of what reports say of their problems or plans: of all years, of one, or of one in a
 * province. A list that is too long gives counts by theme, year and province, and leads on.
 */
export function passagePage(role: ListedRole, year?: number, province?: OfProvince<ReportSummary>) {
  const { title, words } = lists[role];
  const all = passagesOf(role, province?.items ?? inRole(role, year));
  const isSplit = province === undefined && isSplitList(all.length);
  const where = `${province?.name ?? ''}${year === undefined ? '' : `${year}年度`}`;
  const byYear = Map.groupBy(all, ({ report }) => report.year);
  const years = archive.span.filter((one) => year === undefined && one <= (archive.years[0] ?? 0));
  const below = byProvince(all, ({ report }) => report);
  return {
    head: {
      title: where === '' ? title : `${title}，${where}`,
      description: `${where}法治政府建设报告${title}：${all.length} 条，逐条摘录，各连到原文。`,
      address: passageAddress(role, year, province?.code),
      crumbs: [
        ...(year === undefined ? [] : [{ label: title, address: passageAddress(role) }]),
        ...(province === undefined || year === undefined
          ? []
          : [{ label: `${year}年度`, address: passageAddress(role, year) }]),
      ],
    },
    role,
    words,
    count: all.length,
    themes: countThemes(all),
    /** Every year from first to last; its address is `null` where there is nothing of it. */
    years: years.map((one) => {
      const count = byYear.get(one)?.length ?? 0;
      return { year: one, count, address: count === 0 ? null : passageAddress(role, one) };
    }),
    provinces: (province === undefined ? below : []).map(({ code, name, items }) => ({
      name,
      count: items.length,
      themes: countThemes(items).slice(0, 3),
      address:
        year !== undefined && isSplit
          ? passageAddress(role, year, code)
          : pageAddress('region', code),
    })),
    isSplit,
    ...passageRows(isSplit ? [] : all),
  };
}

export type PassagePage = ReturnType<typeof passagePage>;

/** Make the lines of a list, its quotations cut to what a page can hold. */
function passageRows(all: readonly Passage[]) {
  const isBrief = all.length > ROOMY;
  const passages = isBrief ? firstOfEach(all, LINES.most) : all;
  const longest = isBrief ? briefQuote(passages.length) : longestQuote(passages);
  return {
    isBrief,
    /** Passages that the page has no room for, the last of those reports that say most. */
    left: all.length - passages.length,
    rows: passages.map((passage) => ({
      address: passage.address,
      place: placeInProvince(passage.report),
      year: passage.report.year,
      quote: passage.text.length > longest ? `${passage.text.slice(0, longest)}……` : passage.text,
      themes: passage.themes,
      labels: passage.themes.slice(0, 2).flatMap((id) => themeLabels.get(id) ?? []),
    })),
  };
}

function longestQuote(passages: readonly Passage[]): number {
  const bytes = passages.reduce((sum, { text }) => sum + text.length * CHARACTER, 0);
  if (bytes <= QUOTED) return Number.POSITIVE_INFINITY;
  return Math.max(LEAST_QUOTE, Math.floor(QUOTED / CHARACTER / passages.length));
}

function briefQuote(count: number): number {
  const room = LINES.bytes / count - LINES.own;
  return Math.max(LINES.leastQuote, Math.floor(room / CHARACTER));
}

/** Take the first passages of each report, alike many of each, until there are enough. */
function firstOfEach(passages: readonly Passage[], most: number): readonly Passage[] {
  if (passages.length <= most) return passages;
  const byReport = [...Map.groupBy(passages, ({ report }) => report.id).values()];
  const taken = (each: number) => byReport.flatMap((own) => own.slice(0, each));
  let each = 1;
  while (taken(each + 1).length <= most) each += 1;
  return taken(each);
}

function countThemes(passages: readonly Passage[]): ThemeCount[] {
  const byTheme = Map.groupBy(passages, (passage) => passage.themes[0] ?? '');
  return themes
    .flatMap(({ id, label }) => {
      const count = byTheme.get(id)?.length ?? 0;
      return count === 0 ? [] : [{ id, label, count }];
    })
    .toSorted((a, b) => b.count - a.count);
}

/** List the routes of the pages of passages that have to be written. */
export function passagePaths() {
  const paths = (['problems', 'plans'] as const).flatMap((role) => [
    { params: { role, rest: undefined }, props: { role, year: undefined, province: undefined } },
    ...passageYears(role).flatMap((year) =>
      [undefined, ...passageProvinces(role, year)].map((province) => ({
        params: { role, rest: [year, province?.code].filter(Boolean).join('/') },
        props: { role, year, province },
      })),
    ),
  ]);
  return touchedPaths(paths, ({ props: { role, year, province } }) => ({
    address: passageAddress(role, year, province?.code),
    shows: (province?.items ?? inRole(role, year)).map(({ id }) => {
      const { summary, passages } = readMarks(id);
      return summary + passages[role].digest;
    }),
  }));
}
