/**
 * Makes `content/regions/regions.tsv` from @vant/area-data and the lists beside it.
 * Run by hand after an edit of one of them: `node scripts/tables/make-region-table.ts`.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { readRegionSources } from './region-sources.ts';
import { regionTable } from './region-table.ts';

const out = new URL('../../content/regions/regions.tsv', import.meta.url);
const beside = new URL(`${out.href}.new`);
writeFileSync(beside, regionTable(readRegionSources()));
renameSync(beside, out);
