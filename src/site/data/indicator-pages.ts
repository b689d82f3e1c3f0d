import { createHash, hash } from 'node:crypto';
import { observationTable } from '../../publish/data/download-tables.ts';
import { csvHead, csvRow } from '../../publish/data/downloads.ts';
import { pageAddress } from '../../report/addresses.ts';
import type { Observation } from '../../report/report.ts';
import { isComparable } from '../../vocabulary/indicator/comparable-figures.ts';
import type { Indicator } from '../../vocabulary/indicator/parse-indicators.ts';
import { latestCode } from '../../vocabulary/region/region-tree.ts';
import { yearSpan } from './archive-index.ts';
import {
  countFigures,
  type FigureReport,
  figuresOf,
  once,
  type ReportFigure,
  reportsWithFigures,
} from './archive-texts.ts';
import { drawChart } from './chart.ts';
import { href } from './links.ts';
import { byProvince, isSplitList, type OfProvince, placeInProvince, type Way } from './listing.ts';
import { figureAddress, mainFigures, placeTable, type Spread, spreadOf } from './place-figures.ts';
import { readMarks } from './read-compiled.ts';
import { doubtWords, figureLimits, figureWords } from './reader-words.ts';
import { heldThemes } from './theme-pages.ts';
import { touchedPaths } from './touched-pages.ts';
import { indicators, regions, themes } from './vocabularies.ts';

export type IndicatorPage = ReturnType<typeof indicatorPage>;
export type FigureRow = IndicatorPage['rows'][number];

/** List the indicators of which some report gives a figure. */
export function heldIndicators(): Indicator[] {
  return indicators.filter(({ id }) => reportsWithFigures(id).length > 0);
}

/** Build the page of all indicators, under their themes. */
export function indicatorsPage() {
  const held = Map.groupBy(heldIndicators(), ({ theme }) => theme);
  return {
    head: {
      title: '指标',
      description: '各地法治政府建设报告中的数据：每个数值都连到原文中的句子。',
      address: pageAddress('indicators'),
      crumbs: [],
    },
    themes: themes.flatMap(({ id, label }) => {
      const ways = (held.get(id) ?? []).map(
        (indicator): Way => ({
          label: indicator.label,
          address: pageAddress('indicator', indicator.id),
          count: countFigures(indicator.id),
        }),
      );
      return ways.length === 0 ? [] : [{ label, ways }];
    }),
  };
}

/** The reports of a province that give figures of an indicator. */
type FigureProvince = OfProvince<FigureReport>;

/** List the provinces over which an indicator's values are split; none where a page holds all. */
export function indicatorProvinces({ id }: Indicator): FigureProvince[] {
  return isSplitList(countFigures(id)) ? byProvince(reportsWithFigures(id), (one) => one) : [];
}

/**
 * Build an indicator's page. One with too many values shows how they lie in each year and province.
 *
 * @param province where given, the page of the values of that province alone
 */
export function indicatorPage(indicator: Indicator, province?: FigureProvince) {
  const { id, label, unit } = indicator;
  const address = pageAddress('indicator', id);
  const own = indicatorAddress(indicator, province);
  const all = figuresOf(id, province?.items);
  const isSplit = province === undefined && isSplitList(all.length);
  /** A province with more values than a list holds shows one a place and year, as a table. */
  const isTable = province !== undefined && isSplitList(all.length);
  const drawn = mainFigures(indicator, province?.items);
  // A theme that no section opens has no page to lead to.
  const theme = heldThemes().find((one) => one.id === indicator.theme);
  const title = titleOf(indicator, province);
  const provinces = byProvince(drawn, ({ report }) => report);
  return {
    head: {
      title,
      description: `各地法治政府建设报告中的「${label}」，共 ${all.length} 个数值，各连到原文。`,
      address: own,
      crumbs: [
        { label: '指标', address: pageAddress('indicators') },
        ...(province === undefined ? [] : [{ label, address }]),
      ],
    },
    label,
    unit,
    theme:
      theme === undefined ? null : { label: theme.label, address: pageAddress('theme', theme.id) },
    count: all.length,
    drawn: drawn.length,
    isSplit,
    /** Empty where the values stand on pages of their provinces, or in the table of places. */
    rows: isSplit || isTable ? [] : figureRows(all, indicator),
    places: isTable ? placeTable(drawn) : null,
    years: yearSpan(drawn.map(({ report }) => report.year)).map((year) => ({
      label: `${year}`,
      spread: spreadOrNull(drawn.filter(({ report }) => report.year === year)),
    })),
    provinces:
      province !== undefined || provinces.length < 2 || (!isSplit && all.length > ROOMY)
        ? []
        : provinces.map(({ code, name, items }) => ({
            label: name,
            address: isSplit ? `${address}${code}/` : pageAddress('region', code),
            spread: spreadOrNull(items),
          })),
    chart: chartOf(drawn, title, unit),
    files: {
      csv: `${own}data.csv`,
      json: `${own}data.json`,
      svg: `${own}chart.svg`,
    },
  };
}

function titleOf({ label }: Indicator, province?: FigureProvince): string {
  return province === undefined ? label : `${label}，${province.name}`;
}

/** Draw an indicator's chart alone; `null` where there is nothing to compare. */
export function indicatorChart(indicator: Indicator, province?: FigureProvince): string | null {
  const drawn = mainFigures(indicator, province?.items);
  return chartOf(drawn, titleOf(indicator, province), indicator.unit);
}

/** With more lines of values than these the page has no room for the provinces too. */
const ROOMY = 400;

function spreadOrNull(figures: readonly ReportFigure[]): Spread | null {
  return figures.length === 0
    ? null
    : spreadOf(figures.map(({ observation }) => observation.value));
}

/** Make a table's lines of values; each address leads to the very words. */
function figureRows(all: readonly ReportFigure[], indicator: Indicator) {
  const seen = new Set<string>();
  return all.map((figure) => {
    const { report, observation } = figure;
    const code = latestCode(regions, report.region.code);
    const isFirst = !seen.has(code);
    seen.add(code);
    return {
      /** The first value of a place is what `#c410600` leads to. */
      id: isFirst ? `c${code}` : undefined,
      code,
      year: report.year,
      region: placeInProvince(report),
      words: figureWords(observation),
      value: observation.value,
      /** In one bracket, since a page of five hundred lines has room for five elements a line. */
      limits: [partOf(observation), figureLimits(observation), doubtWords(observation)]
        .filter(Boolean)
        .join('，'),
      isWhole: isComparable(observation, indicator, report.year),
      raw: observation.raw,
      address: figureAddress(figure),
    };
  });
}

/** Say of which whole a figure is a part (其中). */
function partOf({ subsetOf }: Observation): string {
  if (subsetOf === null) return '';
  const whole = indicators.find(({ id }) => id === subsetOf)?.label;
  return whole === undefined ? '其中' : `其中（${whole}）`;
}

/** Dots one by one as far as they can be told apart; more are drawn as they lie. */
const MOST_DOTS = 120;

function chartOf(drawn: readonly ReportFigure[], title: string, unit: string): string | null {
  const byYear = Map.groupBy(drawn, ({ report }) => `${report.year}`);
  const isDotted = drawn.length <= MOST_DOTS;
  return drawChart({
    title: `${title}（${unit}），按年度`,
    unit,
    points: (isDotted ? drawn : []).map((figure) => ({
      row: `${figure.report.year}`,
      value: figure.observation.value,
      name: figure.report.region.name,
      label: `${figure.report.region.name}${figure.report.year}年：${figureWords(figure.observation)}`,
      href: href(figureAddress(figure)),
      key: latestCode(regions, figure.report.region.code),
    })),
    spreads: isDotted
      ? []
      : [...byYear].map(([row, figures]) => ({
          row,
          ...spreadOf(figures.map(({ observation }) => observation.value)),
        })),
  });
}

/** Return the values of an indicator as the data files have them, all or those of a province. */
export function indicatorRows(
  indicator: Indicator,
  province?: FigureProvince,
): readonly ReportFigure[] {
  return figuresOf(indicator.id, province?.items);
}

/** Return the values of an indicator as CSV, in the columns of `observations.csv`. */
export function indicatorCsv(rows: readonly ReportFigure[]): string {
  const { columns } = observationTable(indicators);
  return csvHead(columns) + rows.map((row) => csvRow(columns, row)).join('');
}

/** Return the values of an indicator as JSON, named as in `observations.csv`. */
export function indicatorJson(rows: readonly ReportFigure[]): object[] {
  const { columns } = observationTable(indicators);
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(row) ?? null])),
  );
}

/** The pages of all indicators, each its own, then those of its provinces, with what they show. */
const allPages = once(() =>
  heldIndicators().flatMap((indicator) => {
    const hasTheme = heldThemes().some(({ id }) => id === indicator.theme);
    return [undefined, ...indicatorProvinces(indicator)].map((province) => {
      const digest = createHash('sha256').update(`${hasTheme}`);
      let drawn = 0;
      for (const report of province?.items ?? reportsWithFigures(indicator.id)) {
        const mark = readMarks(report.id).figures[indicator.id];
        digest.update(placeDigest(report)).update(mark?.digest ?? '');
        if (mark?.drawn) drawn += 1;
      }
      return { props: { indicator, province }, drawn, shows: digest.digest('base64url') };
    });
  }),
);

/**
 * List the pages of indicators that have to be written, or a file that lies beside each. Only an
 * indicator with a drawing has it as a file.
 */
export function indicatorPaths(file: '' | 'data.csv' | 'data.json' | 'chart.svg' = '') {
  const pages = allPages().filter(({ drawn }) => file !== 'chart.svg' || drawn > 1);
  return touchedPaths(pages, ({ props: { indicator, province }, shows }) => ({
    address: `${indicatorAddress(indicator, province)}${file}`,
    shows,
  })).map(({ props }) => ({
    params: { indicator: props.indicator.id, province: props.province?.code },
    props,
  }));
}

function indicatorAddress({ id }: Indicator, province?: FigureProvince): string {
  return province === undefined
    ? pageAddress('indicator', id)
    : pageAddress('indicatorProvince', id, province.code);
}

/** Digest what lists of figures show of a report, once for all of them. */
function placeDigest(report: FigureReport): string {
  const { id, url, year, region } = report;
  const digest =
    placeDigests.get(report) ?? hash('sha256', JSON.stringify([id, url, year, region]), 'base64');
  placeDigests.set(report, digest);
  return digest;
}

const placeDigests = new WeakMap<FigureReport, string>();
