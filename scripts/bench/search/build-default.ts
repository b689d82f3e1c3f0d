import type { ShardTask } from '../../../src/search/index/build-shard.ts';
import { planShards } from '../../../src/search/index/plan-shards.ts';
import { forEachAtOnce, runTask } from '../../../src/search/index/run-tasks.ts';
import type { RecordFiles } from './records.ts';

const AT_ONCE = 2;

/**
 * Index reports as Pagefind does by default: a page of HTML each, in Chinese.
 * @param files the reports
 * @param folder where to write the bundle
 */
export async function buildDefault({ reports, source }: RecordFiles, folder: string) {
  const task: ShardTask = { source, reports: reports.map(({ id }) => id), folder };
  await runTask(new URL('./build-default-process.ts', import.meta.url), task);
}

/** The same in shards as ours are, as many at once. */
export async function buildDefaultShards(files: RecordFiles, folder: string): Promise<void> {
  await forEachAtOnce(planShards(files.reports).entries(), AT_ONCE, ([i, { reports }]) =>
    buildDefault({ ...files, reports }, `${folder}/${i}`),
  );
}
