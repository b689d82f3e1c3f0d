import type { ReportSummary } from '../../report/report-summary.ts';
import { isReportingGovernment } from '../../vocabulary/region/region-tree.ts';
import { timelinessWords } from './reader-words.ts';
import { regions } from './vocabularies.ts';

/** Number of governments, county level and above, that publish a report each year. */
export const governments = [...regions.regions.values()].filter(isReportingGovernment).length;

/** The states of timeliness, in the order in which pages list them. */
export const timelinessStates = ['on-time', 'early', 'late', 'unknown', 'not-applicable'] as const;

export type TimelinessCount = ReturnType<typeof countTimeliness>[number];

/** Count annual reports by timeliness. What is not held is not counted, and so never accused. */
export function countTimeliness(reports: readonly ReportSummary[]) {
  const annual = Map.groupBy(
    reports.filter(({ kind }) => kind === 'annual'),
    ({ timeliness }) => timeliness.state,
  );
  return timelinessStates.flatMap((state) => {
    const count = annual.get(state)?.length ?? 0;
    return count === 0 ? [] : [{ state, label: timelinessWords[state], reports: count }];
  });
}

/** A cell of a coverage table: what the archive holds of a region and a year. */
export interface CoverageCell {
  /** `null` where nothing is held. */
  readonly address: string | null;
  readonly text: string;
  readonly label: string;
}

/** Regions down, years across. */
export interface CoverageTable {
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly name: string;
    readonly address: string;
    readonly cells: readonly CoverageCell[];
  }[];
}

/** The cell of a year in which nothing is held: absence in the archive, and no more than that. */
export const emptyCell: CoverageCell = { address: null, text: '未收录', label: '未收录' };

/**
 * Make a cell that says how many reports are held.
 *
 * @param what the cell is of, for those who do not see the table
 */
export function countCell(what: string, count: number, addressOf: () => string): CoverageCell {
  return count === 0
    ? { ...emptyCell, label: `${what}：${emptyCell.label}` }
    : { address: addressOf(), text: `${count}`, label: `${what}：${count} 份` };
}
