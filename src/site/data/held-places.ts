import type { ReportSummary } from '../../report/report-summary.ts';
import type { Region, RegionTable } from '../../vocabulary/region/region.ts';

/** A place that the search can be narrowed to. */
export interface HeldPlace {
  readonly code: string;
  readonly name: string;
  /** Other names of it. */
  readonly aliases: readonly string[];
  /** The names of the places above it, from the province down; empty for a province. */
  readonly above: string;
  /** Its name in letters: pinyin, initials, other spellings. */
  readonly letters: readonly string[];
  /** Reports of it and of all that lies in it. */
  readonly reports: number;
}

/**
 * Lists the places that have reports, and those above them, each as the reports name it: what the
 * search can be narrowed to.
 *
 * @param table knows how the names are spelled in letters
 * @returns the places, those above before those in them
 */
export function heldPlaces(
  reports: readonly Pick<ReportSummary, 'region'>[],
  { regions }: Pick<RegionTable, 'regions'>,
): HeldPlace[] {
  const places = new Map<string, HeldPlace & { readonly path: string }>();
  for (const { region } of reports) {
    for (const [depth, { code, name }] of region.path.entries()) {
      const above = region.path.slice(0, depth);
      const known = regions.get(code);
      places.set(code, {
        code,
        name,
        aliases: known?.aliases ?? [],
        above: above.map((other) => other.name).join(''),
        letters: known === undefined ? [] : letters(known),
        reports: (places.get(code)?.reports ?? 0) + 1,
        path: [...above.map((other) => other.code), code].join(),
      });
    }
  }
  return [...places.values()]
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path: _, ...place }) => place);
}

function letters({ pinyin, initials, spellings }: Region): string[] {
  return [...new Set([pinyin, initials, ...spellings])].filter((word) => word !== '');
}
