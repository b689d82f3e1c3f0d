import { json } from 'node:stream/consumers';
import { buildShard, type RecordSource, readRecords } from './build-shard.ts';

/** What the process is told to build. */
export interface ShardTask {
  readonly source: RecordSource;
  /** Ids; their order gives the record numbers. */
  readonly reports: readonly string[];
  /** Where to. */
  readonly folder: string;
}

// A process of its own a shard: two cores work at once, and its memory is given back whole.
const { source, reports, folder } = (await json(process.stdin)) as ShardTask;
await buildShard(readRecords(source, reports), folder);
