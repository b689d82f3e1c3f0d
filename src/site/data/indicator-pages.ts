import { pageAddress } from '../../report/addresses.ts';
import { isOfYear } from '../../vocabulary/indicator/is-of-year.ts';
import type { Indicator } from '../../vocabulary/indicator/parse-indicators.ts';
import { archive } from './built-archive.ts';
import { type DotChart, dotChart } from './drawings.ts';
import { byProvince, isSplitList, type OfProvince, type Way } from './listing.ts';
import { type ReportFigure, readFigures } from './read-compiled.ts';
import { doubtWords, figureLimits, figureWords } from './reader-words.ts';
import { heldThemes } from './theme-pages.ts';
import { indicators, themes } from './vocabularies.ts';

const figures = readFigures(archive.reports);

export type FigureRow = ReturnType<typeof figureRow>;

/** List the indicators of which some report gives a figure. */
export function heldIndicators(): Indicator[] {
  return indicators.filter(({ id }) => figures.has(id));
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
          count: figures.get(indicator.id)?.length ?? 0,
        }),
      );
      return ways.length === 0 ? [] : [{ label, ways }];
    }),
  };
}

/** List the provinces over which an indicator's values are split; none where a page holds all. */
export function indicatorProvinces(indicator: Indicator): OfProvince<ReportFigure>[] {
  const all = figures.get(indicator.id) ?? [];
  return isSplitList(all.length) ? byProvince(all, ({ report }) => report) : [];
}

/**
 * Build an indicator's page.
 *
 * @param province where given, the page of the values of that province alone
 */
export function indicatorPage(indicator: Indicator, province?: OfProvince<ReportFigure>) {
  const { id, label, unit } = indicator;
  const address = pageAddress('indicator', id);
  const all = province?.items ?? figures.get(id) ?? [];
  const provinces = province === undefined ? indicatorProvinces(indicator) : [];
  // A theme that no section opens has no page to lead to.
  const theme = heldThemes().find(({ id }) => id === indicator.theme);
  return {
    head: {
      title: province === undefined ? label : `${label}，${province.name}`,
      description: `各地法治政府建设报告中的「${label}」，共 ${all.length} 个数值，各连到原文。`,
      address: province === undefined ? address : `${address}${province.code}/`,
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
    /** Empty where the values stand on pages of their provinces. */
    rows: provinces.length > 0 ? [] : all.map(figureRow),
    provinces: provinces.map(
      ({ code, name, items }): Way => ({
        label: name,
        address: `${address}${code}/`,
        count: items.length,
      }),
    ),
    chart: provinces.length > 0 ? null : chartOf(all, unit),
  };
}

/** Make a table's line of a value; its address leads to the very words. */
function figureRow({ report, observation }: ReportFigure) {
  const { raw, paragraph } = observation;
  return {
    year: report.year,
    region: report.region.path.map(({ name }) => name).join(' '),
    words: figureWords(observation),
    limits: figureLimits(observation),
    note: doubtWords(observation),
    raw,
    address: `${report.url}?q=${encodeURIComponent(raw)}#${paragraph}`,
  };
}

/** Only values of the indicator's own unit can stand on one axis. */
function chartOf(all: readonly ReportFigure[], unit: string): DotChart | null {
  const points = all
    .filter(
      ({ report, observation }) => observation.unit === unit && isOfYear(observation, report.year),
    )
    .map(({ report, observation }) => ({
      row: `${report.year}`,
      value: observation.value,
      label: `${report.region.name}${report.year}年：${figureWords(observation)}`,
    }));
  return points.length < 2 ? null : dotChart(points);
}
