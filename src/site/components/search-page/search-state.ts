import type { SearchOptions } from '../../../search/client/contract.ts';

/** The facets that narrow a search, by their names in the address. */
export const facetNames = ['year', 'region', 'theme', 'kind', 'state'] as const;
export type FacetName = (typeof facetNames)[number];

/** All that a search is: what the address of the search page holds. */
export interface SearchState {
  readonly q: string;
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>;
  readonly mode: 'exact' | 'loose';
  readonly sort: 'relevance' | 'newest' | 'oldest';
  /** Whether all parts of the query must stand in one section, or in one report. */
  readonly within: 'report' | 'section';
  /** The reports found, or how often it is written by year and province. */
  readonly view: 'list' | 'frequency';
  /** From 1. */
  readonly page: number;
}

/** Reports on a page of results. */
export const pageSize = 10;

/** Read a search from an address's query; what it does not know it leaves at the usual. */
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
      state: values.getAll('state').filter(Boolean),
    },
    mode: values.get('mode') === 'loose' ? 'loose' : 'exact',
    sort: sort === 'newest' || sort === 'oldest' ? sort : 'relevance',
    within: values.get('within') === 'section' ? 'section' : 'report',
    view: values.get('view') === 'frequency' ? 'frequency' : 'list',
    page: Math.max(1, Math.trunc(Number(values.get('page'))) || 1),
  };
}

/**
 * Write a search as an address's query.
 *
 * @returns with its `?`; what is as usual is left out
 */
export function formatSearchState(state: SearchState): string {
  const values = new URLSearchParams({ q: state.q });
  for (const name of facetNames) for (const value of state.chosen[name]) values.append(name, value);
  if (state.mode !== 'exact') values.set('mode', state.mode);
  if (state.sort !== 'relevance') values.set('sort', state.sort);
  if (state.within !== 'report') values.set('within', state.within);
  if (state.view !== 'list') values.set('view', state.view);
  if (state.page > 1) values.set('page', `${state.page}`);
  return `?${values}`;
}

/** Put a value of a facet among the chosen, or takes it off; the list starts again. */
export function toggleFacet(state: SearchState, name: FacetName, value: string): SearchState {
  const values = state.chosen[name];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [value];
  return { ...state, chosen: { ...state.chosen, [name]: next }, page: 1 };
}

/** Return the search client's options for a search. */
export function searchOptions({ chosen, mode, sort, within, page }: SearchState): SearchOptions {
  const offset = (page - 1) * pageSize;
  return { ...chosen, syntax: 'query', mode, sort, within, limit: pageSize, offset };
}
