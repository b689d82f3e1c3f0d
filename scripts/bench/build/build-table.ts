import { formatBytes } from '../../../src/publish/site-folder.ts';
import type { WorkFigures } from '../measure-work.ts';

/** All that the benchmark of the build measures. */
export interface BuildFigures {
  readonly reports: number;
  readonly runs: {
    readonly cold: WorkFigures;
    /** Everything anew but the search's shards. */
    readonly withoutSearch: WorkFigures;
    readonly oneChanged: WorkFigures;
    readonly unchanged: WorkFigures;
  };
  /** A cold build of a tenth of the reports. */
  readonly tenth: WorkFigures;
  /** Absent where Hugo is not installed. */
  readonly hugo?: WorkFigures;
  readonly pagefind?: WorkFigures;
}

/** Writes the figures as a table: ours, then Hugo and Pagefind as it comes, and the ratios. */
export function formatBuildTable({ reports, runs, tenth, hugo, pagefind }: BuildFigures): string {
  const { cold, withoutSearch, oneChanged, unchanged } = runs;
  const rows: [string, WorkFigures][] = [
    ['cold', cold],
    ['cold, search kept', withoutSearch],
    ['one report changed', oneChanged],
    ['nothing changed', unchanged],
    [`cold, ${Math.ceil(reports / 10)} reports`, tenth],
  ];
  if (hugo !== undefined) rows.push(['Hugo', hugo]);
  if (pagefind !== undefined) rows.push(['Pagefind, default', pagefind]);
  const table = rows.map(([name, { seconds, cpuSeconds, togetherBytes, largestBytes }]) =>
    [
      name,
      `${seconds.toFixed(1)} s`,
      cpuSeconds === null ? '?' : `${cpuSeconds.toFixed(1)} s`,
      bytesOf(togetherBytes),
      bytesOf(largestBytes),
    ].join(' | '),
  );
  const ratios = [`growth from a tenth: ${ratio(cold, [tenth])}`];
  if (hugo !== undefined) ratios.push(`all but search, of Hugo: ${ratio(withoutSearch, [hugo])}`);
  if (hugo !== undefined && pagefind !== undefined)
    ratios.push(`cold, of Hugo and Pagefind: ${ratio(cold, [hugo, pagefind])}`);
  return [
    `${reports} reports`,
    '',
    '| | time | CPU | memory together | largest process |',
    '|---|---|---|---|---|',
    ...table.map((row) => `| ${row} |`),
    '',
    ...ratios,
  ].join('\n');
}

function bytesOf(bytes: number | null): string {
  return bytes === null ? '?' : formatBytes(bytes);
}

/** The time of one by that of others together. */
function ratio(one: WorkFigures, others: readonly WorkFigures[]): string {
  return `${(one.seconds / others.reduce((sum, { seconds }) => sum + seconds, 0)).toFixed(2)} x`;
}
