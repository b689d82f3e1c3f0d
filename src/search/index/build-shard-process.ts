import { json } from 'node:stream/consumers';
import { buildShard, readRecords, type ShardTask } from './build-shard.ts';

// A process of its own a shard: two cores work at once, and its memory is given back whole.
const { source, reports, folder } = (await json(process.stdin)) as ShardTask;
await buildShard(readRecords(source, reports), folder);
