import type { NamedRegion, Region, RegionNames } from './region.ts';

/** Name that are plain words wherever their city is not at hand. */
const PLAIN_WORDS = new Set(['城区', '郊区', '矿区', '东区', '西区', '老城区', '新城区', '市中区']);

/**
 * Index regions by what they are called, so that a text is searched in one pass.
 *
 * Full names are known by their first two characters; a one-character name (a short name such as
 * 单 for 单县) is never used, it would stand everywhere.
 */
export function regionNames(regions: readonly Region[]): RegionNames {
  const byHead = new Map<string, NamedRegion[]>();
  const bySpelling = new Map<string, Region[]>();
  const add = (name: string, kind: NamedRegion['kind'], region: Region): void =>
    push(byHead, name.slice(0, 2), { name, kind, region });
  for (const region of regions) {
    add(region.name, PLAIN_WORDS.has(region.name) ? 'local' : 'full', region);
    const short = shortName(region.name);
    if (short !== undefined && region.level !== 'zone' && !PLAIN_WORDS.has(region.name))
      add(short, 'short', region);
    const autonomous = /自治([州县旗])$/.exec(region.name)?.[1];
    if (short !== undefined && autonomous !== undefined) add(short + autonomous, 'alias', region);
    for (const name of region.aliases) add(name, 'alias', region);
    for (const name of region.localNames) add(name, 'local', region);
    if (region.level === 'zone' || region.until !== null) continue;
    for (const spelling of new Set([region.pinyin, region.initials, ...region.spellings]))
      if (spelling !== '') push(bySpelling, spelling, region);
  }
  for (const named of byHead.values()) named.sort((a, b) => b.name.length - a.name.length);
  return { byHead, bySpelling };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const ETHNIC =
  /(?:各族|(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|裕固|保安|独龙|鄂温克|鄂伦春)族|蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克)$/;

/**
 * Words of kind at the end of a name; peoples' names come off after them.
 * 林区 is a kind in 神农架林区 alone: 万柏林区, 新林区 are 区.
 */
const KIND =
  /(特别行政区|自治区|自治州|自治县|自治旗|行政委员会|矿区|(?<=神农架)林区|特区|地区|省|市|盟|县|区|(?<![前中后左右])旗)$/;

/**
 * Take the word of kind, and the peoples of an autonomous region, off a region's name.
 *
 * @param name full name: `杜尔伯特蒙古族自治县`
 * @returns the short name (`杜尔伯特`), or `undefined` where fewer than two characters would be left
 * @example shortName('黑龙江省') // '黑龙江'
 */
export function shortName(name: string): string | undefined {
  const kind = KIND.exec(name)?.[0];
  if (kind === undefined) return undefined;
  let short = name.slice(0, -kind.length);
  for (;;) {
    const people = ETHNIC.exec(short)?.[0];
    if (people === undefined || short.length - people.length < 2) break;
    short = short.slice(0, -people.length);
  }
  if (kind.startsWith('自治') && short.endsWith('族')) short = short.slice(0, -1);
  return short.length < 2 ? undefined : short;
}
