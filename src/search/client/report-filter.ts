import type { CatalogueEntry } from '../format/catalogue.ts';
import type { ShardEntry } from '../format/manifest.ts';
import type { OneOrMore, SearchOptions } from './search-options.ts';

/** Which reports may be found, as sets; an empty set lets all through. */
export interface ReportFilter {
  readonly regions: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

/** Read from the options which reports may be found. */
export function reportFilter({ region, year, kind }: SearchOptions): ReportFilter {
  return { regions: valueSet(region), years: valueSet(year), kinds: valueSet(kind) };
}

/**
 * Take the values given for an option.
 * @param given nothing, a value or several; empty ones say nothing
 * @returns the values as texts
 */
export function valueSet(given: OneOrMore<string | number> | undefined): ReadonlySet<string> {
  const values = given === undefined ? [] : Array.isArray(given) ? given : [given];
  return new Set(values.map(String).filter((value) => value !== ''));
}

/** Whether a report may be found: its region is one of those given or lies below one. */
export function passesFilter(
  { regions, years, kinds }: ReportFilter,
  { region, year, kind }: CatalogueEntry,
): boolean {
  return (
    (regions.size === 0 || region.path.some(({ code }) => regions.has(code))) &&
    (years.size === 0 || years.has(String(year))) &&
    (kinds.size === 0 || kinds.has(kind))
  );
}

/** Whether a shard may hold a report that passes, by what the manifest says of it. */
export function mayHold({ regions, years, kinds }: ReportFilter, shard: ShardEntry): boolean {
  return (
    (years.size === 0 || years.has(String(shard.year))) &&
    (kinds.size === 0 || shard.kinds.some((kind) => kinds.has(kind))) &&
    (regions.size === 0 || [...regions].some((code) => mayLieIn(code, shard.regions)))
  );
}

/** A code of six digits lies in the province of its first two; of another nothing is known. */
function mayLieIn(code: string, provinces: readonly string[]): boolean {
  if (!/^\d{6}$/.test(code)) return true;
  return provinces.some(
    (province) => !/^\d{6}$/.test(province) || province.slice(0, 2) === code.slice(0, 2),
  );
}
