import type { ReportSummary } from '../../../report/report-summary.ts';
import type { Region, RegionTable } from '../../../vocabulary/region/region.ts';

/** A region that the search can be narrowed to. */
export interface HeldRegion {
  readonly code: string;
  readonly name: string;
  /** Other names of it. */
  readonly aliases: readonly string[];
  /** The names of the regions above it, from the province down; empty for a province. */
  readonly above: string;
  /** Its name in letters: pinyin, initials, other spellings. */
  readonly letters: readonly string[];
  /** Reports of it and of all that lies in it. */
  readonly reports: number;
  /** Its own documents, as they end an address: `2017`, `2018-plan`; left out where it has none. */
  readonly documents?: readonly string[];
}

/**
 * List the regions that have reports, and those above them, each as the reports name it: what the
 * search can be narrowed to.
 *
 * @param table knows how the names are spelled in letters
 * @returns the regions, those above before those in them
 */
export function heldRegions(
  reports: readonly Pick<ReportSummary, 'region' | 'url'>[],
  { regions }: Pick<RegionTable, 'regions'>,
): HeldRegion[] {
  const held = new Map<string, HeldRegion & { readonly path: string }>();
  for (const { region, url } of reports) {
    for (const [depth, { code, name }] of region.path.entries()) {
      const above = region.path.slice(0, depth);
      const known = regions.get(code);
      const own = depth === region.path.length - 1 ? [/[^/]+(?=\/$)/.exec(url)?.[0] ?? ''] : [];
      const documents = [...(held.get(code)?.documents ?? []), ...own];
      held.set(code, {
        code,
        name,
        aliases: known?.aliases ?? [],
        above: above.map((other) => other.name).join(''),
        letters: known === undefined ? [] : letters(known),
        reports: (held.get(code)?.reports ?? 0) + 1,
        ...(documents.length > 0 ? { documents } : {}),
        path: [...above.map((other) => other.code), code].join(),
      });
    }
  }
  return [...held.values()]
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path: _, ...region }) => region);
}

function letters({ pinyin, initials, spellings }: Region): string[] {
  return [...new Set([pinyin, initials, ...spellings])].filter((word) => word !== '');
}

/** Words of kind as they are spelled after a name: qiqihaershi, qqhes. */
const kinds = ['sheng', 'shi', 'xian', 'qu', 'qi', 'meng', 'zhou', 'zizhiqu', 'zizhizhou'];

/**
 * Find regions by what is typed of a name: Chinese, pinyin, initials, or a code's first digits.
 *
 * @param typed the provinces where it is blank
 * @param most how many to give
 * @returns the nearest first: what is called so, what begins so, what holds it; of those alike the
 *   regions above before those in them
 */
export function findRegions(
  regions: readonly HeldRegion[],
  typed: string,
  most = 12,
): readonly HeldRegion[] {
  const wanted = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·]/g, '')
    .replaceAll('ü', 'v');
  if (wanted === '') return regions.filter(({ above }) => above === '');
  return regions
    .map((region) => ({ region, distance: distanceOf(region, wanted) }))
    .filter(({ distance }) => distance < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ region }) => region);
}

/** How far a region is from what is typed: nothing where it is called so, infinite where unlike. */
function distanceOf({ code, name, aliases, above, letters }: HeldRegion, wanted: string): number {
  if (/^[\d-]|^zone/.test(wanted) && code.startsWith(wanted)) return 1;
  const level = above === '' ? 0 : above.length / 1000;
  if (/^[a-z]+$/.test(wanted))
    return level + Math.min(...letters.map((word) => letterDistance(word, wanted)));
  const names = [name, ...aliases];
  if (names.includes(wanted)) return level;
  if (names.some((other) => other.startsWith(wanted))) return 1 + level;
  if (names.some((other) => other.includes(wanted))) return 2 + level;
  // 黑龙江齐齐哈尔, 河南省鹤壁市: with what it lies in said before.
  return isSpread(wanted, above + name) ? 3 + level : Number.POSITIVE_INFINITY;
}

function letterDistance(word: string, wanted: string): number {
  if (word === wanted) return 0;
  if (word.startsWith(wanted)) return 1;
  const rest = wanted.startsWith(word) ? wanted.slice(word.length) : '';
  if (rest !== '' && kinds.some((kind) => kind.startsWith(rest))) return 0.5;
  return wanted.length > 2 && word.includes(wanted) ? 2 : Number.POSITIVE_INFINITY;
}

/** Whether the characters stand in a name in their order, with a stretch of its own end among them. */
function isSpread(wanted: string, whole: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
