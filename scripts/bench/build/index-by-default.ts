/**
 * Index compiled reports with Pagefind as it comes, in shards as ours are, two at once:
 * `node index-by-default.ts COMPILED FOLDER`. A process of its own, so that it can be watched.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CompiledFile } from '../../../src/publish/compile/compile-archive.ts';
import { searchReport } from '../../../src/publish/search/search-records.ts';
import { buildDefaultShards } from '../search/build-default.ts';

const [compiledDir, folder] = process.argv.slice(2);
if (!compiledDir || !folder) throw new Error('Expected the compiled reports and a folder to write');
const manifest = await readFile(path.join(compiledDir, 'manifest.json'), 'utf8');
const files: CompiledFile[] = JSON.parse(manifest);
const module = new URL('../../../src/publish/search/search-records.ts', import.meta.url).href;
await buildDefaultShards(
  { reports: files.map(searchReport), source: { module, folder: compiledDir } },
  folder,
);
