import type { ReportSummary } from '../../report/report-summary.ts';
import { latestCode } from '../../vocabulary/region/region-tree.ts';
import { archive } from './archive.ts';
import { regions } from './vocabulary.ts';

/** A report near another one, and how. */
export interface Neighbour {
  readonly relation: string;
  readonly title: string;
  readonly address: string;
}

/** Previous and next year of the place, then the places above it and beside it, in the same year. */
export function reportNeighbours(
  summary: ReportSummary,
  ofPlace: readonly ReportSummary[],
): Neighbour[] {
  const annual = ofPlace.filter(({ kind }) => kind === 'annual');
  const older = annual.find(({ year }) => year < summary.year);
  const newer = annual.findLast(({ year }) => year > summary.year);
  const others = ofPlace.filter(({ id, year }) => year === summary.year && id !== summary.id);
  const parent = summary.region.path.at(-2)?.code;
  const sameYear = (code: string) =>
    (archive.byPlace.get(latestCode(regions, code)) ?? []).filter(
      ({ year, kind }) => year === summary.year && kind === 'annual',
    );
  const near =
    parent === undefined
      ? []
      : (archive.within.get(latestCode(regions, parent)) ?? []).filter(
          ({ year, kind, region }) =>
            year === summary.year &&
            kind === 'annual' &&
            region.path.at(-2)?.code === parent &&
            region.code !== summary.region.code,
        );
  return [
    ...link('上一年', older),
    ...link('下一年', newer),
    ...others.flatMap((report) => link('同年其他文件', report)),
    ...(parent === undefined ? [] : sameYear(parent).flatMap((report) => link('上级', report))),
    ...nearest(near, summary.region.code).flatMap((report) => link('同级', report)),
  ];
}

/** The eight next siblings in code order, going round, so that every one is linked from some. */
function nearest(reports: readonly ReportSummary[], code: string): ReportSummary[] {
  const after = reports.filter(({ region }) => region.code > code);
  const before = reports.filter(({ region }) => region.code < code);
  return [...after, ...before].slice(0, 8);
}

function link(relation: string, report: ReportSummary | undefined): Neighbour[] {
  return report === undefined ? [] : [{ relation, title: report.title, address: report.url }];
}
