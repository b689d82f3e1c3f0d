/**
 * Index compiled reports with Pagefind as it comes, in as few bundles as memory allows, two at once:
 * `node index-by-default.ts COMPILED FOLDER`. A process of its own, so that it can be watched.
 */
import { readManifest } from '../../../src/publish/compile/compiled-archive.ts';
import { searchReport } from '../../../src/publish/search-records.ts';
import { say } from '../bench.ts';
import { buildDefaultBundles } from '../search/build-default.ts';

const [compiledDir, folder] = process.argv.slice(2);
if (!compiledDir || !folder) throw new Error('Expected the compiled reports and a folder to write');
const { files } = readManifest(compiledDir);
const module = new URL('../../../src/publish/search-records.ts', import.meta.url).href;
await buildDefaultBundles(
  { reports: files.map(searchReport), source: { module, folder: compiledDir } },
  folder,
  (done, all) => say(`${done} of ${all} bundles`),
);
