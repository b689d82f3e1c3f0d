import type { SearchOptions } from '../../search/search-options.ts';

/** The facets that narrow a search, by their names in the address. */
export const facetNames = ['year', 'region', 'theme', 'kind'] as const;
export type FacetName = (typeof facetNames)[number];

/** All that a search is: what the address of the search page holds. */
export interface SearchState {
  readonly q: string;
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>;
  readonly mode: 'exact' | 'loose';
  readonly sort: 'relevance' | 'newest' | 'oldest';
  /** From 1. */
  readonly page: number;
}

/** Reports on a page of results. */
export const pageSize = 10;

/** Reads a search from an address's query; what it does not know it leaves at the usual. */
export function parseSearchState(query: string): SearchState {
  const values = new URLSearchParams(query);
  const sort = values.get('sort');
  return {
    q: values.get('q') ?? '',
    chosen: {
      year: values.getAll('year').filter(Boolean),
      region: values.getAll('region').filter(Boolean),
      theme: values.getAll('theme').filter(Boolean),
      kind: values.getAll('kind').filter(Boolean),
    },
    mode: values.get('mode') === 'loose' ? 'loose' : 'exact',
    sort: sort === 'newest' || sort === 'oldest' ? sort : 'relevance',
    page: Math.max(1, Math.trunc(Number(values.get('page'))) || 1),
  };
}

/**
 * Writes a search as an address's query.
 *
 * @returns with its `?`; what is as usual is left out
 */
export function formatSearchState({ q, chosen, mode, sort, page }: SearchState): string {
  const values = new URLSearchParams({ q });
  for (const name of facetNames) for (const value of chosen[name]) values.append(name, value);
  if (mode !== 'exact') values.set('mode', mode);
  if (sort !== 'relevance') values.set('sort', sort);
  if (page > 1) values.set('page', `${page}`);
  return `?${values}`;
}

/** Puts a value of a facet among the chosen, or takes it off; the list starts again. */
export function toggleFacet(state: SearchState, name: FacetName, value: string): SearchState {
  const values = state.chosen[name];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [value];
  return { ...state, chosen: { ...state.chosen, [name]: next }, page: 1 };
}

/** Gives the search client's options for a search. */
export function searchOptions({ chosen, mode, sort, page }: SearchState): SearchOptions {
  return { ...chosen, syntax: 'query', mode, sort, limit: pageSize, offset: (page - 1) * pageSize };
}
