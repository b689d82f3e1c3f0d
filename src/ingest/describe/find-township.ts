import type { RegionTable } from '../../vocabulary/region/region.ts';
import { resolveRegions } from '../../vocabulary/region/resolve-regions.ts';
import type { SelfName } from './self-name.ts';

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

/** Where a name can begin: after a mark, or after the county's. */
const IN_TEXT =
  /(?<=^|[，。；、\n“]|[县区市旗](?:人民政府)?)([\p{Script=Han}]{1,6}?(?:街道|民族乡|苏木|镇|乡))(?=[党坚认深以在全始严紧按高积贯扎围将立持切牢不聚把]|办事处|人民政府|政府|工委)/gu;
const NO_NAME = /^(?:各|全|本|我|该|所|城乡|乡镇|村|在|和|与|及|对|为)|[的各]/u;

/**
 * Finds the township or street that a text names as its own, where it calls itself 我镇, 我街道: the
 * one it most often begins a clause with.
 *
 * @param text legible
 */
export function findOwnTownship(
  table: RegionTable,
  text: string,
  self: SelfName,
): string | undefined {
  const counts = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(IN_TEXT)) {
    const bare = name.replace(/^.*[省市县区旗](?=.{2,}$)/u, '');
    if (NO_NAME.test(bare) || !self.ending.test(bare)) continue;
    counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  const isCity =
    best !== undefined &&
    resolveRegions(table, best[0]).some(
      ({ span, region }) => span.end === best[0].length && region.level !== 'county',
    );
  return isCity ? undefined : best?.[0];
}
