import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatSearchState,
  parseSearchState,
  type SearchState,
  searchOptions,
  toggleFacet,
} from './search-state.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1 });
const states: fc.Arbitrary<SearchState> = fc.record({
  q: fc.string({ unit: 'grapheme' }),
  chosen: fc.record({
    year: fc.array(words),
    region: fc.array(words),
    theme: fc.array(words),
    kind: fc.array(words),
    state: fc.array(words),
  }),
  mode: fc.constantFrom('exact', 'loose'),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  within: fc.constantFrom('report', 'section'),
  view: fc.constantFrom('list', 'frequency'),
  page: fc.integer({ min: 1, max: 9999 }),
});

it('keeps the whole search in the address', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(parseSearchState(formatSearchState(state))).toEqual(state);
    }),
  );
});

it.each([
  ['', 'relevance', 'exact', 1],
  ['?sort=best&mode=fuzzy&page=-3', 'relevance', 'exact', 1],
  ['?sort=newest&mode=loose&page=2', 'newest', 'loose', 2],
  ['?page=x', 'relevance', 'exact', 1],
])('reads %j, leaving what it does not know at the usual', (query, sort, mode, page) => {
  expect(parseSearchState(query)).toMatchObject({ sort, mode, page });
});

it('leaves out of the address what is as usual', () => {
  expect(formatSearchState(parseSearchState('?q=双随机'))).toBe(
    `?q=${encodeURIComponent('双随机')}`,
  );
});

it('chooses a value of a facet, takes it off again, and starts the list anew', () => {
  const state = parseSearchState('?q=a&page=4&year=2018');
  const chosen = toggleFacet(state, 'year', '2019');
  expect(chosen).toMatchObject({ page: 1, chosen: { year: ['2019'] } });
  expect(toggleFacet(chosen, 'year', '2019').chosen.year).toEqual([]);
});

it('asks the client for the page of results at hand', () => {
  expect(searchOptions(parseSearchState('?q=a&page=3&region=410000'))).toMatchObject({
    syntax: 'query',
    region: ['410000'],
    limit: 10,
    offset: 20,
  });
});
