import { hash } from 'node:crypto';
import { chooseMain, isComparable } from '../../vocabulary/indicator/comparable-figures.ts';
import type { Indicator } from '../../vocabulary/indicator/parse-indicators.ts';
import { latestCode } from '../../vocabulary/region/region-tree.ts';
import {
  type FigureReport,
  figuresOf,
  keep,
  once,
  type ReportFigure,
  reportsWithFigures,
} from './archive-texts.ts';
import { archive } from './built-archive.ts';
import { placeInProvince } from './listing.ts';
import { readMarks } from './read-compiled.ts';
import { figureWords } from './reader-words.ts';
import { indicators, regions } from './vocabularies.ts';

/** How values lie: the least, the quarters and the greatest. */
export interface Spread {
  readonly count: number;
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly greatest: number;
}

/**
 * Return how values lie, quartiles by linear interpolation, as spreadsheets have them.
 *
 * @param values at least one
 */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const rank = share * (sorted.length - 1);
    const [below = 0, above = below] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
    return Math.round((below + (above - below) * (rank % 1)) * 100) / 100;
  };
  return {
    count: sorted.length,
    least: at(0),
    lower: at(0.25),
    median: at(0.5),
    upper: at(0.75),
    greatest: at(1),
  };
}

/** Return an indicator's comparable figures, one a report, in the reports' order. */
export function mainFigures(
  indicator: Pick<Indicator, 'id' | 'unit'>,
  reports: readonly FigureReport[] = reportsWithFigures(indicator.id),
): readonly ReportFigure[] {
  return reports.flatMap((report) => {
    const comparable = figuresOf(indicator.id, [report]).filter(({ observation }) =>
      isComparable(observation, indicator, report.year),
    );
    return chooseMain(comparable, ({ observation }) => observation) ?? [];
  });
}

/** A place's value in a year beside those of its peers: places of its level in its province. */
export interface SeriesCell {
  readonly year: number;
  /** `null` where no figure was read. */
  readonly value: number | null;
  readonly words: string;
  readonly address: string | null;
  readonly peers: Spread | null;
}

/** An indicator of a place through the years. */
export interface PlaceSeries {
  readonly indicator: string;
  readonly label: string;
  readonly unit: string;
  readonly theme: string;
  /** One for each year asked for. */
  readonly cells: readonly SeriesCell[];
}

const peersOf = ({ year, region }: FigureReport) =>
  `${year} ${region.path[0]?.code} ${region.level}`;

/** The reports of a year that are set beside one another: of a level, in a province. */
const peers = once(() => Map.groupBy(archive.reports, peersOf));

/** How the values of peers lie, by indicator. */
const peerSpreads = keep((key: string) => {
  const reports = peers().get(key) ?? [];
  return new Map(
    indicators.flatMap((indicator): [string, Spread][] => {
      const figures = mainFigures(indicator, reports);
      if (figures.length === 0) return [];
      return [[indicator.id, spreadOf(figures.map(({ observation }) => observation.value))]];
    }),
  );
});

/** Digests of what the pages of peers show of their figures: of one, all see each value. */
const peerMarks = keep((key: string) =>
  (peers().get(key) ?? []).map(({ id }) => JSON.stringify(readMarks(id).figures)).join(),
);

/** Return what tells whether a place's figures beside those of its peers are as they were. */
export function placeMarks(code: string): string[] {
  return [...new Set((archive.byPlace.get(code) ?? []).map(peersOf))].map((key) =>
    hash('sha256', peerMarks(key)),
  );
}

/**
 * Follow every indicator of a place through the years.
 *
 * @param code the place's latest code
 * @param years the years to be shown, in order; one without a figure has an empty cell
 */
export function placeSeries(code: string, years: readonly number[]): PlaceSeries[] {
  const own = archive.byPlace.get(code) ?? [];
  return indicators.flatMap(({ id, label, unit, theme }) => {
    const figures = mainFigures({ id, unit }, own);
    if (figures.length === 0) return [];
    const cells = years.map((year): SeriesCell => {
      const found = figures.find(({ report }) => report.year === year);
      if (found === undefined) return { year, value: null, words: '', address: null, peers: null };
      const { report, observation } = found;
      const peers = peerSpreads(peersOf(report)).get(id) ?? null;
      return {
        year,
        value: observation.value,
        words: figureWords(observation),
        address: figureAddress(found),
        // Beside itself alone a place has no peers.
        peers: peers !== null && peers.count > 1 ? peers : null,
      };
    });
    return [{ indicator: id, label, unit, theme, cells }];
  });
}

/** Elements that a table of places may have; the rest of the page has its own few hundred. */
const MOST_CELLS = 2200;

/**
 * Lay out many figures as a row a place and a column a year: the latest years, as many as a page
 * holds. A place's own page has all of its years.
 *
 * @param figures one a report, the latest year first
 */
export function placeTable(figures: readonly ReportFigure[]) {
  const byCode = Map.groupBy(figures, ({ report }) => latestCode(regions, report.region.code));
  // A row has three elements, and two a year.
  const most = Math.max(1, Math.floor((MOST_CELLS / byCode.size - 3) / 2));
  const all = [...new Set(figures.map(({ report }) => report.year))];
  const years = all.slice(0, most);
  return {
    years,
    isCut: years.length < all.length,
    rows: [...byCode]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, own]) => ({
        code,
        name: own[0] && placeInProvince(own[0].report),
        cells: years.map((year) => {
          const figure = own.find(({ report }) => report.year === year);
          return figure === undefined
            ? null
            : {
                value: figure.observation.value,
                words: figureWords(figure.observation),
                address: figureAddress(figure),
              };
        }),
      })),
  };
}

export type PlaceTable = ReturnType<typeof placeTable>;

/** Return the address of the very words that a figure was read from. */
export function figureAddress({ report, observation }: ReportFigure): string {
  return `${report.url}?q=${encodeURIComponent(observation.raw)}#${observation.paragraph}`;
}
