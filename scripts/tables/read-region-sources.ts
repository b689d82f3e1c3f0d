import { readFileSync } from 'node:fs';
import { areaList } from '@vant/area-data';
import { parse } from 'yaml';
import { historySchema, type RegionSources, spellingsSchema, zonesSchema } from './vocabulary.ts';

const DIRECTORY = new URL('../../content/regions/', import.meta.url);

/** Reads what the region table is made from: the package, and the project's own lists. */
export function readRegionSources(): RegionSources {
  const read = (name: string): unknown => parse(readFileSync(new URL(name, DIRECTORY), 'utf8'));
  return {
    areas: areaList,
    zones: zonesSchema.parse(read('zones.yaml')),
    spellings: spellingsSchema.parse(read('spellings.yaml')),
    history: historySchema.parse(read('history.yaml')),
  };
}
