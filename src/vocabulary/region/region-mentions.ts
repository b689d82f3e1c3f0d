import type { NamedRegion, Region, RegionNames } from './region.ts';

/** A stretch of text that is called as some regions are; offsets are UTF-16 units. */
export interface RegionMention {
  readonly start: number;
  readonly end: number;
  /** Every region of that name, of the longest name that fits here. */
  readonly named: readonly NamedRegion[];
}

const YEAR = /\d年度?$/u;
const HAN = /\p{Script=Han}/u;
/** Words that begin or end as a region's name does and mean none. */
const IDIOMS = [
  '长治久安',
  '长治长效',
  '平安建设',
  '和平共处',
  '解放思想',
  '改革开放',
  '和政府',
  '和政务',
  '和政策',
  '和政协',
  '和政治',
  '和平稳',
];
/** A kind that no prefecture is of; not 县级, 县域, 县区, nor a district's own name going on. */
const OTHER_KIND = /^[县旗](?!级|域|区|市|乡|处|直|长|城|内|里)/u;
/** Words that end in what begins a short name: 创新乡村 is not 新乡, 确保定期 not 保定. */
const RUNNING_IN = new Set(
  '确保 平衡 均衡 创新 更新 全新 最新 革新 经济 独自 各自 亲自 加大 重大 强大 扩大 最大 广大 较大 普通 流通 交通 沟通 畅通 传承 继承 未开 公开 展开 今日 每日 黄河 大河'.split(
    ' ',
  ),
);

/**
 * Find all names of regions in a text, from left to right, the longest name first.
 *
 * A full name of two characters (理县, 易县) counts only where no other word runs into it:
 * 管理县级 names no region.
 */
export function regionMentions(names: RegionNames, text: string): RegionMention[] {
  const mentions: RegionMention[] = [];
  let end = 0;
  for (let at = 0; at + 1 < text.length; at++) {
    const candidates = names.byHead.get(text.slice(at, at + 2));
    if (candidates === undefined) continue;
    const longest = candidates.find(({ name }) => text.startsWith(name, at));
    if (longest === undefined) continue;
    const { length } = longest.name;
    const idiom = IDIOMS.find((words) => text.startsWith(words, at));
    if (idiom !== undefined) {
      at += idiom.length - 1;
      continue;
    }
    if (length === 2 && longest.kind === 'full') {
      const runsIn = at > end || (at === end && mentions.length === 0);
      if (runsIn && at > 0 && HAN.test(text[at - 1] ?? '') && !YEAR.test(text.slice(0, at)))
        continue;
      if (text[at + 2] === '级') continue;
    }
    // 邢台县 is not 邢台市, though the county is gone: a city's short name has no other kind behind it.
    const { region } = longest;
    if (
      longest.kind === 'short' &&
      region.level === 'prefecture' &&
      OTHER_KIND.test(text.slice(at + length))
    )
      continue;
    if (longest.kind === 'short' && RUNNING_IN.has(text.slice(at - 1, at + 1))) continue;
    // 市、县（市、区） are all of them.
    if (/^（[市县区]/.test(text.slice(at + length))) continue;
    end = at + length;
    const named = candidates.filter(
      ({ name }) => name.length === length && text.startsWith(name, at),
    );
    mentions.push({ start: at, end, named });
    at = end - 1;
  }
  return mentions;
}

const TOWNSHIP = /^[\p{Script=Han}]{1,7}?(?:民族乡|苏木|街道|镇镇|镇|乡)(?!镇|道|村)/u;
/** What no township's name begins with or holds: the words run on to speak of others. */
const NOT_A_NAME =
  /^(?:各|全|城乡|所有|及|和(?![平睦顺兴合龙丰田乐美义])|与|等|本|在|小城镇|下辖|[市县区]?(?:乡|镇|街道))|政府|城乡|[的局厅各及与委办]|关于|有关|法院|[了把被]|由[乡镇]$|成立|调整|组织|开展|推进|指导|加强|召开|建立|制定|印发/u;

/**
 * Return the township or street named right after a county's, city's or zone's name
 * (乐陵市孔镇镇, 鼓楼区华大街道).
 *
 * @param at where the county's name ends in `text`
 * @returns the township's name, or `null`
 */
export function townshipAfter(text: string, at: number, region: Region): string | null {
  if (region.level === 'province' || region.level === 'national') return null;
  const name = TOWNSHIP.exec(text.slice(at))?.[0];
  return name === undefined || NOT_A_NAME.test(name) ? null : name;
}
