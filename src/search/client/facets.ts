import type { CatalogueEntry } from '../format/catalogue.ts';
import type { Manifest } from '../format/manifest.ts';
import type { Facet, SearchFacets } from './search-answer.ts';

type Count = { -readonly [key in keyof Facet]: Facet[key] };

/** Counts reports by region, year, theme and kind. */
export class FacetCounter {
  readonly #regions = new Map<string, Count>();
  readonly #years = new Map<string, Count>();
  readonly #themes = new Map<string, Count>();
  readonly #kinds = new Map<string, Count>();
  readonly #labels: Manifest['labels'];

  /** @param labels what readers call themes and kinds */
  constructor(labels: Manifest['labels']) {
    this.#labels = labels;
  }

  /** Count a report. */
  addReport({ region, year, kind }: CatalogueEntry): void {
    for (const { code, name } of region.path) count(this.#regions, code, name);
    count(this.#years, String(year), `${year}年`);
    count(this.#kinds, kind, this.#labels.kind[kind] ?? kind);
  }

  /** Count a report's themes, each of which a match was found in. */
  addThemes(themes: Iterable<string>): void {
    for (const theme of themes) count(this.#themes, theme, this.#labels.theme[theme] ?? theme);
  }

  /** Get the counts: years from the newest, all else from the most reports. */
  get facets(): SearchFacets {
    return {
      region: byReports(this.#regions),
      year: [...this.#years.values()].sort((a, b) => Number(b.value) - Number(a.value)),
      theme: byReports(this.#themes),
      kind: byReports(this.#kinds),
    };
  }
}

function count(facets: Map<string, Count>, value: string, label: string): void {
  const known = facets.get(value);
  if (known) known.reports += 1;
  else facets.set(value, { value, label, reports: 1 });
}

function byReports(facets: ReadonlyMap<string, Count>): Facet[] {
  const inOrder = (a: Facet, b: Facet) =>
    b.reports - a.reports || (a.value < b.value ? -1 : Number(a.value > b.value));
  return [...facets.values()].sort(inOrder);
}
