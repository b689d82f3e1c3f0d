import type { VolumeTask } from '../../../src/search/index/build-volume.ts';
import { forEachAtOnce, runTask } from '../../../src/search/index/run-tasks.ts';
import type { RecordFiles } from './records.ts';

const AT_ONCE = 2;

/**
 * Index reports as Pagefind does by default: a page of HTML each, in Chinese.
 * @param files the reports
 * @param folder where to write the bundle
 */
export async function buildDefault({ reports, source }: RecordFiles, folder: string) {
  const task: VolumeTask = { source, reports: reports.map(({ id }) => id), folder };
  await runTask(new URL('./build-default-process.ts', import.meta.url), task);
}

/** The same in bundles of a year each, two at once: one of all takes some gigabytes. */
export async function buildDefaultYears(files: RecordFiles, folder: string): Promise<number> {
  const years = [...Map.groupBy(files.reports, ({ year }) => year)].sort(([a], [b]) => b - a);
  await forEachAtOnce(years.entries(), AT_ONCE, ([i, [, reports]]) =>
    buildDefault({ ...files, reports }, `${folder}/${i}`),
  );
  return years.length;
}
