import { readFile } from 'node:fs/promises';
import type { SearchRecord } from '../../../src/archive/query/search-record.ts';
import { buildShard } from './build-shard.ts';

// A process of its own a shard: Pagefind's memory is given back whole, and two run at once.
const [input, folder] = process.argv.slice(2);
if (!input || !folder) throw new Error('Expected the file of records and the folder to write');
const lines = (await readFile(input, 'utf8')).split('\n').filter((line) => line !== '');
await buildShard(
  lines.map((line) => JSON.parse(line) as SearchRecord),
  folder,
);
