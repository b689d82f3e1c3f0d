import { readFileSync } from 'node:fs';
import { areaList } from '@vant/area-data';
import { parse } from 'yaml';
import { z } from 'zod';

const DIRECTORY = new URL('../../content/regions/', import.meta.url);

/** Read what the region table is made from: the package, and the project's own lists. */
export function readRegionSources(): RegionSources {
  const read = (name: string): unknown => parse(readFileSync(new URL(name, DIRECTORY), 'utf8'));
  return {
    areas: areaList,
    zones: zonesSchema.parse(read('zones.yaml')),
    spellings: spellingsSchema.parse(read('spellings.yaml')),
    history: historySchema.parse(read('history.yaml')),
  };
}

/** `content/regions/zones.yaml`. */
export const zonesSchema = z.strictObject({
  zones: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      parent: z.string().optional(),
      names: z.array(z.string()).default([]),
      local: z.array(z.string()).default([]),
    }),
  ),
});

/** `content/regions/spellings.yaml`. */
export const spellingsSchema = z.strictObject({
  readings: z.record(z.string(), z.string()),
  characters: z.record(z.string(), z.string()),
  hosts: z.record(z.string(), z.array(z.string())),
  provinces: z.record(z.string(), z.string()),
});

/** `content/regions/history.yaml`. */
export const historySchema = z.strictObject({
  checked: z.array(z.string()),
  former: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      until: z.int(),
      to: z.array(z.string()).min(1),
    }),
  ),
  renamed: z.array(z.strictObject({ code: z.string(), name: z.string(), until: z.int() })),
});

export interface RegionSources {
  readonly areas: {
    readonly province_list: Readonly<Record<string, string>>;
    readonly city_list: Readonly<Record<string, string>>;
    readonly county_list: Readonly<Record<string, string>>;
  };
  readonly zones: z.infer<typeof zonesSchema>;
  readonly spellings: z.infer<typeof spellingsSchema>;
  readonly history: z.infer<typeof historySchema>;
}
