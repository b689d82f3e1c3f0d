import type { RegionTable } from '../region/region.ts';
import { resolveRegions } from '../region/resolve-regions.ts';

const HEAD =
  /^(?:中共)?([\p{Script=Han}]{1,7}?(?:民族乡|街道|苏木|镇|乡))(?=人民政府|办事处|党委|党工委|\s*20\d\d|二[〇零○]|关于|法治|依法|推进|贯彻|落实|深入|全面|开展|党|年度|$)/u;

/**
 * Finds the township or street that a title or a signature begins with, where no county's name
 * stands before it: 柳林镇2023年…, 新华街道办事处.
 *
 * @param text legible
 * @returns its name; `undefined` also for a city called so (新乡, 景德镇)
 */
export function findTownship(table: RegionTable, text: string): string | undefined {
  const name = HEAD.exec(text)?.[1]?.replace(/^.*[省市县区州旗盟](?=.{2,}$)/u, '');
  if (name === undefined) return undefined;
  const isCity = resolveRegions(table, name).some(
    ({ span, region }) => span.end === name.length && region.level !== 'county',
  );
  return isCity ? undefined : name;
}
