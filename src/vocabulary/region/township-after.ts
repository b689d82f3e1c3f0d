import type { Region } from './region.ts';

const TOWNSHIP = /^[\p{Script=Han}]{1,7}?(?:民族乡|苏木|街道|镇镇|镇|乡)(?!镇|道|村)/u;
/** What no township's name begins with or holds: the words run on to speak of others. */
const NOT_A_NAME =
  /^(?:各|全|城乡|所有|及|和(?![平睦顺兴合龙丰田乐美义])|与|等|本|在|小城镇|下辖|[市县区]?(?:乡|镇|街道))|政府|城乡|[的局厅各及与委办]|关于|有关|法院/u;

/**
 * Gives the township or street named right after a county's, city's or zone's name
 * (乐陵市孔镇镇, 鼓楼区华大街道).
 *
 * @param at where the county's name ends in `text`
 * @returns the township's name, or `null`
 */
export function townshipAfter(text: string, at: number, region: Region): string | null {
  if (region.level === 'province' || region.level === 'national') return null;
  const name = TOWNSHIP.exec(text.slice(at, at + 12))?.[0];
  return name === undefined || NOT_A_NAME.test(name) ? null : name;
}
