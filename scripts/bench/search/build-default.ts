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
  const ids = reports.map(({ id }) => id);
  const task: VolumeTask = { source, reports: ids, shards: [ids.length], folder };
  await runTask(new URL('./build-default-process.ts', import.meta.url), task);
}

/** Reports of one bundle: more take Pagefind gigabytes of memory. */
const BUNDLE = 1000;

/**
 * The same in as few bundles as memory allows, two at once.
 * @param onProgress told how many of them are done
 * @returns how many
 */
export async function buildDefaultBundles(
  files: RecordFiles,
  folder: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<number> {
  const count = Math.ceil(files.reports.length / BUNDLE);
  const numbers = Array.from({ length: count }, (_, i) => i);
  let done = 0;
  await forEachAtOnce(numbers, AT_ONCE, async (i) => {
    const reports = files.reports.slice(i * BUNDLE, (i + 1) * BUNDLE);
    await buildDefault({ ...files, reports }, `${folder}/${i}`);
    done += 1;
    onProgress(done, count);
  });
  return count;
}
